import { type Level, pricesOf, type Term } from "./objective.js";

/** What terms cost, in moved periods, in a search that may get worse for a while: near enough for one temperature. */
export interface Landscape {
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
const TOUCHED = { least: 0.05, most: 4 };
const COVER = { least: 0.02, most: 5 };
const UNPOPULAR = { least: 0.1, most: 8 };

/** The landscape of an objective. */
export function landscapeOf(levels: readonly Level[]): Landscape {
  const prices = pricesOf(levels, USUAL);
  const worth = (term: Term) => prices[term] / prices.moved;
  return {
    missing: Math.min(worth("missing"), MISSING),
    uneven: 100 * worth("fairness") >= 1 ? UNEVEN : 0,
    touched: worth("touched") < TOUCHED.least ? 0 : Math.min(worth("touched"), TOUCHED.most),
    cover: Math.max(COVER.least, Math.min(worth("cover"), COVER.most)),
    unpopular: Math.max(UNPOPULAR.least, Math.min(worth("unpopular"), UNPOPULAR.most)),
  };
}
