import { expect, it } from "vitest";
import { smallSchool } from "../nightly/small-schools.js";
import { branchOnBlocks } from "../src/branch-on-blocks.js";
import { compile } from "../src/compile.js";
import { highsSolver } from "../src/highs-solver.js";
import { loadHighs } from "../src/load-highs.js";
import { programOf } from "../src/program.js";

const solver = highsSolver(await loadHighs());

/** A school's exact optimum, and what branching on blocks shows and finds within so many relaxations. */
function branched(seed: number, nodes: number) {
  const school = smallSchool(seed, { days: 4, perDay: 5, groups: 6, teachers: 8, lessons: 100 });
  const model = compile({ ...school, rules: "clashes" });
  const { program, columns } = programOf(model, { start: model.today }, 50);
  const optimum = Math.round(solver.solve(program, {}).objective);
  const relaxed = solver.solve(program, { relaxed: true });
  const floors: number[] = [];
  const costs: number[] = [];
  branchOnBlocks({ program, columns, relaxed }, optimum + 6, solver, {
    nodes,
    say: (floor) => floors.push(floor),
    found: (_, cost) => costs.push(cost),
  });
  return { optimum, relaxed: relaxed.objective, floors, costs };
}

const seeds = [3, 11, 15, 21, 23];

it("ends at the optimum, shown and found", () => {
  const all = seeds.map((seed) => branched(seed, Infinity));
  for (const { optimum, floors, costs } of all) {
    expect(floors.at(-1)).toBe(optimum);
    expect(costs.at(-1)).toBe(optimum);
  }
  // Some of these schools need branches at all.
  expect(all.some(({ optimum, relaxed }) => relaxed < optimum - 0.5)).toBe(true);
});

it("never claims more than is true where it stops early", () => {
  for (const seed of seeds) {
    const { optimum, floors } = branched(seed, 2);
    expect(floors.length).toBeGreaterThan(0);
    expect(Math.max(...floors)).toBeLessThanOrEqual(optimum);
  }
});
