import { expect, it } from "vitest";
import { withReasons } from "../src/conflict.js";
import { highsSolver } from "../src/highs-solver.js";
import { loadHighs } from "../src/load-highs.js";
import { plan } from "../src/plan.js";
import type { PlanningProblem } from "../src/problem.js";
import { sayReason } from "../src/reason-texts.js";
import { school } from "./schools.js";

const timetable = school(1, 3, ["t1 g1 @ d1p1 d1p2", "t2 g2 @ d1p2 d1p3", "t3 g1 @ d1p3", "t4 g2 @ d1p1"]);
const teams = [{ id: "grade", members: ["t1", "t2"], blocks: 1 }];

async function reasonOf(problem: PlanningProblem) {
  const found = await plan(problem, { seed: 1, steps: 20 });
  const { unplaced } = withReasons(problem, found, highsSolver(await loadHighs()));
  return unplaced[0];
}

it("names the pins that stand in the way, and nothing that does not", async () => {
  const pins = [{ lesson: "l1" }, { lesson: "l2" }];
  const miss = await reasonOf({ timetable, teams, rules: "clashes", pins, noBlocksAt: [] });
  expect(miss?.reason).toMatchObject({ code: "conflict", all: [{ code: "pins" }] });
  expect(miss?.because).toContain("as long as all of this holds: the lessons that must stay.");
});

it("names closed periods together with pins where either alone would leave a way", async () => {
  const pins = [{ lesson: "l3" }];
  const noBlocksAt = ["d1p3"];
  const miss = await reasonOf({ timetable, teams, rules: "clashes", pins, noBlocksAt });
  expect(miss?.reason.all?.map(({ code }) => code).sort()).toEqual(["closed", "pins"]);
  expect(sayReason(miss!.reason, "es")).toContain(
    "las clases que deben quedarse y las horas cerradas a bloques",
  );
});

it("says the exact search where nothing that is kept can be given up", async () => {
  const crowded = school(1, 2, ["t1 g1 @ d1p1", "t2 g1 @ d1p2"]);
  const miss = await reasonOf({ timetable: crowded, teams, rules: "clashes" });
  expect(["students", "proven"]).toContain(miss?.reason.code);
});
