import type { Placement, Timetable } from "@collegium/scheduling";

/** The place of every period in the timetable's order, by its id. */
export function periodIndex({ periods }: Pick<Timetable, "periods">): ReadonlyMap<string, number> {
  return new Map(periods.map((period, index) => [period.id, index]));
}

/** Which of its lesson's meetings each placement is, counted from 1 in the timetable's order. */
export function occurrencesOf(placements: readonly Pick<Placement, "lesson">[]): number[] {
  const seen = new Map<string, number>();
  return placements.map(({ lesson }) => {
    const occurrence = (seen.get(lesson) ?? 0) + 1;
    seen.set(lesson, occurrence);
    return occurrence;
  });
}

/** Everyone and everything that a placed lesson uses: its own resources and those chosen for this placement. */
export function resourcesOf({
  lessons,
}: Pick<Timetable, "lessons">): (placement: Pick<Placement, "lesson" | "chosen">) => string[] {
  const own = new Map(lessons.map((lesson) => [lesson.id, lesson.resources]));
  return ({ lesson, chosen = [] }) => [...(own.get(lesson) ?? []), ...chosen.map(({ resource }) => resource)];
}
