import type { Program } from "./program.js";

/**
 * The bound on a program's cost that row prices prove, whatever solver they come from: with prices y every solution
 * costs at least Σ y·(row limit) + Σ min(0, reduced cost)·(upper bound). Wrong prices give a weak bound, never a false one.
 */
export function dualBound(program: Program, prices: Float64Array): { bound: number; reduced: Float64Array } {
  const { costs, upper, rowLower, rowUpper, starts, indices, values } = program;
  const reduced = costs.slice();
  let bound = 0;
  for (let row = 0; row < rowLower.length; row++) {
    let price = prices[row]!;
    const limit = price > 0 ? rowLower[row]! : rowUpper[row]!;
    if (!Number.isFinite(limit)) price = 0;
    if (price === 0) continue;
    bound += price * limit;
    for (let i = starts[row]!; i < starts[row + 1]!; i++) reduced[indices[i]!]! -= price * values[i]!;
  }
  for (let column = 0; column < costs.length; column++) {
    if (reduced[column]! < 0) bound += reduced[column]! * upper[column]!;
  }
  return { bound, reduced };
}
