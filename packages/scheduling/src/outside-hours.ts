/** A stretch of one day, in minutes after midnight. */
interface Hours {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a day that no hours cover, in time order; hours may overlap and come in any order. */
export function outsideHours(hours: readonly Hours[], from = 0, to = 1440): Hours[] {
  const gaps: Hours[] = [];
  let open = from;
  for (const { start, end } of [...hours, { start: to, end: to }].sort((a, b) => a.start - b.start)) {
    if (start > open && open < to) gaps.push({ start: open, end: Math.min(start, to) });
    open = Math.max(open, end);
  }
  return gaps;
}
