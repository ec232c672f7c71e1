import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.js";

let folder: string;
const file = (name: string) => join(folder, name);
const plan = (...args: string[]) => run("time", "plan", "--timetable", file("school.xml"), ...args);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "collegium-plan-"));
  await run("demo", "school", "--seed", "3", "--out", file("school.xml"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("time plan", () => {
  it("says the same for the same seed and steps, byte by byte", async () => {
    const once = await plan("--steps", "30", "--seed", "4");
    const again = await plan("--steps", "30", "--seed", "4");
    expect(once.code).toBe(0);
    expect(again.out).toBe(once.out);
    expect(once.out).toMatch(/^\d+ of \d+ blocks, \d+ periods? moved/);
    expect(once.out).toContain("Step 1");
  });

  it("leaves what must stay: a lesson at a time, a student group, a teacher", async () => {
    const free = JSON.parse((await plan("--steps", "30", "--json")).out);
    const { lesson, from } = free.moves[0];
    const kept = JSON.parse((await plan("--steps", "30", "--json", "--keep", `${lesson}@${from}`)).out);
    expect(kept.moves).not.toContainEqual(expect.objectContaining({ lesson, from }));
    expect(kept.swaps.flatMap((swap: { moves: number[] }) => swap.moves)).toHaveLength(kept.moves.length);
  });

  it("takes the order in which terms decide: where moves come first, nothing moves", async () => {
    const still = JSON.parse(
      (await plan("--steps", "2", "--json", "--objective", "order:moved,missing")).out,
    );
    expect(still).toMatchObject({ moved: 0, terms: { moved: 0, missing: still.wanted - still.placed } });
    const summed = await plan(
      "--steps",
      "2",
      "--json",
      "--objective",
      "weights:missing=50,moved=1,touched=2",
    );
    expect(JSON.parse(summed.out).terms.moved).toBeGreaterThan(0);
  });

  it("offers an alternative in a file of its own, and prices", async () => {
    const args = ["--steps", "4", "--alternatives", "1", "--prices", "--json", "--out", file("planned.xml")];
    const answer = JSON.parse((await plan(...args)).out);
    expect(answer.alternatives).toHaveLength(1);
    expect(answer.alternatives[0]).toMatchObject({ how: "times", shared: expect.anything() });
    expect(answer.prices.map(({ team }: { team: string }) => team)).toEqual(
      answer.teams.map(({ id }: { id: string }) => id),
    );
    expect(readFileSync(file("planned-2.xml"))).not.toEqual(readFileSync(file("planned.xml")));
  });

  it("explains first what the week allows, on the other stream, and speaks Spanish", async () => {
    const said = await plan("--steps", "1", "--explain", "--lang", "es", "--closed", "Mon", "--own", "40");
    expect(said.err).toContain("Lo que la semana permite");
    expect(said.err).toMatch(/guarda 40 para planificar a solas/);
    expect(said.out).toMatch(/^0 de \d+ bloques/);
  });

  it("writes the moves as a table, says what it writes over, and never writes over what it reads", async () => {
    const files = ["--out", file("next.xml"), "--moves", file("moves.csv")];
    const once = await plan("--steps", "10", "--lang", "es", ...files);
    expect(once.err).toMatch(/next\.xml: guardado\..*moves\.csv: guardado\./);
    expect(once.err).toMatch(/\d+ de \d+ bloques, \d+ horas? movidas?/);
    const [head, ...rows] = readFileSync(file("moves.csv"), "utf8").trimEnd().split("\r\n");
    expect(head).toBe("cambio,paso,clase,alumnos,docentes,horas,de,a,aula,da");
    expect(rows).toHaveLength(once.out.match(/: de .* a /g)?.length ?? 0);
    expect((await plan("--steps", "1", ...files)).err).toContain("written over the one that was there");
    const before = readFileSync(file("school.xml"));
    const refused = await plan("--steps", "1", "--out", file("school.xml"));
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatch(/^\S*school\.xml: This file is read here/);
    expect(readFileSync(file("school.xml")).equals(before)).toBe(true);
    expect((await plan("--out", file("none/x.xml"))).err).toMatch(/folder .* does not exist/);
  });

  it("refuses a workbook and a stranger in the teams in the reader's language", async () => {
    writeFileSync(file("week.xlsx"), "PK\u0003\u0004 and so on");
    const book = await run("time", "plan", "--timetable", file("week.xlsx"), "--lang", "es");
    expect([book.code, book.err]).toEqual([1, expect.stringMatching(/\(\.xlsx\).* guarde la hoja como CSV/)]);
    writeFileSync(file("teams.json"), JSON.stringify({ teams: [{ id: "a", members: ["nobody"] }] }));
    const teams = await plan("--teams", file("teams.json"), "--lang", "es");
    expect([teams.code, teams.err]).toEqual([1, expect.stringMatching(/Este docente no está en el horario/)]);
  });

  it("lets named teachers cover within their caps, lists who does what, and compares with nobody", async () => {
    const audit = JSON.parse((await run("time", "audit", "--timetable", file("school.xml"), "--json")).out);
    const members = audit.teams.flatMap((team: { members: string[] }) => team.members);
    const cover = `${members[0]}:3, ${members.at(-1)}:2`;
    const args = ["--cover", cover, "--cover-member", "2", "--steps", "20", "--alternatives", "1", "--json"];
    const answer = JSON.parse((await plan(...args, "--covered", file("cover.csv"))).out);
    const periods = (id: string) =>
      answer.covered
        .filter(({ by }: { by: string }) => by === id)
        .reduce((sum: number, { duration }: { duration: number }) => sum + duration, 0);
    expect(answer.covered.length).toBeGreaterThan(0);
    expect(periods(members[0])).toBeLessThanOrEqual(3);
    expect(periods(members.at(-1))).toBeLessThanOrEqual(2);
    expect(readFileSync(file("cover.csv"), "utf8").split("\r\n")).toHaveLength(answer.covered.length + 2);
    expect(answer.alternatives[0]).toMatchObject({ how: "uncovered", terms: { cover: 0 } });
    writeFileSync(file("cover.json"), JSON.stringify({ teachers: [{ id: members[0], periods: 1 }] }));
    const said = await plan("--cover", file("cover.json"), "--steps", "20", "--lang", "es");
    expect(said.out).toMatch(/Quién cubre qué, cada semana: 1 hora\.|Nadie tiene que cubrir\./);
  });

  it("asks for teams where the timetable has none", async () => {
    writeFileSync(file("lone.csv"), "Teacher,Course,Section,Period,Days\nAda Alder,Maths,7A,1,MWF\n");
    const none = await run("time", "plan", "--timetable", file("lone.csv"), "--lang", "es");
    expect([none.code, none.out, none.err]).toEqual([1, "", expect.stringMatching(/No se hallaron equipos/)]);
  });

  const misuses: [args: string[], code: number, says: RegExp][] = [
    [["--keep", "nobody@Mon"], 1, /no lesson, student group or teacher/],
    [["--cover", "nobody:2"], 1, /no teacher of this id or name/],
    [["--cover", "nobody.json"], 1, /no such file/],
    [["--cover-class", "2"], 2, /need --cover/],
    [["--covered", "x.csv"], 2, /needs --cover/],
    [["--closed", "Someday"], 1, /no such period or day/],
    [["--objective", "weighted:soon"], 2, /weighted:N/],
    [["--objective", "best"], 2, /lexicographic/],
    [["--objective", "order:missing,shoes"], 2, /the terms missing, fairness, moved/],
    [["--objective", "order:moved,moved", "--lang", "es"], 2, /--objective toma lexicographic; order:TERM/],
    [["--objective", "order:moved,moved"], 2, /order:TERM/],
    [["--objective", "weights:missing=50,moved"], 2, /weights:TERM=N/],
    [["--rules", "some"], 2, /all or clashes/],
    [["--alternatives", "9"], 2, /from 0 to 3/],
    [["--workers", "0"], 2, /--workers takes/],
    [["--steps", "-1"], 2, /--steps|argument/],
    [["--lang", "fr"], 2, /en or es/],
  ];
  it.each(misuses)("refuses %j", async (args, code, says) => {
    const answer = await plan(...args);
    expect(answer.code).toBe(code);
    expect(answer.out).toBe("");
    expect(answer.err).toMatch(says);
  });
});

describe("time ways", () => {
  it("sets five ways side by side, with contract and law kept or broken", async () => {
    const args = ["--timetable", file("school.xml"), "--seconds", "1", "--contract", "225", "--law", "54000"];
    const answer = await run("time", "ways", ...args, "--minutes-per-period", "45", "--json");
    expect(answer.code, answer.err).toBe(0);
    const { ways } = JSON.parse(answer.out);
    const kinds = ways.map(({ kind, from }: { kind: string; from: string }) => `${kind} ${from}`);
    expect(kinds).toEqual([
      "swap next-term",
      "swap next-year",
      "specials next-year",
      "shave next-year",
      "release next-year",
      "cover next-term",
    ]);
    for (const way of ways)
      expect(way).toMatchObject({ belowContract: expect.any(Array), law: expect.anything() });
    const early = ways[4];
    expect(early.instructionLost).toBe(60);
  });

  it("refuses a day and a number that make no sense", async () => {
    const args = ["time", "ways", "--timetable", file("school.xml"), "--minutes-per-period", "45"];
    expect((await run(...args, "--release-day", "Caturday")).code).toBe(1);
    expect((await run(...args, "--shave", "500")).code).toBe(1);
    expect((await run(...args, "--shave", "few")).code).toBe(2);
    const unknown = await run("time", "ways", "--timetable", file("school.xml"));
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/how long its periods are/)]);
  });
});
