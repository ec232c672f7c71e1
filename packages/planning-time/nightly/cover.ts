import { law } from "@collegium/testing";
import fc from "fast-check";
import type { Terms } from "../src/objective.js";
import { plan } from "../src/plan.js";
import type { CoveredLesson, Plan } from "../src/plan-document.js";
import type { PlanningProblem } from "../src/problem.js";
import { swapsOf } from "../src/swaps.js";
// @ts-expect-error the checker is plain JavaScript on purpose: it shares nothing with the optimiser
import { checkPlan } from "../verify/compare.mjs";
import { bruteForce } from "./brute-force.js";
import { exactSolver } from "./exact-solver.js";
import { asWeek, coveredSchool, placementsAfter, type SmallSchool } from "./small-schools.js";

const SMALL = { days: 3, perDay: 4, groups: 3, teachers: 5, lessons: 14 };
const TINY = { days: 1, perDay: 3, groups: 2, teachers: 3, lessons: 4 };

async function solved(school: SmallSchool, steps: number): Promise<Plan> {
  return plan(problemOf(school), { seed: 1, steps, solver: await exactSolver() });
}

const problemOf = (school: SmallSchool): PlanningProblem => ({ ...school, rules: "clashes" });

/** What the independent checker holds against a plan with cover; empty where it stands. */
function faultsOf({ cover, ownPeriods, ...school }: SmallSchool, found: Plan): string[] {
  const before = asWeek(school, school.timetable.placements);
  const after = asWeek(school, found.placements);
  const wanted = found.teams.map(({ id, members, blocks }) => ({ id, members, blocks: blocks.length }));
  const checked = checkPlan(before, after, wanted, { plan: found, cover, ownPeriods });
  const periods = found.covered!.reduce((sum, { duration }) => sum + duration, 0);
  return [
    ...checked.faults,
    ...(checked.moved === found.moved ? [] : ["moved periods are counted wrongly"]),
    ...(checked.possible === found.placed ? [] : ["a block is counted that is none"]),
    ...(periods === found.terms.cover ? [] : ["covered periods are counted wrongly"]),
  ];
}

/** Fuller schools, in which lessons move although somebody covers: about one in sixty, the first with seed 28. */
const FULLER = { days: 3, perDay: 4, groups: 4, teachers: 6, lessons: 40 };

/** The first school from a seed on whose plan covers something, and moves something where that is asked. */
async function covering(size = SMALL, from = 1) {
  for (let seed = from; ; seed++) {
    const school = coveredSchool(seed, size);
    const found = await solved(school, 2);
    if (found.covered!.length > 0 && (size === SMALL || found.moves.length > 0)) return { school, found };
  }
}

/** A plan with its first covered lesson changed. */
const spoilt = (found: Plan, change: Partial<CoveredLesson>): Plan => ({
  ...found,
  covered: found.covered!.map((one, i) => (i === 0 ? { ...one, ...change } : one)),
});

/** Blocks that a choice of swaps should have made and did not; what such a choice breaks beside. */
function unkept(school: SmallSchool, found: Plan, choice: number): string[] {
  const swaps = swapsOf(problemOf(school), found);
  const isChosen = (swap: number) => ((choice >> (swap % 30)) & 1) === 1;
  const needs = new Map<string, number[]>();
  swaps.forEach(({ blocks }, swap) => {
    for (const { team, period } of blocks)
      needs.set(`${team}\n${period}`, [...(needs.get(`${team}\n${period}`) ?? []), swap]);
  });
  const teams = found.teams.map((team) => ({
    ...team,
    blocks: team.blocks.filter((block) => (needs.get(`${team.id}\n${block}`) ?? []).every(isChosen)),
  }));
  const span = (one: CoveredLesson) => {
    const first = school.timetable.periods.findIndex(({ id }) => id === one.period);
    return school.timetable.periods.slice(first, first + one.duration).map(({ id }) => id);
  };
  const covered = found.covered!.filter((one) =>
    teams.some(
      ({ members, blocks }) => members.includes(one.member) && span(one).some((p) => blocks.includes(p)),
    ),
  );
  const done = swaps.flatMap(({ moves }, swap) => (isChosen(swap) ? moves : []));
  const placements = placementsAfter(school, found, done);
  const { placed: _, ...rest } = found;
  const part = {
    ...rest,
    placed: teams.reduce((sum, { blocks }) => sum + blocks.length, 0),
    teams,
    covered,
    placements,
  };
  const counted = ["moved periods are counted wrongly", "covered periods are counted wrongly"];
  return faultsOf(school, part).filter((fault) => !counted.includes(fault));
}

