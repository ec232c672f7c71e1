import { type Audience, ok, type Result } from "@collegium/schema";
import { collect } from "../collect.js";
import { correlation } from "../descriptive.js";
import { type PercentBand, percentBand } from "../disclosure/percent-band.js";
import { type OptionSummary, optionSummaries } from "./distractors.js";
import { type Mastery, mastery } from "./mastery.js";
import { type QuizItem, type QuizResponses, type ScoredQuiz, scoreQuiz } from "./scoring.js";

/** Something about an item that deserves a look before its results are used. */
export type ItemFlag =
  | "possible-mis-key"
  | "all-right"
  | "none-right"
  | "few-answers"
  | "negative-discrimination";

/** How one item went, counts first. */
export interface ItemSummary {
  readonly id: string;
  readonly standard?: string;
  readonly max: number;
  /** Students with full points, of those who answered. */
  readonly right: number;
  readonly of: number;
  readonly partial: number;
  readonly wrong: number;
  /** Left empty before the student's last answer. */
  readonly omitted: number;
  /** Empty after the student's last answer; absent students are not counted here. */
  readonly notReached: number;
  /** Mean points divided by the highest score; null where nobody answered. */
  readonly difficulty: number | null;
  /** Corrected item-total (item-rest) correlation; null where it cannot be known. */
  readonly discrimination: number | null;
  /** Every answer given, for items with a key. */
  readonly options: readonly OptionSummary[];
  /** The wrong answer given most often, where at least two students gave it. */
  readonly commonWrong?: { readonly answer: string; readonly count: number };
  readonly flags: readonly ItemFlag[];
}

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

/** How one student did on one standard. */
export interface StudentStandard extends Mastery {
  readonly standard: string;
  readonly points: number;
  /** Points to be had on the items answered. */
  readonly max: number;
  readonly thin: boolean;
}

/** What one student missed; for the people responsible for this student only. */
export interface StudentSummary {
  readonly id: string;
  readonly class?: string;
  readonly present: boolean;
  readonly right: number;
  readonly of: number;
  readonly points: number;
  readonly max: number;
  /** Items answered without full points, with the answer given. */
  readonly missed: readonly { readonly item: string; readonly answer: string; readonly points: number }[];
  readonly omitted: readonly string[];
  readonly notReached: readonly string[];
  readonly standards: readonly StudentStandard[];
}

