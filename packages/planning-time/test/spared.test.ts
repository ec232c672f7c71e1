import { expect, it } from "vitest";
import { compile } from "../src/compile.js";
import { explain } from "../src/explain.js";
import { highsSolver } from "../src/highs-solver.js";
import { loadHighs } from "../src/load-highs.js";
import { sayReason } from "../src/reason-texts.js";
import { withSpared } from "../src/spared.js";
import { school } from "./schools.js";

const solver = highsSolver(await loadHighs());
const none = new Int32Array([-1]);

/** Two classes share a teacher outside of the team, so that one member must always teach; others could be spared. */
const sharing = [
  "t1 g1 @ d1p1 d1p2",
  "t2 g1 @ d1p3 d1p4",
  "t5 g2 @ d1p3 d1p4",
  "t8 g3 @ d1p1",
  "t9 g3 @ d1p2",
  "t2 g2 @ d1p1 d1p2",
];
const team = { id: "a", members: ["t1", "t5"], blocks: 1 };

it("shows that no period is without a member where counting still allows blocks", () => {
  const model = compile({ timetable: school(1, 4, sharing), teams: [team], rules: "all" });
  const counted = explain(model);
  expect(counted.missing).toBe(0);
  const spared = withSpared(model, counted, none, solver);
  expect(spared).toMatchObject({ most: [0], missing: 1 });
  const reason = spared.why(0, 0, 1)!;
  expect(reason).toEqual({ code: "never-spared", values: { wanted: 1, days: 0 } });
  expect(sayReason(reason, "en")).toMatch(/^In no period of the week can all classes be taught/);
  expect(sayReason(reason, "es")).toMatch(/^En ninguna hora de la semana/);
});

it("leaves a period open that one more colleague can cover", () => {
  const more = [...sharing.slice(0, -1), "t2 g2 @ d1p1", "t3 g2 @ d1p2"];
  const model = compile({ timetable: school(1, 4, more), teams: [team], rules: "all" });
  expect(withSpared(model, explain(model), none, solver)).toMatchObject({ most: [1], missing: 0 });
});

it("leaves the periods of a team alone that has its blocks", () => {
  const model = compile({ timetable: school(1, 4, sharing), teams: [team], rules: "all" });
  expect(withSpared(model, explain(model), new Int32Array([0]), solver).missing).toBe(0);
  expect([...model.teams[0]!.allowed]).toEqual([1, 1, 1, 1]);
});
