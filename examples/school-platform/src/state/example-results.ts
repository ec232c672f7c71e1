import { exampleSchool } from "./example.js";
import { reportOf } from "./results-book.js";

/** The generated results of one grade as a file of one row for each student: groups, two quizzes, the answers of the first. */
export function exampleResults(today: string): string {
  const { school, quizzes } = exampleSchool(today);
  const [first, second] = quizzes.filter(({ team }) => team === quizzes[0]?.team);
  if (!first) return "";
  const groups = new Map(school.students.map((student) => [student.id, student.groups ?? []]));
  const names = [...new Set(first.students.flatMap(({ id }) => groups.get(id) ?? []))].sort();
  const points = (set: typeof first | undefined) => {
    const report = set ? reportOf(set) : undefined;
    const students = report?.ok ? report.value.students : [];
    return new Map(
      students.map((s) => [s.id, s.present ? String(Math.round((100 * s.points) / s.max)) : ""]),
    );
  };
  const [autumn, spring] = [points(first), points(second)];
  const empty = names.map(() => "");
  const rows = [
    ["student", "class", ...names, "quiz 1", "quiz 2", ...first.items.map(({ id }) => `item ${id}`)],
    ["Key", "", ...empty, "", "", ...first.items.map(({ key }) => key ?? "")],
    ["Standard", "", ...empty, "", "", ...first.items.map(({ standard }) => standard ?? "")],
    ...first.students.map(({ id, class: of = "" }, s) => [
      String(s + 1),
      of,
      ...names.map((name) => (groups.get(id)?.includes(name) ? "yes" : "no")),
      autumn.get(id) ?? "",
      spring.get(id) ?? "",
      ...first.items.map((_, i) => String(first.responses[s]?.[i] ?? "")),
    ]),
  ];
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
}
