/** What a plan costs a school, term by term: whole numbers, each better when it is lower. */
export interface Terms {
  /** Blocks that are wanted and not there. */
  readonly missing: number;
  /** The largest share of its blocks that any one team goes without, in percent, rounded up. */
  readonly fairness: number;
  /** Periods of lessons that stand where none of their kind stands today. */
  readonly moved: number;
  /** Teachers and student groups whose week changes. */
  readonly touched: number;
  /** Periods of lessons that somebody else takes so that a team can plan. */
  readonly cover: number;
  /** Blocks in periods that nobody likes. */
  readonly unpopular: number;
}

/** The terms alone, of something that has them and more. */
export const termsIn = ({ missing, fairness, moved, touched, cover, unpopular }: Terms): Terms => ({
  missing,
  fairness,
  moved,
  touched,
  cover,
  unpopular,
});

/** The name of a term. */
export type Term = keyof Terms;

/** The order in which terms decide where a school says nothing else. */
export const termOrder: readonly Term[] = ["missing", "fairness", "moved", "touched", "cover", "unpopular"];

/**
 * Which of two plans is better. `lexicographic`: the first term of {@link termOrder} in which they differ decides.
 * `order`: the same with these terms first. `weighted`: missing blocks, each worth so many moved periods, added to them.
 * `weights`: a sum of these terms, each times its weight. Terms that are not named decide between plans that are equal so
 * far, in the usual order. Weights are whole numbers.
 */
export type Objective =
  | "lexicographic"
  | { readonly weighted: number }
  | { readonly order: readonly Term[] }
  | { readonly weights: { readonly [term in Term]?: number } };

/** The share of its blocks that a team goes without, as the term `fairness` counts it. */
export const shareMissing = (missing: number, wanted: number): number =>
  wanted > 0 ? Math.ceil((100 * missing) / wanted) : 0;

/** Terms that are added up, each with its weight. */
export type Level = readonly (readonly [Term, number])[];

/** An objective as sums: the first one in which two plans differ decides. Every term is in one of them. */
export function levelsOf(objective: Objective = "lexicographic"): readonly Level[] {
  const single = (term: Term): Level => [[term, 1]];
  const then = (first: readonly Level[]) => {
    const named = new Set(first.flatMap((level) => level.map(([term]) => term)));
    return [...first, ...termOrder.filter((term) => !named.has(term)).map(single)];
  };
  if (objective === "lexicographic") return termOrder.map(single);
  if ("order" in objective) return then([...new Set(objective.order)].map(single));
  const weights = "weights" in objective ? objective.weights : { missing: objective.weighted, moved: 1 };
  const sum = termOrder.flatMap((term) => {
    const weight = weights[term] ?? 0;
    return weight > 0 ? [[term, weight] as const] : [];
  });
  return then(sum.length > 0 ? [sum] : []);
}

/** Below 0 where the first plan is better, above 0 where the second one is: the one comparison of plans. */
export function compareTerms(levels: readonly Level[], a: Terms, b: Terms): number {
  for (const level of levels) {
    let difference = 0;
    for (const [term, weight] of level) difference += weight * (a[term] - b[term]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Prices of one of each term, so that the cheaper of two plans by price is the better one, as long as no term is greater
 * than in `greatest`.
 */
export function pricesOf(levels: readonly Level[], greatest: Terms): Record<Term, number> {
  const prices = { missing: 0, fairness: 0, moved: 0, touched: 0, cover: 0, unpopular: 0 };
  let dearest = 0;
  for (const level of [...levels].reverse()) {
    const unit = dearest + 1;
    for (const [term, weight] of level) {
      prices[term] = unit * weight;
      dearest += prices[term] * greatest[term];
    }
  }
  return prices;
}

/** Levels that are searched at once, after those before them are kept. */
export interface Portion {
  readonly kept: readonly Level[];
  readonly prices: Readonly<Record<Term, number>>;
}

/**
 * An objective in portions for an exact solver, whose numbers cannot be too far apart: the levels up to moved periods, and
 * the rest, each as long as its prices fit. Levels in which nothing can be gained or lost are left out.
 */
export function portionsOf(levels: readonly Level[], greatest: Terms, most: number): Portion[] {
  const open = levels
    .map((level) => level.filter(([term]) => greatest[term] > 0))
    .filter((level) => level.length > 0);
  const last = open.findIndex((level) => level.some(([term]) => term === "moved")) + 1;
  const portions: Portion[] = [];
  for (let from = 0; from < open.length; ) {
    let end = from < last ? last : open.length;
    while (end - from > 1 && costOf(pricesOf(open.slice(from, end), greatest), greatest) > most) end--;
    portions.push({ kept: open.slice(0, from), prices: pricesOf(open.slice(from, end), greatest) });
    from = end;
  }
  return portions;
}

/** What terms cost at these prices. */
export const costOf = (prices: Readonly<Record<Term, number>>, terms: Terms): number =>
  termOrder.reduce((sum, term) => sum + prices[term] * terms[term], 0);
