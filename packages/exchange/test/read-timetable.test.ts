import { gunzipSync, gzipSync } from "node:zlib";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readTimetable, writeTimetable } from "../src/index.js";
import { smallSchool } from "./small-school.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const codes = async (input: Uint8Array, options = {}) => {
  const result = await readTimetable(input, options);
  return result.ok ? [] : result.issues.map((issue) => issue.code);
};

describe("XHSTT", () => {
  it("gives lessons, meetings, needs, choices and preassigned events", async () => {
    const { timetable, solutions } = unwrap(await readTimetable(bytes(smallSchool())));
    expect(timetable).toMatchObject({ school: "Escuela Peña", label: "now" });
    expect(solutions).toEqual(["now"]);
    expect(timetable.lessons).toMatchObject([
      {
        id: "e1",
        kind: "teaching",
        duration: 2,
        resources: ["t1", "k"],
        needs: [{ role: "Room", kind: "room" }],
      },
      { id: "e2", kind: "meeting", duration: 1, resources: ["t1", "t2"] },
    ]);
    expect(timetable.placements).toEqual([
      { lesson: "e1", start: "a", duration: 1, chosen: [{ role: "Room", resource: "r1" }] },
      { lesson: "e1", start: "c", duration: 1 },
      { lesson: "e2", start: "d", duration: 1 },
    ]);
    expect(timetable.resources.find((r) => r.id === "t1")).toMatchObject({
      department: "Science",
      pools: ["sci"],
    });
  });

  it("takes a lesson of one teacher for a meeting where its course is called one", async () => {
    const text = smallSchool()
      .replace("<Name>Biology</Name>", "<Name>Science Team Time</Name>")
      .replace('<Resource Reference="k"/>', "");
    const { timetable } = unwrap(await readTimetable(bytes(text)));
    expect(timetable.lessons[0]).toMatchObject({ id: "e1", kind: "meeting" });
  });

  it("keeps its constraints as rules with references expanded", async () => {
    const head = (id: string) =>
      `<Name>${id}</Name><Required>true</Required><Weight>3</Weight><CostFunction>Quadratic</CostFunction>`;
    const constraints = [
      `<PreferTimesConstraint Id="p">${head("p")}<AppliesTo><EventGroups><EventGroup Reference="all"/></EventGroups></AppliesTo><TimeGroups><TimeGroup Reference="late"/></TimeGroups><Times><Time Reference="a"/></Times><Duration>2</Duration></PreferTimesConstraint>`,
      `<SpreadEventsConstraint Id="s">${head("s")}<AppliesTo><EventGroups><EventGroup Reference="bio"/></EventGroups></AppliesTo><TimeGroups><TimeGroup Reference="D1"><Minimum>0</Minimum><Maximum>1</Maximum></TimeGroup></TimeGroups></SpreadEventsConstraint>`,
      `<LimitIdleTimesConstraint Id="i">${head("i")}<AppliesTo><ResourceGroups><ResourceGroup Reference="sci"/></ResourceGroups><Resources><Resource Reference="k"/></Resources></AppliesTo><TimeGroups><TimeGroup Reference="D2"/></TimeGroups><Minimum>0</Minimum><Maximum>1</Maximum></LimitIdleTimesConstraint>`,
      `<PreferResourcesConstraint Id="r">${head("r")}<AppliesTo><Events><Event Reference="e1"/></Events></AppliesTo><ResourceGroups><ResourceGroup Reference="labs"/></ResourceGroups><Role>Room</Role></PreferResourcesConstraint>`,
      `<OrderEventsConstraint Id="o">${head("o")}<AppliesTo><EventPairs><EventPair><FirstEvent Reference="e1"/><SecondEvent Reference="e2"/><MinSeparation>1</MinSeparation></EventPair></EventPairs></AppliesTo></OrderEventsConstraint>`,
    ].join("");
    const { timetable } = unwrap(await readTimetable(bytes(smallSchool({ constraints }))));
    const common = { hard: true, source: "xhstt", weight: 3, cost: "quadratic" };
    expect(timetable.rules).toEqual([
      { ...common, kind: "prefer-times", id: "p", lessons: ["e1"], periods: ["b", "d", "a"], duration: 2 },
      {
        ...common,
        kind: "spread-events",
        id: "s",
        lessonGroups: [{ id: "bio", lessons: ["e1"] }],
        periodGroups: [{ id: "D1", periods: ["a", "b"], minimum: 0, maximum: 1 }],
      },
      {
        ...common,
        kind: "limit-idle-times",
        id: "i",
        resources: ["t1", "k"],
        periodGroups: [{ id: "D2", periods: ["c", "d"] }],
        minimum: 0,
        maximum: 1,
      },
      {
        ...common,
        kind: "prefer-resources",
        id: "r",
        lessons: ["e1"],
        preferred: ["r1"],
        pool: "labs",
        role: "Room",
      },
      {
        ...common,
        kind: "order-events",
        id: "o",
        pairs: [{ first: "e1", second: "e2", minimum: 1, maximum: 1_000_000 }],
      },
      {
        kind: "preassigned-times",
        hard: true,
        source: "xhstt",
        id: "preassigned-times",
        weight: 1,
        cost: "linear",
        starts: [{ lesson: "e2", start: "d" }],
      },
    ]);
    expect(timetable.lessons[0]?.needs).toEqual([{ role: "Room", kind: "room", pool: "labs" }]);
  });

  it("writes one solution, and every other byte as it came, in every encoding and packing", async () => {
    const text = smallSchool();
    const inputs: [Uint8Array, (b: Uint8Array) => string][] = [
      [bytes(text), (b) => new TextDecoder().decode(b)],
      [bytes(`\uFEFF${text}`), (b) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(b)],
      [latin(smallSchool({ encoding: "ISO-8859-1" })), (b) => Buffer.from(b).toString("latin1")],
      [Buffer.from(`\uFEFF${text}`, "utf16le"), (b) => Buffer.from(b).toString("utf16le")],
      [gzipSync(text.replaceAll("\n", "\r\n")), (b) => gunzipSync(b).toString()],
    ];
    for (const [input, decode] of inputs) {
      const { timetable, original } = unwrap(await readTimetable(input));
      const moved = timetable.placements.map((p) => (p.start === "c" ? { ...p, start: "b" } : p));
      const output = unwrap(writeTimetable(original, moved, { name: "next & best" }));
      const outside = (t: string) => t.replace(/<SolutionGroups>[\s\S]*<\/SolutionGroups>/, "");
      expect(outside(decode(output))).toBe(outside(decode(input)));
      const again = unwrap(await readTimetable(output));
      expect(again.solutions).toEqual(["next & best"]);
      expect(again.timetable.placements).toEqual(moved);
    }
  });

  it("names the solution taken, and takes the one that is asked for", async () => {
    const one = (id: string, body: string) =>
      `<SolutionGroup Id="${id}"><Solution Reference="S"><Events>${body}</Events></Solution></SolutionGroup>`;
    const full = `<Event Reference="e1"><Time Reference="c"/></Event>`;
    const half = `<Event Reference="e1"><Duration>1</Duration><Time Reference="a"/></Event>`;
    const file = bytes(
      smallSchool({ solutions: `<SolutionGroups>${one("half", half)}${one("full", full)}</SolutionGroups>` }),
    );
    const chosen = await readTimetable(file);
    expect(chosen.ok && chosen.value.timetable.label).toBe("full");
    expect(chosen.ok && chosen.warnings.map((w) => w.code)).toEqual(["solution-chosen"]);
    expect(await codes(file, { solution: "half" })).toEqual(["incomplete-solution"]);
    expect(await codes(file, { solution: "other" })).toEqual(["unknown-solution"]);
    expect(await codes(bytes(smallSchool({ solutions: "" })))).toEqual(["no-solution"]);
  });
});

