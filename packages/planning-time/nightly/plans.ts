import { law } from "@collegium/testing";
import fc from "fast-check";
import { loadHighs } from "../src/load-highs.js";
import { plan } from "../src/plan.js";
import type { Plan } from "../src/plan-document.js";
// @ts-expect-error the checker is plain JavaScript on purpose: it shares nothing with the optimiser
import { checkPlan } from "../verify/compare.mjs";
// @ts-expect-error the same holds for its relaxation
import { certifiedBound, relaxationOf } from "../verify/relaxation.mjs";
import { bruteForce } from "./brute-force.js";
import { exactSolver } from "./exact-solver.js";
import { asWeek, type SmallSchool, smallSchool } from "./small-schools.js";

const SMALL = { days: 3, perDay: 4, groups: 3, teachers: 5, lessons: 12 };
const TINY = { days: 1, perDay: 3, groups: 2, teachers: 3, lessons: 4 };

async function solved(school: SmallSchool, steps: number, rules: Plan["rules"] = "clashes"): Promise<Plan> {
  return plan({ ...school, rules }, { seed: 1, steps, solver: await exactSolver() });
}

/** What the independent checker holds against a plan; empty where it stands. */
function faultsOf(school: SmallSchool, found: Plan): string[] {
  const before = asWeek(school, school.timetable.placements);
  const after = asWeek(school, found.placements);
  const wanted = found.teams.map((team) => ({
    id: team.id,
    members: team.members,
    blocks: team.blocks.length,
  }));
  const checked = checkPlan(before, after, wanted);
  const faults: string[] = [...checked.faults];
  if (checked.moved !== found.moved) faults.push("moved periods are counted wrongly");
  faults.push(...blockFaults(school, found));
  return faults;
}

/** Whether the blocks named are free for every member, on different days, and nobody is in two at once. */
function blockFaults({ timetable }: SmallSchool, found: Plan): string[] {
  const busy = new Set<string>();
  const index = new Map(timetable.periods.map((period, i) => [period.id, i]));
  for (const placement of found.placements) {
    const lesson = timetable.lessons.find(({ id }) => id === placement.lesson)!;
    for (let d = 0; d < placement.duration; d++) {
      for (const id of lesson.resources)
        busy.add(`${id} ${timetable.periods[index.get(placement.start)! + d]!.id}`);
    }
  }
  const faults: string[] = [];
  for (const team of found.teams) {
    const days = team.blocks.map((id) => timetable.periods[index.get(id)!]!.day);
    if (new Set(days).size < days.length) faults.push("two blocks on one day");
    for (const block of team.blocks) {
      for (const member of team.members) {
        if (busy.has(`${member} ${block}`)) faults.push("a member is not free in a block");
        busy.add(`${member} ${block}`);
      }
    }
  }
  return faults;
}

/** The first school in which the plan moves something. */
async function movedPlan(): Promise<{ school: SmallSchool; found: Plan }> {
  for (let seed = 1; ; seed++) {
    const school = smallSchool(seed, SMALL);
    const found = await solved(school, 20);
    if (found.moves.length > 0) return { school, found };
  }
}

let highs: Awaited<ReturnType<typeof loadHighs>> | undefined;
/** What `verify/bound.mjs` says of a school. */
async function relaxed(school: SmallSchool): Promise<{ impossible?: boolean; moved?: number }> {
  const teams = school.teams.map((team) => ({ ...team, blocks: team.blocks ?? 0 }));
  const week = asWeek(school, school.timetable.placements);
  highs ??= await loadHighs();
  return certifiedBound(highs, relaxationOf(week, teams));
}

/** Whether a plan is as good as the best there is, and its bound true. */
function isBest({ wanted, placed, moved, bound }: Plan, best: { missing: number; moved: number }): boolean {
  return (
    wanted - placed === best.missing &&
    moved === best.moved &&
    bound.missing <= best.missing &&
    bound.moved <= best.moved
  );
}

/** Whether a bound is true of the best plan; it speaks of plans that miss no block alone. */
function staysBelow(
  bound: { impossible?: boolean; moved?: number },
  best: { missing: number; moved: number },
): boolean {
  return best.missing > 0 || (!bound.impossible && bound.moved! <= best.moved);
}

export const laws = [
  law({
    name: "no plan fails the independent checker",
    gate: 15,
    nightly: 2000,
    values: fc.nat({ max: 1_000_000 }),
    async holds(seed) {
      const school = smallSchool(seed, SMALL);
      return faultsOf(school, await solved(school, 20)).length === 0;
    },
    faults: [
      {
        name: "a lesson in a place that is taken",
        async caught() {
          const { school, found } = await movedPlan();
          const move = found.moves[0]!;
          const placements = found.placements.map((p) =>
            p.lesson === move.lesson && p.start === move.to ? { ...p, start: move.from } : p,
          );
          return faultsOf(school, { ...found, placements }).length > 0;
        },
      },
      {
        name: "a count that is one too low",
        async caught() {
          const { school, found } = await movedPlan();
          return faultsOf(school, { ...found, moved: found.moved - 1 }).length > 0;
        },
      },
    ],
  }),
  law({
    name: "tiny schools equal brute force",
    gate: 15,
    nightly: 200,
    values: fc.nat({ max: 1_000_000 }),
    async holds(seed) {
      const school = smallSchool(seed, TINY);
      // These schools have no rules of their own, so keeping them changes the way there alone.
      const rules = seed % 2 === 0 ? "all" : "clashes";
      return isBest(await solved(school, 200, rules), bruteForce(school));
    },
    faults: [
      {
        name: "a plan that moves one lesson too many",
        async caught() {
          const { found } = await movedPlan();
          return !isBest(
            { ...found, moved: found.moved + 1 },
            { missing: found.wanted - found.placed, moved: found.moved },
          );
        },
      },
      {
        name: "a bound above the best plan",
        async caught() {
          const school = smallSchool(1, TINY);
          const best = bruteForce(school);
          const found = await solved(school, 200);
          return !isBest({ ...found, bound: { ...found.bound, moved: best.moved + 1 } }, best);
        },
      },
    ],
  }),
  law({
    name: "the stated relaxation stays below brute force",
    gate: 15,
    nightly: 200,
    values: fc.nat({ max: 1_000_000 }),
    async holds(seed) {
      const school = smallSchool(seed, TINY);
      return staysBelow(await relaxed(school), bruteForce(school));
    },
    faults: [
      {
        name: "a bound that is one too high",
        async caught() {
          for (let seed = 1; ; seed++) {
            const school = smallSchool(seed, TINY);
            const best = bruteForce(school);
            if (best.missing === 0) return !staysBelow({ moved: best.moved + 1 }, best);
          }
        },
      },
    ],
  }),
];
