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
