/** A published set of which only whole counts narrow a: a + b = 5, b + c = 5, c + a = s and s + r = 9, so 2a ≤ 9. */
export const wholeCounts = {
  cells: [
    { id: "a", count: 2 },
    { id: "b", count: 3 },
    { id: "c", count: 2 },
    { id: "s", count: 4 },
    { id: "r", count: 5 },
    { id: "ab", count: 5 },
    { id: "bc", count: 5 },
    { id: "sr", count: 9 },
  ],
  sums: [
    { total: "ab", parts: ["a", "b"] },
    { total: "bc", parts: ["b", "c"] },
    { total: "s", parts: ["a", "c"] },
    { total: "sr", parts: ["s", "r"] },
  ],
};