describe("bad input", () => {
  it.each([
    ["nothing", new Uint8Array(), "empty-file"],
    ["cut gzip", gzipSync(smallSchool()).subarray(0, 300), "broken-gzip"],
    ["cut XML", bytes(smallSchool().slice(0, 900)), "broken-xml"],
    ["another XML", bytes("<html></html>"), "wrong-format"],
    ["a workbook", bytes("PK\u0003\u0004 and so on"), "wrong-format"],
    ["a PDF", bytes("%PDF-1.7"), "wrong-format"],
    ["bytes", Uint8Array.of(1, 0, 2, 0, 3), "wrong-format"],
    ["Latin-1 that says UTF-8", latin(smallSchool()), "wrong-encoding"],
    ["an unknown encoding", bytes(smallSchool({ encoding: "EBCDIC-42" })), "wrong-encoding"],
    ["entities that swell", bytes(`<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>`), "broken-xml"],
    ["deep nesting", bytes("<a>".repeat(10_000)), "broken-xml"],
    ["an archive without a school", bytes("<HighSchoolTimetableArchive/>"), "no-instance"],
  ])("refuses %s in one sentence", async (_, input, code) => {
    const result = await readTimetable(input);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.issues.map((issue) => issue.code)).toEqual([code]);
    expect(result.issues[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  it("refuses a file made to swell, without unpacking it", async () => {
    const bomb = gzipSync(Buffer.alloc(80_000_000));
    const before = process.memoryUsage().rss;
    expect(await codes(bomb)).toEqual(["too-large"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it("refuses placements that are not of the file, and those that leave lessons out", async () => {
    const { original, timetable } = unwrap(await readTimetable(bytes(smallSchool())));
    const write = (placements: typeof timetable.placements) => {
      const result = writeTimetable(original, placements);
      return result.ok ? [] : result.issues.map((issue) => issue.code);
    };
    expect(write(timetable.placements)).toEqual([]);
    expect(write(timetable.placements.slice(1))).toEqual(["incomplete-plan"]);
    expect(write([...timetable.placements, { lesson: "x", start: "a", duration: 1 }])).toEqual([
      "unknown-lesson",
    ]);
    expect(write(timetable.placements.map((p) => ({ ...p, start: "z" })))).toEqual(
      Array(3).fill("unknown-period"),
    );
    expect(
      write(timetable.placements.map((p) => (p.start === "d" ? { ...p, start: "d", duration: 2 } : p))),
    ).toEqual(["outside-week", "incomplete-plan"]);
  });
});