/** How one class did, item by item. */
export interface ClassSummary {
  readonly class: string;
  readonly students: number;
  readonly present: number;
  readonly items: readonly { readonly item: string; readonly right: number; readonly of: number }[];
  readonly standards: readonly { readonly standard: string; readonly right: number; readonly of: number }[];
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

/** Items a standard needs before its result for one student is more than a hint. */
const ENOUGH_ITEMS = 4;
/** Answers under which an item statistic should not carry a decision (reference 1.1). */
const ENOUGH_ANSWERS = 30;

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

function count(scored: ScoredQuiz, rows: Iterable<number>, columns: readonly number[]) {
  let right = 0;
  let of = 0;
  for (const s of rows) {
    for (const i of columns) {
      if (scored.points[s]![i] === null) continue;
      of++;
      if (scored.states[s]![i] === "right") right++;
    }
  }
  return { right, of };
}

function itemSummary(
  quiz: QuizResponses,
  scored: ScoredQuiz,
  i: number,
  totals: readonly number[],
  students: readonly StudentSummary[],
): ItemSummary {
  const item = quiz.items[i]!;
  const max = item.max ?? 1;
  const answered = [...students.keys()].filter((s) => scored.points[s]![i] !== null);
  const points = answered.map((s) => scored.points[s]![i]!);
  const rest = answered.map((s, index) => totals[s]! - points[index]!);
  const tally = { right: 0, partial: 0, wrong: 0, omitted: 0, notReached: 0 };
  students.forEach(({ present }, s) => {
    const state = scored.states[s]![i]!;
    if (present) tally[state === "not-reached" ? "notReached" : state]++;
  });
  const key = item.key?.trim().toUpperCase();
  const options =
    key === undefined
      ? []
      : optionSummaries(
          answered.map((s) => scored.answers[s]![i]!),
          rest,
          key,
        );
  const discrimination = correlation(points, rest);
  const common = options
    .filter(({ isKey, count: n }) => !isKey && n >= 2)
    .sort((a, b) => b.count - a.count)[0];
  return {
    id: item.id,
    ...(item.standard === undefined ? {} : { standard: item.standard }),
    max,
    ...tally,
    of: answered.length,
    difficulty: answered.length === 0 ? null : points.reduce((a, b) => a + b, 0) / answered.length / max,
    discrimination,
    options,
    ...(common ? { commonWrong: { answer: common.option, count: common.count } } : {}),
    flags: flagsOf(answered.length, tally.right, options, discrimination),
  };
}

function flagsOf(
  n: number,
  right: number,
  options: readonly OptionSummary[],
  discrimination: number | null,
): ItemFlag[] {
  const keyed = options.find(({ isKey }) => isKey);
  const stronger = options.some(
    (option) =>
      !option.isKey &&
      option.count >= 5 &&
      (keyed ? option.meanRest! > keyed.meanRest! : (option.restCorrelation ?? 0) > 0),
  );
  return [
    ...(stronger ? (["possible-mis-key"] as const) : []),
    ...(n > 0 && right === n ? (["all-right"] as const) : []),
    ...(n > 0 && right === 0 ? (["none-right"] as const) : []),
    ...(n < ENOUGH_ANSWERS ? (["few-answers"] as const) : []),
    ...(discrimination !== null && discrimination < 0 ? (["negative-discrimination"] as const) : []),
  ];
}

function studentSummary(
  quiz: QuizResponses,
  scored: ScoredQuiz,
  s: number,
  standards: ReadonlyMap<string, readonly number[]>,
  cut: number,
): StudentSummary {
  const student = quiz.students[s]!;
  const points = scored.points[s]!;
  const states = scored.states[s]!;
  const all = quiz.items.map((_, i) => i);
  const answered = all.filter((i) => points[i] !== null);
  const present = answered.length > 0;
  const sum = (columns: readonly number[]) => columns.reduce((total, i) => total + (points[i] ?? 0), 0);
  const most = (columns: readonly number[]) =>
    columns.reduce((total, i) => total + (points[i] === null ? 0 : (quiz.items[i]!.max ?? 1)), 0);
  const ids = (state: string) =>
    all.filter((i) => present && states[i] === state).map((i) => quiz.items[i]!.id);
  return {
    id: student.id,
    ...(student.class === undefined ? {} : { class: student.class }),
    present,
    right: answered.filter((i) => states[i] === "right").length,
    of: answered.length,
    points: sum(answered),
    max: most(answered),
    missed: answered
      .filter((i) => states[i] !== "right")
      .map((i) => ({ item: quiz.items[i]!.id, answer: scored.answers[s]![i]!, points: points[i]! })),
    omitted: ids("omitted"),
    notReached: ids("not-reached"),
    standards: [...standards].flatMap(([standard, columns]) => {
      const max = most(columns);
      const known = mastery(sum(columns), max, cut);
      return known
        ? [{ standard, points: sum(columns), max, thin: columns.length < ENOUGH_ITEMS, ...known }]
        : [];
    }),
  };
}

function classSummaries(
  quiz: QuizResponses,
  scored: ScoredQuiz,
  students: readonly StudentSummary[],
  standards: ReadonlyMap<string, readonly number[]>,
): ClassSummary[] {
  const rows = collect(
    quiz.students.flatMap((student, s) => (student.class === undefined ? [] : [[student.class, s] as const])),
  );
  return [...rows].map(([name, members]) => ({
    class: name,
    students: members.length,
    present: members.filter((s) => students[s]!.present).length,
    items: quiz.items.map(({ id }, i) => ({ item: id, ...count(scored, members, [i]) })),
    standards: [...standards].map(([standard, columns]) => ({
      standard,
      ...count(scored, members, columns),
    })),
  }));
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
