import type { Placement, Timetable } from "@collegium/scheduling";

/** A made-up week: lessons as "teacher group period[,period…]", one line each. */
export function school(days: number, perDay: number, lines: readonly string[]): Timetable {
  const dayIds = Array.from({ length: days }, (_, d) => `d${d + 1}`);
  const periods = dayIds.flatMap((day) =>
    Array.from({ length: perDay }, (_, i) => ({ id: `${day}p${i + 1}`, name: `${i + 1}`, day })),
  );
  const parsed = lines.map((line, index) => {
    const [people = "", starts = "", length = "1"] = line.split(" @ ").flatMap((part) => part.split(" x"));
    return {
      id: `l${index + 1}`,
      people: people.split(" "),
      starts: starts.split(" "),
      length: Number(length),
    };
  });
  const ids = [...new Set(parsed.flatMap((lesson) => lesson.people))].sort();
  return {
    kind: "timetable",
    schemaVersion: 1,
    id: "made-up",
    school: "Made-up School",
    days: dayIds.map((id) => ({ id, name: id })),
    periods,
    resources: ids.map((id) => ({ id, name: id, kind: id.startsWith("t") ? "teacher" : "group" })),
    lessons: parsed.map(({ id, people, starts, length }) => ({
      id,
      name: id,
      kind: "teaching",
      duration: starts.length * length,
      resources: people,
    })),
    placements: parsed.flatMap(({ id, starts, length }): Placement[] =>
      starts.map((start) => ({ lesson: id, start, duration: length })),
    ),
  };
}

/** A school in which three teachers of four stand before a class in every period: teacher and class turn like two wheels. */
export function fullSchool(teachers: number, groups: number): Timetable {
  const starts = new Map<string, string[]>();
  for (let p = 0; p < 25; p++) {
    const day = Math.floor(p / 5);
    for (let g = 0; g < groups; g++) {
      const people = `t${(g + ((5 * p + day) % 8) * 3) % teachers} g${g}`;
      starts.set(people, [...(starts.get(people) ?? []), `d${day + 1}p${(p % 5) + 1}`]);
    }
  }
  return school(
    5,
    5,
    [...starts].map(([people, at]) => `${people} @ ${at.join(" ")}`),
  );
}
