import type { WeekGrid } from "./week-grid.js";

/**
 * Every period of the week in which all members of a team are free, as period ids in time order.
 * Free means: no lesson, meeting or duty stands there, not the team's own meeting either. Nobody has no common
 * periods. Throws a RangeError for an id that is not in the timetable.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0], placements: [] }));
 * commonPeriods(weekGrid(timetable), ["t1"]); // => ["mon-1"]
 * ```
 */
export function commonPeriods(week: WeekGrid, members: readonly string[]): string[] {
  const free = freeTogether(week, members);
  return week.periods
    .filter((_, period) => (free[period >>> 5]! & (1 << (period & 31))) !== 0)
    .map(({ id }) => id);
}

/**
 * The common free periods of a team as one row of bits, laid out as the grid's rows are.
 * Bits behind the last period are 0.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0], placements: [] }));
 * [...freeTogether(weekGrid(timetable), ["t1"])]; // => [1]
 * ```
 */
export function freeTogether(week: WeekGrid, members: readonly string[]): Uint32Array {
  const free = new Uint32Array(week.words);
  if (members.length === 0) return free;
  const rows = members.map((id) => {
    const resource = week.resourceIndex.get(id);
    if (resource === undefined)
      throw new RangeError("A team member is not in the timetable; readTeams reports it.");
    return resource * week.words;
  });
  for (let word = 0; word < week.words; word++) {
    let busy = 0;
    for (const row of rows) busy |= week.busy[row + word]!;
    const periods = week.periods.length - 32 * word;
    free[word] = ~busy & (periods >= 32 ? -1 : (1 << periods) - 1);
  }
  return free;
}
