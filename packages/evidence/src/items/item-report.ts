import { type Audience, ok, type Result } from "@collegium/schema";
import { collect } from "../collect.js";
import { type PercentBand, percentBand } from "../disclosure/percent-band.js";
import { type ClassSummary, classSummaries, count } from "./class-summary.js";
import { type ItemSummary, itemSummary } from "./item-summary.js";
import { type QuizItem, type QuizResponses, type ScoredQuiz, scoreQuiz } from "./scoring.js";
import { ENOUGH_ITEMS, type StudentSummary, studentSummary } from "./student-summary.js";

/** How one standard went over all its items. */
export interface StandardSummary {
  readonly standard: string;
  readonly items: readonly string[];
  /** Under four items: too few to say much about one student. */
  readonly thin: boolean;
  /** Answers with full points, of all answers given. */
  readonly right: number;
  readonly of: number;
  /** Number of students in each mastery zone. */
  readonly zones: { readonly below: number; readonly notSure: number; readonly above: number };
}

/** The item report as the people responsible for these students see it: by name, nothing suppressed. */
export interface TeamItemReport {
  readonly audience: "self" | "team";
  readonly students: readonly StudentSummary[];
  readonly present: number;
  /** In the order of the quiz. */
  readonly items: readonly ItemSummary[];
  /** Ids of the items that fewer than `failBelow` of the students got right, hardest first. */
  readonly failed: readonly string[];
  /** In the order in which classes first appear among the students (timetable order), never ranked. */
  readonly classes: readonly ClassSummary[];
  readonly standards: readonly StandardSummary[];
}

/** The item report as others see it: no students, no classes, shares as ranges, small groups withheld. */
export interface AggregateItemReport {
  readonly audience: "school" | "public";
  /** Students present; null where fewer than the minimum. */
  readonly present: number | null;
  readonly items: readonly {
    readonly id: string;
    readonly standard?: string;
    readonly right: PercentBand | null;
  }[];
  readonly standards: readonly {
    readonly standard: string;
    readonly thin: boolean;
    readonly right: PercentBand | null;
  }[];
}

/** Cuts of an item report, each a school's policy. */
export interface ItemReportOptions<A extends Audience = Audience> {
  readonly audience: A;
  /** An item failed where a smaller share of the answers was right; 0.6 by default. */
  readonly failBelow?: number;
  /** Share of the points that counts as mastery of a standard; 0.7 by default. */
  readonly masteryCut?: number;
  /** Smallest group shown outside the team; 10 by default. */
  readonly minimum?: number;
}

/**
 * Turns one quiz into what a team talks about: which items failed, which wrong answer was common, what each student
 * missed, by class and by standard.
 * Pure and complete: every student and item of the input is in the team's report; missing answers are never zeros;
 * outside the team no student, class or group under the minimum appears.
 *
 * Issue codes: those of {@link scoreQuiz}.
 * @example
 * ```ts
 * const report = itemReport({
 *   students: [{ id: "s1", class: "7A" }, { id: "s2", class: "7A" }],
 *   items: [{ id: "q1", key: "B", standard: "7.RP.1" }],
 *   responses: [["B"], ["C"]],
 * }, { audience: "team" });
 * report.ok && [report.value.items[0].right, report.value.items[0].of]; // => [1, 2]
 * ```
 */
export function itemReport(
  quiz: QuizResponses,
  options: ItemReportOptions<"self" | "team">,
): Result<TeamItemReport>;
export function itemReport(
  quiz: QuizResponses,
  options: ItemReportOptions<"school" | "public">,
): Result<AggregateItemReport>;
export function itemReport(
  quiz: QuizResponses,
  options: ItemReportOptions,
): Result<TeamItemReport | AggregateItemReport>;
export function itemReport(
  quiz: QuizResponses,
  options: ItemReportOptions,
): Result<TeamItemReport | AggregateItemReport> {
  const scored = scoreQuiz(quiz);
  if (!scored.ok) return scored;
  const { audience, failBelow = 0.6, masteryCut = 0.7, minimum = 10 } = options;
  const report = teamReport(quiz, scored.value, failBelow, masteryCut);
  return ok(
    audience === "self" || audience === "team"
      ? { audience, ...report }
      : { audience, ...aggregate(report, minimum) },
  );
}

function teamReport(
  quiz: QuizResponses,
  scored: ScoredQuiz,
  failBelow: number,
  cut: number,
): Omit<TeamItemReport, "audience"> {
  const standards = byStandard(quiz.items);
  const students = quiz.students.map((_, s) => studentSummary(quiz, scored, s, standards, cut));
  const totals = scored.points.map((row) => row.reduce<number>((sum, p) => sum + (p ?? 0), 0));
  const items = quiz.items.map((_, i) => itemSummary(quiz, scored, i, totals, students));
  const share = (item: ItemSummary) => item.right / item.of;
  return {
    students,
    present: students.filter(({ present }) => present).length,
    items,
    failed: items
      .filter((item) => item.of > 0 && share(item) < failBelow)
      .sort((a, b) => share(a) - share(b))
      .map(({ id }) => id),
    classes: classSummaries(quiz, scored, students, standards),
    standards: [...standards].map(([standard, columns]) => {
      const zones = { below: 0, notSure: 0, above: 0 };
      for (const student of students) {
        const zone = student.standards.find((one) => one.standard === standard)?.zone;
        if (zone) zones[zone === "not-sure" ? "notSure" : zone]++;
      }
      return {
        standard,
        items: columns.map((i) => quiz.items[i]!.id),
        thin: columns.length < ENOUGH_ITEMS,
        ...count(scored, students.keys(), columns),
        zones,
      };
    }),
  };
}

/** Column numbers of each standard, in the order of the quiz. */
function byStandard(items: readonly QuizItem[]): Map<string, number[]> {
  return collect(
    items.flatMap(({ standard }, i) => (standard === undefined ? [] : [[standard, i] as const])),
  );
}

function aggregate(
  report: Omit<TeamItemReport, "audience">,
  minimum: number,
): Omit<AggregateItemReport, "audience"> {
  const enough = report.present >= minimum;
  const band = (right: number, of: number, students: number) =>
    enough && students >= minimum ? percentBand(right, of, students) : null;
  return {
    present: enough ? report.present : null,
    items: report.items.map(({ id, standard, right, of }) => ({
      id,
      ...(standard === undefined ? {} : { standard }),
      right: band(right, of, of),
    })),
    standards: report.standards.map(({ standard, thin, right, of, zones }) => ({
      standard,
      thin,
      right: band(right, of, zones.below + zones.notSure + zones.above),
    })),
  };
}
