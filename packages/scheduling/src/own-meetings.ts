import { attending, span, type WeekGrid } from "./week-grid.js";

/** Finds the periods, by index and in time order, in which the own meeting of exactly these people stands. */
export type OwnMeetings = (members: readonly string[]) => number[];

/**
 * Looks up every team's own meetings: lessons of kind meeting whose people are exactly its members, no students among
 * them; rooms do not count.
 */
export function ownMeetings(week: WeekGrid): OwnMeetings {
  const periods = new Map<string, Set<number>>();
  for (const placement of week.timetable.placements) {
    const lesson = week.lessons[week.lessonIndex.get(placement.lesson) ?? -1];
    if (lesson?.kind !== "meeting") continue;
    const isRoom = (id: string) => week.resources[week.resourceIndex.get(id) ?? -1]?.kind === "room";
    const key = keyOf(attending(lesson, placement).filter((id) => !isRoom(id)));
    const own = periods.get(key) ?? new Set();
    const [start, end] = span(week, placement);
    for (let period = start; period < end; period++) own.add(period);
    periods.set(key, own);
  }
  return (members) => [...(periods.get(keyOf(members)) ?? [])].sort((a, b) => a - b);
}

function keyOf(ids: readonly string[]): string {
  return JSON.stringify([...new Set(ids)].sort());
}
