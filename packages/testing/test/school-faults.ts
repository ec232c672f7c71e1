import type { GeneratedSchool } from "../src/index.js";

/** What is wrong with a generated school, found without the week grid, by counting cells in a plain table. */
export function faultsOf({ timetable, students, teams, teachers }: GeneratedSchool): string[] {
  const faults: string[] = [];
  const cells = new Map<string, string>();
  const given = new Map<string, number>();
  const order = timetable.periods.map(({ id }) => id);
  for (const { lesson, start, duration } of timetable.placements) {
    const { resources } = timetable.lessons.find(({ id }) => id === lesson)!;
    given.set(lesson, (given.get(lesson) ?? 0) + duration);
    for (let step = 0; step < duration; step++) {
      const period = timetable.periods[order.indexOf(start) + step];
      if (period?.day !== timetable.periods[order.indexOf(start)]!.day)
        faults.push(`${lesson} leaves its day`);
      for (const resource of resources) {
        const cell = `${resource} ${period?.id}`;
        if (cells.has(cell)) faults.push(`${cell}: ${lesson} and ${cells.get(cell)}`);
        cells.set(cell, lesson);
      }
    }
  }
  for (const { id, duration } of timetable.lessons) {
    if (given.get(id) !== duration) faults.push(`${id} has ${given.get(id) ?? 0} of ${duration} periods`);
  }
  for (const { id, kind } of timetable.resources) {
    if (kind !== "group") continue;
    for (const period of order) if (!cells.has(`${id} ${period}`)) faults.push(`${id} is idle in ${period}`);
    if (!students.some(({ group }) => group === id)) faults.push(`${id} has no students`);
  }
  const known = new Set(teachers.map(({ id }) => id));
  for (const { id, members } of teams) {
    if (members.some((member) => !known.has(member))) faults.push(`${id} has a stranger`);
  }
  return faults;
}
