import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../src/commands.js";
import { run } from "./run.js";

const speaking = commands.filter(
  ({ name }) => name.startsWith("calendar ") || ["time audit", "time find", "time plan"].includes(name),
);

describe("in Spanish", () => {
  it.each(speaking.map(({ name }) => name))("%s --help", async (name) => {
    const english = await run(...name.split(" "), "--help");
    const spanish = await run(...name.split(" "), "--help", "--lang", "es");
    expect([english.code, spanish.code]).toEqual([0, 0]);
    const [lines, words] = [english.out, spanish.out].map((text) => text.split("\n")) as [string[], string[]];
    expect(words).toHaveLength(lines.length);
    for (const [at, line] of lines.entries()) if (line !== "") expect(words[at]).not.toBe(line);
    expect(spanish.out).not.toMatch(/\b(the|where|default|which|answer)\b/);
  });
  it.each([
    [["calendar", "expand", "--lang", "es"], "Dé una regla: FREQ=WEEKLY;BYDAY=TU"],
    [["calendar", "expand", "FREQ=DAILY", "--lang=es"], "Falta --start."],
    [
      ["calendar", "expand", "FREQ=DAILY", "--start", "2026-09-01", "--limit", "0", "--lang", "es"],
      "--limit toma un número entero, 1 o más.",
    ],
    [["calendar", "check", "--lang", "es"], "Nombre el archivo del calendario."],
    [["calendar", "show", "x.json", "--weeks", "--lang", "es"], "Opción desconocida: --weeks."],
    [["time", "audit", "extra", "--lang", "es"], "Argumento inesperado: extra."],
    [["time", "audit", "--lang", "es"], "Falta --timetable."],
    [
      ["time", "audit", "--lang", "es", "--target"],
      "La opción --target está mal escrita: le falta un valor o le sobra.",
    ],
    [["time", "lose", "--lang", "es"], 'No hay ningún comando "time lose".'],
  ])("%j is a wrong call", async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect([code, out, err.split("\n")[0]]).toEqual([2, "", sentence]);
  });
  it.each([
    [["--timetable", "gone.xml"], "No existe ese archivo."],
    [["--timetable", "packages/cli"], "Esto es una carpeta."],
    [["--timetable", "SCHOOL", "--keep", "Nobody"], "ninguna clase, grupo o docente de este nombre"],
    [["--timetable", "SCHOOL", "--keep", "t01@Sunday"], "ninguna hora ni día así"],
    [["--timetable", "SCHOOL", "--closed", "Sunday"], "Las horas se escriben como"],
    [["--timetable", "SCHOOL", "--cover", "Nobody:3"], "ningún docente con este identificador o nombre"],
    [["--timetable", "SCHOOL", "--out", "SCHOOL"], "no se escribe encima"],
    [["--timetable", "SCHOOL", "--out", "gone/planned.xml"], "La carpeta de este archivo no existe."],
    [["--timetable", "SCHOOL", "--teams", "SCHOOL"], "Esto no es JSON: línea 1."],
    [["--timetable", "CSV"], "La fila 1 nombra columnas, pero ninguna parece la de las horas."],
  ])("time plan %j is refused", async (args, sentence) => {
    const folder = mkdtempSync(join(tmpdir(), "collegium-spanish-"));
    const [school, csv] = [join(folder, "school.xml"), join(folder, "school.csv")];
    await run("demo", "school", "--seed", "1", "--out", school);
    writeFileSync(csv, "Docente;Asignatura;Aula\nAna;Lengua;1\n");
    const named = args.map((word) => (word === "SCHOOL" ? school : word === "CSV" ? csv : word));
    const { code, out, err } = await run("time", "plan", ...named, "--lang", "es");
    rmSync(folder, { recursive: true });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\b(the|There|This)\b/);
  });
  it("lists the commands", async () => {
    const { out } = await run("--help", "--lang", "es");
    expect(out).toMatch(/collegium time audit +cuánto tiempo/);
  });
});

describe("part-timers", () => {
  let folder: string;
  let school: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "collegium-present-"));
    school = join(folder, "school.xml");
    await run("demo", "school", "--seed", "1", "--out", school);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const presentIn = (value: unknown) => {
    const file = join(folder, "present.json");
    writeFileSync(file, JSON.stringify(value));
    return ["--timetable", school, "--present", file];
  };

  it("have no free time in the audit while they are not at school", async () => {
    const teams = async (...args: string[]) =>
      JSON.parse((await run("time", "audit", ...args, "--json")).out).teams as {
        id: string;
        commonPeriods: string[];
      }[];
    const whole = await teams("--timetable", school);
    const half = await teams(...presentIn({ t01: ["mon", "tue"] }));
    const [before, after] = [whole, half].map((all) => all.find(({ id }) => id === "grade-6")!.commonPeriods);
    expect(before!.length).toBeGreaterThan(0);
    expect(after).toEqual(before!.filter((period) => /mon|tue/i.test(period)));
    const minutes = await run(
      "time",
      "audit",
      ...presentIn({ t01: [] }),
      "--minutes",
      "--period",
      "45",
      "--json",
    );
    expect(JSON.parse(minutes.out).teachers.find(({ id }: { id: string }) => id === "t01").free).toBe(0);
  });
  it("are asked to no time at which they are not at school", async () => {
    const find = async (present: unknown) =>
      JSON.parse((await run("time", "find", ...presentIn(present), "--people", "t01", "--json")).out)
        .times as {
        periods: string[];
      }[];
    const all = await find({});
    const half = await find({ t01: ["wed"] });
    expect(half).toEqual(all.filter(({ periods }) => /wed/i.test(periods[0]!)));
    expect(half.length).toBeGreaterThan(0);
  });
  it("are refused in sentences where the file means nothing", async () => {
    const { code, err } = await run(
      "time",
      "audit",
      ...presentIn({ nobody: ["mon"], t01: ["never"] }),
      "--lang",
      "es",
    );
    expect(code).toBe(1);
    expect(err).toMatch(/Este docente no está en el horario\./);
    expect(err).toMatch(/no nombra ningún día, horas de un día ni hora lectiva/);
  });
});
