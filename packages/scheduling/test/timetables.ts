import { unwrap } from "@collegium/schema";
import { type Lesson, type Placement, Timetable } from "../src/timetable.js";

/** A small week for tests: lessons written as `[id, resources, starts, options]`. */
export function timetable(options: {
  days?: number;
  perDay?: number;
  teachers: readonly (string | { id: string; department?: string; grade?: string })[];
  groups?: readonly string[];
  lessons: readonly [
    id: string,
    resources: string[],
    starts: string[],
    more?: Partial<Pick<Lesson, "kind" | "course" | "name">> & { length?: number },
  ][];
}): Timetable {
  const { days = 2, perDay = 3, groups = [] } = options;
  const dayIds = Array.from({ length: days }, (_, d) => `d${d + 1}`);
  const placements: Placement[] = options.lessons.flatMap(([lesson, , starts, more]) =>
    starts.map((start) => ({ lesson, start, duration: more?.length ?? 1 })),
  );
  return unwrap(
    Timetable.create({
      id: "timetable",
      school: "Example School",
      days: dayIds.map((id) => ({ id, name: id })),
      periods: dayIds.flatMap((day) =>
        Array.from({ length: perDay }, (_, p) => ({ id: `${day}-${p + 1}`, name: `${p + 1}`, day })),
      ),
      resources: [
        ...options.teachers.map((teacher) => {
          const fields = typeof teacher === "string" ? { id: teacher } : teacher;
          return { name: fields.id, kind: "teacher" as const, ...fields };
        }),
        ...groups.map((id) => ({ id, name: id, kind: "group" as const })),
      ],
      lessons: options.lessons.map(([id, resources, starts, more]) => ({
        id,
        name: more?.name ?? id,
        kind: more?.kind ?? "teaching",
        ...(more?.course !== undefined && { course: more.course }),
        duration: Math.max(1, starts.length * (more?.length ?? 1)),
        resources,
      })),
      placements,
    }),
  );
}
