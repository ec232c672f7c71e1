import { type Level, pricesOf, type Term } from "./objective.js";

/**
 * What terms cost in a search that may get worse for a while: near enough to each other for one temperature, and a usual
 * chain of lessons as dear in every objective.
 */
export interface Landscape {
  readonly moved: number;
  /** Of a missing block. */
  readonly missing: number;
  /** Of uneven lacks, beside the price of a missing block. */
  readonly uneven: number;
  /** Of a person whose week changes; 0 where that only decides between equal plans, for counting it takes time. */
  readonly touched: number;
  readonly unpopular: number;
  /** Of a period that somebody else takes. */
  readonly cover: number;
}

/** Terms of a usual proposal, between which the objective decides. */
const USUAL = { missing: 10, fairness: 100, moved: 299, touched: 50, cover: 10, unpopular: 10 };
const MISSING = 50;
const UNEVEN = 0.25;
const COVER = { least: 0.02, most: 5 };
const TOUCHED = { least: 0.05, most: 1 };
/** People that a usual chain touches anew for each period that it moves. */
const PEOPLE = 2;
const UNPOPULAR = { least: 0.1, most: 8 };

/** The landscape of an objective. */
export function landscapeOf(levels: readonly Level[]): Landscape {
  const prices = pricesOf(levels, USUAL);
  const worth = (term: Term) => prices[term] / prices.moved;
  const touched = worth("touched") < TOUCHED.least ? 0 : Math.min(worth("touched"), TOUCHED.most);
  const moved = 1 / (1 + PEOPLE * touched);
  return {
    moved,
    missing: Math.min(worth("missing") * moved, MISSING),
    uneven: 100 * worth("fairness") >= 1 ? UNEVEN : 0,
    touched: touched * moved,
    cover: Math.max(COVER.least, Math.min(worth("cover") * moved, COVER.most)),
    unpopular: Math.max(UNPOPULAR.least, Math.min(worth("unpopular") * moved, UNPOPULAR.most)),
  };
}
