import { expect, it } from "vitest";
import { plan } from "../src/plan.js";
import { planSheet } from "../src/plan-sheet.js";
import { school } from "./schools.js";

// t1 and t2 never have a period off together, and there is one day: one block at most, for two that are wanted.
const timetable = school(1, 3, ["t1 g1 @ d1p1 d1p2", "t2 g2 @ d1p2 d1p3", "t3 g1 @ d1p3", "t4 g2 @ d1p1"]);
const teams = [{ id: "grade", members: ["t1", "t2"], blocks: 2 }];
const problem = { timetable, teams, rules: "clashes", unpopular: ["d1p1", "d1p2", "d1p3"] } as const;
const found = await plan(problem, { seed: 1, steps: 40 });

it("says in its first lines whose week changes, how unevenly blocks are missing, and which are unpopular", () => {
  const { terms } = found;
  expect(terms).toMatchObject({ missing: 1, fairness: 50, moved: 2, touched: 3, unpopular: 1 });
  const [teachers, group] =
    found.moves[0]!.lesson === "l1" || found.moves[0]!.lesson === "l3"
      ? ["t1 and t3", "g1"]
      : ["t2 and t4", "g2"];
  const head = planSheet(problem, found).split("\n\n")[0]!;
  expect(head).toContain("2 teachers and 1 student group notice it.");
  expect(head).toContain(`Teachers: ${teachers}.`);
  expect(head).toContain(`Student groups: ${group}.`);
  expect(head).toContain("The team that is worst off goes without 50 % of its blocks.");
  expect(head).toContain("1 block is in periods that are to be avoided.");
});

it("says the same in Spanish", () => {
  const head = planSheet(problem, found, { locale: "es" }).split("\n\n")[0]!;
  expect(head).toMatch(/Docentes: t\d y t\d\.\n {2}Grupos: g\d\./);
  expect(head).toContain("se queda sin el 50 % de sus bloques");
  expect(head).toContain("1 bloque cae en horas que convenía evitar.");
});

it("lists what happens at once in a circle: each lesson is followed by the one whose place it takes", async () => {
  // g1's three lessons change places in a circle.
  const circle = school(1, 3, [
    "t1 g1 @ d1p1",
    "t2 g1 @ d1p2",
    "t3 g1 @ d1p3",
    "t1 g2 @ d1p3",
    "t2 g3 @ d1p1",
    "t3 g4 @ d1p2",
  ]);
  const rooms = [{ id: "r1", name: "Room 1", kind: "room" as const }];
  const timetable = {
    ...circle,
    resources: [...circle.resources, ...rooms],
    lessons: circle.lessons.map((lesson) =>
      lesson.id === "l1" ? { ...lesson, resources: [...lesson.resources, "r1"] } : lesson,
    ),
  };
  const moves = [
    { lesson: "l1", occurrence: 1, duration: 1, from: "d1p1", to: "d1p2" },
    { lesson: "l3", occurrence: 1, duration: 1, from: "d1p3", to: "d1p1" },
    { lesson: "l2", occurrence: 1, duration: 1, from: "d1p2", to: "d1p3" },
  ];
  const start = new Map(moves.map(({ lesson, to }) => [lesson, to]));
  const placements = circle.placements.map((one) => ({ ...one, start: start.get(one.lesson) ?? one.start }));
  const sheet = planSheet(
    { timetable, teams: [], rules: "clashes" },
    { ...found, teams: [], unplaced: [], moves, placements },
  );
  expect(sheet).toMatch(
    /Step 1, all at once:\n {2}\[ \] l1 g1 \(t1\), Room 1: d1, period 1 to d1, period 2\n {2}\[ \] l2 g1.*\n {2}\[ \] l3 g1/,
  );
  expect(sheet).toContain("After every step the week holds");
});
