import { expect, it } from "vitest";
import { smallSchool } from "../nightly/small-schools.js";
import { highsSolver } from "../src/highs-solver.js";
import { loadHighs } from "../src/load-highs.js";
import { plan } from "../src/plan.js";

it("answers where the interior point fails", async () => {
  // HiGHS 1.15.3 ends with an error on the relaxation of this school.
  const school = smallSchool(385_306, { days: 3, perDay: 4, groups: 3, teachers: 5, lessons: 12 });
  const solver = highsSolver(await loadHighs());
  const found = await plan({ ...school, rules: "clashes" }, { seed: 1, steps: 20, solver });
  const alone = await plan({ ...school, rules: "clashes" }, { seed: 1, steps: 20 });
  expect(found.placed).toBeGreaterThanOrEqual(alone.placed);
  expect(found.bound.missing).toBeLessThanOrEqual(found.wanted - found.placed);
});
