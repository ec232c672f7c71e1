import type { Placement } from "@collegium/scheduling";
import { law } from "@collegium/testing";
import fc from "fast-check";
import type { Snapshot } from "../src/anneal.js";
import { compile } from "../src/compile.js";
import { BlockInserter } from "../src/insert-blocks.js";
import type { Model } from "../src/model.js";
import { placementsOf } from "../src/placements.js";
import { seeded } from "../src/random.js";
// @ts-expect-error the checker is plain JavaScript on purpose: it shares nothing with the optimiser
import { checkPlan } from "../verify/compare.mjs";
import { asWeek, type SmallSchool, smallSchool } from "./small-schools.js";

const SMALL = { days: 3, perDay: 5, groups: 4, teachers: 6, lessons: 20 };
const MOVES = 2000;

const modelOf = (school: SmallSchool, seed: number) =>
  compile({ ...school, rules: seed % 2 === 0 ? "all" : "clashes" });

/** Every week that blocks were inserted into, one block more each time. */
function insertions(model: Model, seed: number): Snapshot[] {
  const most = model.teams.map(({ blocks }) => blocks);
  const inserter = new BlockInserter(model, seeded(seed));
  const found: Snapshot[] = [];
  for (let next = inserter.run(MOVES, most); next; next = inserter.run(MOVES, most)) found.push(next);
  return found;
}

/** Whether a week stands before the checker, and the blocks that it names are there. */
function stands(school: SmallSchool, model: Model, week: Snapshot): boolean {
  const placements = placementsOf(model, week.start)!;
  const before = asWeek(school, school.timetable.placements);
  const { faults, moved } = checkPlan(before, asWeek(school, placements), []);
  return faults.length === 0 && moved === week.moved && blocksStand(school, placements, week.block);
}

/** Whether no member has a lesson or another block in a block, and no team two blocks on a day. */
function blocksStand({ timetable, teams }: SmallSchool, after: readonly Placement[], block: Int32Array) {
  const index = new Map(timetable.periods.map(({ id }, i) => [id, i]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const taken = new Set<string>();
  for (const { lesson, start, duration } of after) {
    for (let d = 0; d < duration; d++)
      for (const id of lessons.get(lesson)!.resources) taken.add(`${id} ${index.get(start)! + d}`);
  }
  const take = (key: string) => !taken.has(key) && taken.add(key);
  const wanted = teams.flatMap(({ id, members, blocks = 0 }) => new Array(blocks).fill({ id, members }));
  return [...block].every((p, b) => {
    const { id, members } = wanted[b]! as { id: string; members: string[] };
    return p < 0 || [`${id} ${timetable.periods[p]!.day}`, ...members.map((t) => `${t} ${p}`)].every(take);
  });
}

/** The first school with lessons moved for a block. */
function changed(): { school: SmallSchool; model: Model; week: Snapshot } {
  for (let seed = 1; ; seed++) {
    const school = smallSchool(seed, SMALL);
    const model = modelOf(school, seed);
    const week = insertions(model, seed).find(({ moved }) => moved > 0);
    if (week) return { school, model, week };
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
      const model = modelOf(school, seed);
      return insertions(model, seed).every((week) => stands(school, model, week));
    },
    faults: [
      {
        name: "a lesson that goes home without the others",
        caught() {
          const { school, model, week } = changed();
          const away = week.start.findIndex((p, o) => p !== model.today[o]);
          const start = week.start.map((p, o) => (o === away ? model.today[o]! : p));
          return !stands(school, model, { ...week, start });
        },
      },
    ],
  }),
];
