/**
 * The winners of ranked votes by Schulze's method: whoever has, against every other, at least as strong a path of
 * pairwise majorities as the other has back. More than one winner is a tie and is told as one.
 * An option that a voter left out stands behind all that the voter ranked.
 * Source: M. Schulze, *A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method*, Social Choice and Welfare 36 (2011) 267–303; path strength by winning votes.
 * @example
 * ```ts
 * schulzeWinners(["a", "b", "c"], [["a", "b"], ["a", "c"], ["b", "a", "c"]]); // => ["a"]
 * schulzeWinners(["a", "b"], [["a"], ["b"]]); // => ["a", "b"]
 * ```
 */
export function schulzeWinners(
  options: readonly string[],
  ballots: readonly (readonly string[])[],
): readonly string[] {
  const n = options.length;
  const place = ballots.map((ballot) => options.map((o) => (ballot.includes(o) ? ballot.indexOf(o) : n)));
  const wins = options.map((_, i) => options.map((__, j) => place.filter((p) => p[i]! < p[j]!).length));
  const path = wins.map((row, i) => row.map((count, j) => (count > wins[j]![i]! ? count : 0)));
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      for (let j = 0; j < n; j++) {
        if (j === k || j === i) continue;
        path[i]![j] = Math.max(path[i]![j]!, Math.min(path[i]![k]!, path[k]![j]!));
      }
    }
  }
  return options.filter((_, i) => options.every((__, j) => i === j || path[i]![j]! >= path[j]![i]!));
}
