import { expect, it } from "vitest";
import { coveredSchool } from "../nightly/small-schools.js";
import { Annealer } from "../src/anneal.js";
import { compile } from "../src/compile.js";
import { levelsOf, termsIn } from "../src/objective.js";
import { seeded } from "../src/random.js";
import { termsOf } from "../src/terms.js";

it("keeps count of every term while lessons, blocks and covers change", () => {
  const sums = { touched: 0, cover: 0, unpopular: 0, fairness: 0 };
  for (let seed = 1; seed <= 30; seed++) {
    const school = coveredSchool(seed, { days: 3, perDay: 4, groups: 3, teachers: 5, lessons: 14 });
    const unpopular = school.timetable.periods.filter((_, p) => p % 3 === 0).map(({ id }) => id);
    const model = compile({ ...school, rules: "clashes", unpopular });
    const annealer = new Annealer(
      model,
      seeded(seed),
      levelsOf({ weights: { missing: 5, moved: 1, touched: 1 } }),
    );
    annealer.placeBlocks();
    annealer.cool(2560, 2, 1);
    annealer.run(2560);
    const { week } = annealer;
    const counted = termsOf(model, week.start, week.block, week.coverOf);
    expect(termsIn(week)).toEqual(counted);
    for (const term of Object.keys(sums) as (keyof typeof sums)[]) sums[term] += counted[term];
  }
  // None of it is a comparison of zeros.
  expect(Math.min(...Object.values(sums))).toBeGreaterThan(0);
});
