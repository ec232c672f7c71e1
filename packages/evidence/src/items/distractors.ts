import { correlation, mean } from "../descriptive.js";

/** One answer that students gave, with who gave it: strong or weak students on the rest of the quiz. */
export interface OptionSummary {
  readonly option: string;
  readonly count: number;
  /** Share of the answers given to this item. */
  readonly share: number;
  /** Mean score on the other items of those who gave it. */
  readonly meanRest: number | null;
  /** Correlation of giving it with the score on the other items; null where it cannot be known. */
  readonly restCorrelation: number | null;
  readonly isKey: boolean;
}

/**
 * Tells which wrong answers were common and who was drawn to them, the start of a talk about what students think.
 * Options in alphabetical order; null answers are left out; the rest score excludes the item.
 * @param answers - One answer per student.
 * @param rest - Each student's score on the other items.
 * @example
 * ```ts
 * optionSummaries(["A", "B", "A", null], [3, 1, 2, 2], "A").map(({ option, count }) => [option, count]);
 * // => [["A", 2], ["B", 1]]
 * ```
 */
export function optionSummaries(
  answers: readonly (string | null)[],
  rest: readonly number[],
  key?: string,
): OptionSummary[] {
  const given = answers.flatMap((answer, s) => (answer === null ? [] : [{ answer, rest: rest[s]! }]));
  const options = [...new Set(given.map(({ answer }) => answer))].sort();
  const restScores = given.map((one) => one.rest);
  return options.map((option) => {
    const chosen = given.filter(({ answer }) => answer === option);
    const indicator = given.map(({ answer }) => (answer === option ? 1 : 0));
    return {
      option,
      count: chosen.length,
      share: chosen.length / given.length,
      meanRest: mean(chosen.map((one) => one.rest)),
      restCorrelation: correlation(indicator, restScores),
      isKey: option === key,
    };
  });
}
