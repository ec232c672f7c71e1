import { phrase } from "./common-time-words.js";
import type { WeekGrid } from "./week-grid.js";
import type { WordingValue } from "./wording.js";

/** A period as people say it: `Tuesday, period 4`; where its name tells the day already, the name alone. */
export function periodPhrase(week: WeekGrid, period: number): WordingValue {
  const { name } = week.periods[period]!;
  if (!isNumber(name)) return name;
  const day = week.timetable.days[week.dayOf[period]!];
  return day === undefined ? phrase("period", { name }) : phrase("period.day", { day: day.name, name });
}

/** Several periods of one day: `Tuesday, periods 4 and 5`. */
export function periodsPhrase(week: WeekGrid, start: number, length: number): WordingValue {
  if (length === 1) return periodPhrase(week, start);
  const names = week.periods.slice(start, start + length).map(({ name }) => name);
  const day = week.timetable.days[week.dayOf[start]!];
  return names.every(isNumber) && day !== undefined ? phrase("periods.day", { day: day.name, names }) : names;
}

function isNumber(name: string): boolean {
  return /^\d{1,2}$/.test(name);
}

/** A resource's name; its id where it is unknown. */
export function nameOf(week: WeekGrid, id: string): string {
  return week.resources[week.resourceIndex.get(id) ?? -1]?.name ?? id;
}
