import type { WeekGrid } from "./week-grid.js";

/** A period as people say it: `Tuesday, period 4`; where its name tells the day already, the name alone. */
export function periodText(week: WeekGrid, period: number): string {
  const { name } = week.periods[period]!;
  if (!/^\d{1,2}$/.test(name)) return name;
  const day = week.timetable.days[week.dayOf[period]!];
  return day === undefined ? `period ${name}` : `${day.name}, period ${name}`;
}

/** Several periods of one day: `Tuesday, periods 4 and 5`. */
export function periodsText(week: WeekGrid, start: number, length: number): string {
  if (length === 1) return periodText(week, start);
  const names = week.periods.slice(start, start + length).map(({ name }) => name);
  const day = week.timetable.days[week.dayOf[start]!];
  const plain = names.every((name) => /^\d{1,2}$/.test(name)) && day !== undefined;
  return plain ? `${day.name}, periods ${listText(names)}` : listText(names);
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** A resource's name; its id where it is unknown. */
export function nameOf(week: WeekGrid, id: string): string {
  return week.resources[week.resourceIndex.get(id) ?? -1]?.name ?? id;
}
