import { law } from "@collegium/testing";
import fc from "fast-check";
import type { Snapshot } from "../src/anneal.js";
import { compile } from "../src/compile.js";
import { BlockInserter } from "../src/insert-blocks.js";
import { placementsOf } from "../src/placements.js";
import { seeded } from "../src/random.js";
// @ts-expect-error the checker is plain JavaScript on purpose: it shares nothing with the optimiser
import { checkPlan } from "../verify/compare.mjs";
import { asWeek, type SmallSchool, smallSchool } from "./small-schools.js";

const SMALL = { days: 3, perDay: 5, groups: 4, teachers: 6, lessons: 20 };
const MOVES = 2000;

/** Every week that blocks were inserted into, one block more each time. */
function insertions(school: SmallSchool, seed: number): Snapshot[] {
  const model = compile({ ...school, rules: seed % 2 === 0 ? "all" : "clashes" });
  const most = model.teams.map(({ blocks }) => blocks);
  const inserter = new BlockInserter(model, seeded(seed));
  const found: Snapshot[] = [];
  for (let next = inserter.run(MOVES, most); next; next = inserter.run(MOVES, most)) found.push(next);
  return found;
}

/** Whether a week stands before the checker, with the blocks that it names. */
function stands(school: SmallSchool, week: Snapshot): boolean {
  const model = compile({ ...school, rules: "all" });
  let next = 0;
  const blocks = school.teams.map(({ id, members, blocks = 0 }) => {
    const mine = week.block.subarray(next, next + blocks).filter((p) => p >= 0);
    next += blocks;
    return { id, members, periods: [...mine] };
  });
  const wanted = blocks.map(({ id, members, periods }) => ({ id, members, blocks: periods.length }));
  const before = asWeek(school, school.timetable.placements);
  const { faults, moved, possible } = checkPlan(
    before,
    asWeek(school, placementsOf(model, week.start)!),
    wanted,
  );
  const days = blocks.map(({ periods }) => new Set(periods.map((p) => model.dayOf[p])).size);
  const placed = blocks.reduce((sum, { periods }) => sum + periods.length, 0);
  return (
    faults.length === 0 &&
    moved === week.moved &&
    possible >= placed &&
    blocks.every(({ periods }, g) => periods.length === days[g])
  );
}

/** The first school with lessons moved for a block. */
function changed(): { school: SmallSchool; week: Snapshot } {
  for (let seed = 1; ; seed++) {
    const school = smallSchool(seed, SMALL);
    const week = insertions(school, seed).find(({ moved }) => moved > 0);
    if (week) return { school, week };
  }
}

export const laws = [
  law({
    name: "a week with inserted blocks keeps every rule",
    gate: 30,
    nightly: 1000,
    values: fc.nat({ max: 1_000_000 }),
    holds(seed) {
      const school = smallSchool(seed, SMALL);
      return insertions(school, seed).every((week) => stands(school, week));
    },
    faults: [
      {
        name: "a lesson that goes home without the others",
        caught() {
          const { school, week } = changed();
          const model = compile({ ...school, rules: "all" });
          const away = week.start.findIndex((p, o) => p !== model.today[o]);
          const start = week.start.map((p, o) => (o === away ? model.today[o]! : p));
          return !stands(school, { ...week, start });
        },
      },
    ],
  }),
];