export const laws = [
  law({
    name: "no plan with cover fails the independent checker",
    gate: 8,
    nightly: 2000,
    values: fc.nat({ max: 1_000_000 }),
    async holds(seed) {
      const school = coveredSchool(seed, SMALL);
      return faultsOf(school, await solved(school, 8)).length === 0;
    },
    faults: [
      {
        name: "a lesson that nobody takes",
        async caught() {
          const { school, found } = await covering();
          return faultsOf(school, { ...found, covered: found.covered!.slice(1) }).length > 0;
        },
      },
      {
        name: "a cover teacher who has a lesson then",
        async caught() {
          const { school, found } = await covering();
          const teaching = school.timetable.lessons.flatMap(({ id, resources }) =>
            found.placements.some(({ lesson, start }) => lesson === id && start === found.covered![0]!.period)
              ? resources.filter((r) => r.startsWith("t"))
              : [],
          );
          const by = teaching.find((id) => id !== found.covered![0]!.member) ?? found.covered![0]!.member;
          return faultsOf(school, spoilt(found, { by })).length > 0;
        },
      },
      {
        name: "a cap that is passed",
        async caught() {
          const { school, found } = await covering();
          const teachers = school.cover!.teachers.map((teacher) => ({ ...teacher, periods: 0 }));
          return faultsOf({ ...school, cover: { ...school.cover, teachers } }, found).length > 0;
        },
      },
      {
        name: "a lesson covered for a member who is in no block",
        async caught() {
          const { school, found } = await covering();
          const teams = found.teams.map((team) => ({ ...team, blocks: [] }));
          return faultsOf(school, { ...found, teams, placed: 0 }).length > 0;
        },
      },
    ],
  }),
  law({
    name: "tiny schools with cover equal brute force, in blocks, moves, people and cover",
    gate: 15,
    nightly: 200,
    values: fc.nat({ max: 1_000_000 }),
    async holds(seed) {
      const school = coveredSchool(seed, TINY);
      return isBest(await solved(school, 200), bruteForce(school));
    },
    faults: [
      {
        name: "a plan that covers one period too many",
        async caught() {
          const school = coveredSchool(1, TINY);
          const best = bruteForce(school);
          const found = await solved(school, 20);
          return !isBest({ ...found, terms: { ...found.terms, cover: best.cover + 1 } }, best);
        },
      },
      {
        name: "a bound that forgets cover",
        async caught() {
          // What could be had without cover is no bound on plans with it.
          for (let seed = 1; ; seed++) {
            const { cover: _, ...without } = coveredSchool(seed, TINY);
            const best = bruteForce(coveredSchool(seed, TINY));
            const bound = bruteForce(without);
            if (bound.missing > best.missing) return !isBest({ terms: best, bound }, best);
          }
        },
      },
    ],
  }),
  law({
    name: "a choice of swaps makes the blocks it promises, with whoever covers free then",
    gate: 5,
    nightly: 1000,
    values: fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 2 ** 30 - 1 })),
    async holds([seed, choice]) {
      const school = coveredSchool(seed, FULLER);
      return unkept(school, await solved(school, 4), choice).length === 0;
    },
    faults: [
      {
        name: "a block promised without the change that frees its cover teacher or member",
        async caught() {
          const { school, found } = await covering(FULLER, 28);
          const { faults } = checkPlan(
            asWeek(school, school.timetable.placements),
            asWeek(school, school.timetable.placements),
            [],
            { plan: found, cover: school.cover },
          );
          return faults.length > 0;
        },
      },
    ],
  }),
];

/** Whether a plan is as good as the best there is, and its bound true. */
function isBest({ terms, bound }: Pick<Plan, "terms" | "bound">, best: Terms): boolean {
  return (
    terms.missing === best.missing &&
    terms.moved === best.moved &&
    terms.touched === best.touched &&
    terms.cover === best.cover &&
    bound.missing <= best.missing &&
    bound.moved <= best.moved
  );
}
