import type { Week } from "./week.js";

/** Whether a block may go to a period, whoever teaches there: one of its team at once, so many a day, nobody in two. */
export function blockFits(week: Week, b: number, p: number): boolean {
  const { model } = week;
  const g = week.blockTeam[b]!;
  const team = model.teams[g]!;
  if (!team.allowed[p] || week.block[b] === p) return false;
  const old = week.block[b]!;
  let sameDay = 0;
  for (let other = week.firstBlock[g]!; other < week.firstBlock[g + 1]!; other++) {
    const q = week.block[other]!;
    if (other === b || q < 0) continue;
    if (q === p) return false;
    if (model.dayOf[q] === model.dayOf[p]) sameDay++;
  }
  if (sameDay >= model.blocksPerDay) return false;
  for (const t of team.members) {
    if (week.need[t * model.periods + p]! > 0) return false;
    if (old < 0 && week.blocksOf[t]! >= model.blockRoom[t]! + (model.cover?.room[t] ?? 0)) return false;
  }
  return true;
}
