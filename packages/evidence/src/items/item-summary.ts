import { correlation } from "../descriptive.js";
import { type OptionSummary, optionSummaries } from "./distractors.js";
import { correlationInterval } from "./item-analysis.js";
import type { QuizResponses, ScoredQuiz } from "./scoring.js";
import type { StudentSummary } from "./student-summary.js";

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
  /** 95 % interval of the discrimination by Fisher's z; null under four students. */
  readonly discriminationInterval: readonly [number, number] | null;
  /** Every answer given, for items with a key. */
  readonly options: readonly OptionSummary[];
  /** The wrong answer given most often, where at least two students gave it. */
  readonly commonWrong?: { readonly answer: string; readonly count: number };
  readonly flags: readonly ItemFlag[];
}

/** Answers under which an item statistic should not carry a decision (reference 1.1). */
const ENOUGH_ANSWERS = 30;

/** Summarises one column of a scored quiz. */
export function itemSummary(
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
    discriminationInterval: correlationInterval(discrimination, answered.length),
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
