import { law } from "@collegium/testing";
import fc from "fast-check";
import { plan } from "../src/plan.js";
import type { Plan } from "../src/plan-document.js";
import { type Swap, swapsOf } from "../src/swaps.js";
// @ts-expect-error the checker is plain JavaScript on purpose: it shares nothing with the optimiser
import { checkPlan } from "../verify/compare.mjs";
import { asWeek, placementsAfter, type SmallSchool, smallSchool } from "./small-schools.js";

const SCHOOL = { days: 3, perDay: 4, groups: 3, teachers: 5, lessons: 12 };

async function planned(seed: number): Promise<{ school: SmallSchool; found: Plan; swaps: Swap[] }> {
  const school = smallSchool(seed, SCHOOL);
  const problem = { ...school, rules: "clashes" } as const;
  const found = await plan(problem, { seed: 1, steps: 6 });
  return { school, found, swaps: swapsOf(problem, found) };
}

function faults(school: SmallSchool, found: Plan, done: readonly number[]): string[] {
  const before = asWeek(school, school.timetable.placements);
  return checkPlan(before, asWeek(school, placementsAfter(school, found, done)), []).faults;
}

/** What is wrong with the swaps of a plan: a move lost, a choice of them that breaks a rule, a step that clashes. */
function faultsOf(school: SmallSchool, found: Plan, swaps: readonly Swap[], choice: number): string[] {
  const all = swaps.flatMap(({ moves }) => moves).sort((a, b) => a - b);
  const wrong =
    all.length === found.moves.length && all.every((move, i) => move === i) ? [] : ["a move is lost"];
  const chosen = swaps.filter((_, i) => (choice >> (i % 30)) & 1);
  wrong.push(
    ...faults(
      school,
      found,
      chosen.flatMap(({ moves }) => moves),
    ),
  );
  const done: number[] = [];
  for (const step of chosen.flatMap(({ steps }) => steps)) {
    done.push(...step);
    wrong.push(...faults(school, found, done).filter((fault) => !fault.startsWith("more on one day")));
  }
  return wrong;
}

/** The first school whose plan has a swap of several moves in one step. */
async function exchanging() {
  for (let seed = 1; ; seed++) {
    const made = await planned(seed);
    if (made.swaps.some(({ steps }) => steps.some((step) => step.length > 1))) return made;
  }
}

export const laws = [
  law({
    name: "any choice of swaps keeps the rules, and every step of it is possible",
    gate: 6,
    nightly: 1000,
    values: fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 2 ** 30 - 1 })),
    async holds([seed, choice]) {
      const { school, found, swaps } = await planned(seed);
      return faultsOf(school, found, swaps, choice).length === 0;
    },
    faults: [
      {
        name: "an exchange as two steps",
        async caught() {
          const { school, found, swaps } = await exchanging();
          const torn = swaps.map((swap) => ({ ...swap, steps: swap.moves.map((move) => [move]) }));
          return faultsOf(school, found, torn, 2 ** 30 - 1).length > 0;
        },
      },
      {
        name: "every move a swap of its own",
        async caught() {
          const { school, found } = await exchanging();
          const single = found.moves.map((_, i) => ({ moves: [i], steps: [[i]], blocks: [], periods: 1 }));
          return [1, 2, 4, 5, 8, 10].some((choice) => faultsOf(school, found, single, choice).length > 0);
        },
      },
      {
        name: "a move forgotten",
        async caught() {
          const { school, found, swaps } = await exchanging();
          return faultsOf(school, found, swaps.slice(1), 2 ** 30 - 1).length > 0;
        },
      },
    ],
  }),
];
