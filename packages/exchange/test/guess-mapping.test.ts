import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import { guessMapping, readTimetable, timetableIssueIn } from "../src/index.js";

const bytes = (rows: readonly string[]) => new TextEncoder().encode(rows.join("\r\n"));

it("reads a sheet whose merged cells came out empty: sections are classes, two in a cell, days under “Meets”", async () => {
  const courses = ["Mathematics", "English", "Science"];
  const rows = courses.flatMap((course, n) =>
    ["7A", "7B", "7B / 7C"].map(
      (section, i) =>
        `${i === 0 ? `Teacher ${n},${course}` : ","},${section},R${n},${"MTW"[i]},8:0${n}-8:5${n}`,
    ),
  );
  const sheet = ["Instructor,Class,Section(s),Rm,Meets,Time", ...rows];
  const { timetable } = unwrap(await readTimetable(bytes(sheet), { name: "sheet" }));
  const named = (kind: string) =>
    timetable.resources.flatMap((one) => (one.kind === kind ? [one.name] : [])).sort();
  expect(named("group")).toEqual(["7A", "7B", "7C"]);
  expect(named("teacher")).toEqual(["Teacher 0", "Teacher 1", "Teacher 2"]);
  const dayOf = new Map(timetable.periods.map(({ id, day }) => [id, day]));
  expect(new Set(timetable.placements.map(({ start }) => dayOf.get(start)))).toEqual(
    new Set(["mon", "tue", "wed"]),
  );
});

it("reads Spanish headers behind a title line, with semicolons and a byte order mark", async () => {
  const sheet = [
    "\uFEFFHorario 2025-2026;;;;;",
    ";;;;;",
    "Profesora;Materia;Grupo;Aula;Día;Hora",
    "Ana Ruiz;Matemáticas;7A;A1;Lunes;8:05-8:50",
    ";;7B;A1;Martes;8:55-9:40",
    ";;7C;A1;Martes;8:05-8:50",
    "Luis Soto;Lengua;7B;A2;Lunes;8:05-8:50",
    ";;7A;A2;Martes;8:55-9:40",
  ];
  const { timetable } = unwrap(await readTimetable(bytes(sheet), { name: "horario" }));
  expect(timetable.lessons).toHaveLength(5);
  expect(timetable.periods.filter(({ day }) => day === timetable.days[1]!.id)).toHaveLength(2);
});

it("takes no week of a class for a week of a teacher", () => {
  const sheet =
    "Class,Period,Mon,Tue\n7A,1,Art - Nora Vidal,History - Ivan Mora\n,2,Music - Sara Paz,Art - Nora Vidal\n";
  const guessed = guessMapping(sheet);
  expect(guessed.ok ? [] : guessed.issues.map(({ code }) => code)).toEqual(["no-teacher-column"]);
  const [issue] = guessed.ok ? [] : guessed.issues;
  expect(timetableIssueIn(issue!, "es").message).toBe(
    "La fila 1 nombra columnas, pero ninguna parece la de docentes.",
  );
});
