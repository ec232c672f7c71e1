import type { TeamItemReport } from "@collegium/evidence";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Baseline, Population } from "./results-goal.js";

/** One student's result on one day; null where the student did not take it. */
export interface StudentResult {
  readonly student: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly points: number | null;
  /** Points to be had. */
  readonly max: number;
  /** Subgroups the student belongs to on that day. */
  readonly groups?: readonly string[];
}

/** How results of students become one value: a share of students at the cut, or a mean share of points. */
export interface ResultsRule {
  readonly population: Population;
  readonly unit: "share" | "mean";
  /** Share of the points a student needs, for a share. */
  readonly cut?: number;
  /** Points to be had, for a mean in points; without it a mean is a share of the points. */
  readonly max?: number;
}

/** One value of a measure for one population on one day, with the number of students behind it. */
export interface GoalPoint {
  readonly measure: string;
  readonly population: Population;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly value: number;
  readonly n: number;
  /** Students at or above the cut, for a share. */
  readonly count?: number;
  /** Standard error of the value, for a mean. */
  readonly standardError?: number;
}

/**
 * Computes a goal's baseline from real results, so that no target starts from a guess.
 * Uses the first day on which results exist; students without a result are left out and counted in a warning.
 *
 * Issue codes: `no-results`, `bad-points`, `no-cut`; warning `missing-results`.
 * @example
 * ```ts
 * const results = [
 *   { student: "s1", on: "2025-10-06", points: 9, max: 12 },
 *   { student: "s2", on: "2025-10-06", points: 4, max: 12 },
 * ];
 * const baseline = baselineFrom(results, { population: { kind: "all" }, unit: "share", cut: 0.7 });
 * baseline.ok && baseline.value; // => { value: 0.5, count: 1, n: 2, on: "2025-10-06" }
 * ```
 */
export function baselineFrom(results: readonly StudentResult[], rule: ResultsRule): Result<Baseline> {
  const values = valuesFrom(results, rule);
  if (!values.ok) return values;
  const { standardError: _, ...first } = values.value[0]!;
  return ok(first, values.warnings);
}

/**
 * One value per day from results of students: the points of a goal's measure.
 * Days in order; a student without a result is never counted as a zero.
 *
 * Issue codes: as {@link baselineFrom}.
 */
export function pointsFrom(
  measure: string,
  results: readonly StudentResult[],
  rule: ResultsRule,
): Result<GoalPoint[]> {
  const values = valuesFrom(results, rule);
  if (!values.ok) return values;
  return ok(
    values.value.map((value) => ({ measure, population: rule.population, ...value })),
    values.warnings,
  );
}

/**
 * Results of students from an item report, over the whole quiz or one standard.
 */
export function resultsFromReport(
  report: Pick<TeamItemReport, "students">,
  options: {
    readonly on: string;
    readonly standard?: string;
    /** Subgroups of each student on that day, by student id. */
    readonly groups?: Readonly<Record<string, readonly string[]>>;
  },
): StudentResult[] {
  const { on, standard, groups } = options;
  return report.students.map((student) => {
    const part =
      standard === undefined ? student : student.standards.find((one) => one.standard === standard);
    const taken = student.present && part !== undefined && part.max > 0;
    const of = groups?.[student.id];
    return {
      student: student.id,
      on,
      points: taken ? part.points : null,
      max: taken ? part.max : 1,
      ...(of ? { groups: of } : {}),
    };
  });
}

interface DatedValue {
  readonly value: number;
  readonly count?: number;
  readonly n: number;
  readonly on: string;
  readonly standardError?: number;
}

function valuesFrom(results: readonly StudentResult[], rule: ResultsRule): Result<DatedValue[]> {
  const issues: Issue[] = [];
  if (rule.unit === "share" && rule.cut === undefined) {
    issues.push({
      code: "no-cut",
      path: ["cut"],
      message: "A share of students needs a cut.",
      hint: "Say what share of the points counts as reached, for example 0.7.",
    });
  }
  const { population } = rule;
  const days = new Map<string, number[]>();
  let missing = 0;
  results.forEach(({ points, max, on, groups }, index) => {
    if (population.kind === "subgroup" && !groups?.includes(population.group)) return;
    if (points === null) {
      missing++;
      return;
    }
    if (!(Number.isFinite(points) && Number.isFinite(max) && max > 0 && points >= 0 && points <= max)) {
      issues.push({
        code: "bad-points",
        path: ["results", index, "points"],
        message: "Expected points from 0 to the points to be had.",
      });
      return;
    }
    days.set(on, [...(days.get(on) ?? []), points / max]);
  });
  if (days.size === 0 && issues.length === 0) {
    issues.push({
      code: "no-results",
      path: ["results"],
      message: "No student of this group has a result.",
      hint: "Give the assessment, or choose another group.",
    });
  }
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const values = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, shares]) => valueOn(on, shares, rule));
  return ok(values, missing === 0 ? [] : [missingWarning(missing)]);
}

function valueOn(on: string, shares: readonly number[], { unit, cut, max = 1 }: ResultsRule): DatedValue {
  const n = shares.length;
  if (unit === "share") {
    // A student with 7 of 10 points reaches 0.7 although 0.7 × 10 is not exactly 7.
    const count = shares.filter((share) => share >= cut! - 1e-12).length;
    return { value: count / n, count, n, on };
  }
  const value = (max * shares.reduce((a, b) => a + b, 0)) / n;
  const squares = shares.reduce((sum, share) => sum + (max * share - value) ** 2, 0);
  return { value, n, on, ...(n > 1 ? { standardError: Math.sqrt(squares / (n - 1) / n) } : {}) };
}

function missingWarning(count: number): Issue {
  return {
    code: "missing-results",
    path: ["results"],
    message: `${count} ${count === 1 ? "student has" : "students have"} no result and ${count === 1 ? "is" : "are"} left out.`,
    hint: "Let them take it, or keep in mind who is not counted.",
    data: { count },
  };
}
