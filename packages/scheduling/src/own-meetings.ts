import { attending, span, type WeekGrid } from "./week-grid.js";

/**
 * Indexes of the periods in which a team's own meeting stands: a lesson of kind meeting whose people are exactly the
 * members, no students among them. In time order, each once.
 */
export function ownMeetingPeriods(week: WeekGrid, members: readonly string[]): number[] {
  const wanted = new Set(members);
  const periods = new Set<number>();
  for (const placement of week.timetable.placements) {
    const lesson = week.lessons[week.lessonIndex.get(placement.lesson) ?? -1];
    if (lesson?.kind !== "meeting" || !sameSet(people(week, attending(lesson, placement)), wanted)) continue;
    const [start, end] = span(week, placement);
    for (let period = start; period < end; period++) periods.add(period);
  }
  return [...periods].sort((a, b) => a - b);
}

function people(week: WeekGrid, ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id) => week.resources[week.resourceIndex.get(id) ?? -1]?.kind !== "room"));
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
