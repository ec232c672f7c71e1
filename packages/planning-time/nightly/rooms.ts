import type { Placement, Timetable } from "@collegium/scheduling";
import { law } from "@collegium/testing";
import fc from "fast-check";
import { occurrencesOf } from "../src/placed.js";
import { plan } from "../src/plan.js";
import type { Plan } from "../src/plan-document.js";
import { seeded } from "../src/random.js";
import { swapsOf } from "../src/swaps.js";
// @ts-expect-error the checker is plain JavaScript on purpose: it shares nothing with the optimiser
import { checkPlan } from "../verify/compare.mjs";
// @ts-expect-error the same holds for its reader
import { parseXml } from "../verify/xml.mjs";
import { type SmallSchool, smallSchool } from "./small-schools.js";

const SCHOOL = { days: 2, perDay: 4, groups: 4, teachers: 6, lessons: 12 };
const ROOMS = ["r0", "r1", "r2"];

/** A small school in which lessons have rooms, some of which suit each of them. */
function roomySchool(seed: number): SmallSchool {
  const school = smallSchool(seed, SCHOOL);
  const random = seeded(seed + 1);
  const { timetable } = school;
  const index = new Map(timetable.periods.map((period, i) => [period.id, i]));
  const taken = new Set<string>();
  const suitable = new Map(
    timetable.lessons.map(({ id }) => [id, new Set(ROOMS.filter(() => random.below(2) === 0))]),
  );
  const placements = timetable.placements.map((placement): Placement => {
    const start = index.get(placement.start)!;
    const cells = (room: string) =>
      Array.from({ length: placement.duration }, (_, d) => `${room} ${start + d}`);
    const free = ROOMS.filter((room) => cells(room).every((cell) => !taken.has(cell)));
    const resource = free[random.below(Math.max(1, free.length))];
    if (resource === undefined) return placement;
    for (const cell of cells(resource)) taken.add(cell);
    suitable.get(placement.lesson)!.add(resource);
    return { ...placement, chosen: [{ role: "room", resource }] };
  });
  const rules = [...suitable].map(([lesson, rooms]) => ({
    kind: "prefer-resources",
    hard: true,
    source: "xhstt",
    lessons: [lesson],
    role: "room",
    preferred: [...rooms],
  }));
  return {
    ...school,
    timetable: {
      ...timetable,
      resources: [...timetable.resources, ...ROOMS.map((id) => ({ id, name: id, kind: "room" as const }))],
      lessons: timetable.lessons.map((lesson) => ({ ...lesson, needs: [{ role: "room", kind: "room" }] })),
      placements,
      rules: [{ kind: "avoid-clashes", hard: true, source: "xhstt", resources: ROOMS }, ...rules],
    } as Timetable,
  };
}

/** The school as the independent checker reads it: rules in the words of its file. */
function asWeek({ timetable }: SmallSchool, placements: readonly Placement[]) {
  const list = (kind: string, name: string, ids: readonly string[]) =>
    `<${kind}>${ids.map((id) => `<${name} Reference="${id}"/>`).join("")}</${kind}>`;
  const head = "<Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction>";
  const rules = timetable.rules as unknown as { lessons?: string[]; preferred?: string[] }[];
  const constraints = rules.map(({ lessons, preferred }) =>
    lessons
      ? `<PreferResourcesConstraint Id="c">${head}<AppliesTo>${list("Events", "Event", lessons)}</AppliesTo>${list("Resources", "Resource", preferred!)}<Role>room</Role></PreferResourcesConstraint>`
      : `<AvoidClashesConstraint Id="a">${head}<AppliesTo>${list("Resources", "Resource", ROOMS)}</AppliesTo></AvoidClashesConstraint>`,
  );
  const index = new Map(timetable.periods.map((period, i) => [period.id, i]));
  const type = { teacher: "Teacher", group: "Class", room: "Room" } as Record<string, string>;
  const events = new Map(
    timetable.lessons.map(({ id, duration, resources }) => [
      id,
      {
        id,
        duration,
        resources: [...resources.map((resource) => ({ resource })), { role: "room" }],
        groups: [],
      },
    ]),
  );
  return {
    instance: parseXml(`<Instance><Constraints>${constraints.join("")}</Constraints></Instance>`),
    times: timetable.periods.map((period, i) => ({ id: period.id, index: i, day: period.day, groups: [] })),
    resources: timetable.resources.map((r) => ({ id: r.id, type: type[r.kind], groups: [] })),
    events: [...events.values()],
    meetings: placements.map(({ lesson, duration, start, chosen }) => ({
      event: events.get(lesson),
      duration,
      start: index.get(start),
      slots: [...timetable.lessons.find(({ id }) => id === lesson)!.resources, chosen?.[0]?.resource],
    })),
  };
}

/** What the checker holds against a week. */
function faultsOf(school: SmallSchool, after: readonly Placement[]): string[] {
  const checked = checkPlan(asWeek(school, school.timetable.placements), asWeek(school, after), []);
  const dearer = checked.hard.after > checked.hard.before ? ["the school's rules cost more"] : [];
  return [...checked.faults, ...dearer, ...(checked.newClashes.Room > 0 ? ["a room is taken"] : [])];
}

/** The week after some of a plan's moves, rooms with them. */
function carriedOut({ timetable }: SmallSchool, moves: Plan["moves"], withRooms = true): Placement[] {
  const occurrence = occurrencesOf(timetable.placements);
  return timetable.placements.map((placement, i) => {
    const move = moves.find((one) => one.lesson === placement.lesson && one.occurrence === occurrence[i]);
    const room = withRooms ? move?.rooms?.[0]?.to : undefined;
    return {
      ...placement,
      ...(move && { start: move.to }),
      ...(room !== undefined && { chosen: [{ role: "room", resource: room }] }),
    };
  });
}

const problemOf = (school: SmallSchool) => ({ ...school, rules: "all" }) as const;

/** The first school and moves that `change` makes out of a plan's; it has none for most. */
async function spoiled(change: (school: SmallSchool, moves: Plan["moves"]) => Plan["moves"] | undefined) {
  for (let seed = 1; ; seed++) {
    const school = roomySchool(seed);
    const found = await plan(problemOf(school), { seed: 1, steps: 6 });
    const moves = change(school, found.moves);
    if (moves) return { school, moves };
  }
}

/** The moves with one room that the file does not call suitable. */
function unsuitable({ timetable }: SmallSchool, moves: Plan["moves"]): Plan["moves"] | undefined {
  const rules = timetable.rules as unknown as { lessons?: string[]; preferred?: string[] }[];
  for (const [i, { lesson, rooms }] of moves.entries()) {
    const good = rules.find((rule) => rule.lessons?.includes(lesson))!.preferred!;
    const bad = ROOMS.find((id) => !good.includes(id));
    if (!rooms || bad === undefined) continue;
    return moves.map((move, at) => (at === i ? { ...move, rooms: [{ ...rooms[0]!, to: bad }] } : move));
  }
  return undefined;
}

export const laws = [
  law({
    name: "a plan that changes rooms keeps the school's rules, and so does any choice of its swaps",
    gate: 12,
    nightly: 1000,
    values: fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 2 ** 30 - 1 })),
    async holds([seed, choice]) {
      const school = roomySchool(seed);
      const found = await plan(problemOf(school), { seed: 1, steps: 6 });
      const swaps = swapsOf(problemOf(school), found).filter((_, i) => (choice >> (i % 30)) & 1);
      const some = carriedOut(
        school,
        swaps.flatMap(({ moves }) => moves.map((i) => found.moves[i]!)),
      );
      return faultsOf(school, found.placements).length === 0 && faultsOf(school, some).length === 0;
    },
    faults: [
      {
        name: "rooms that are left out of the moves",
        async caught() {
          const { school, moves } = await spoiled((_, all) =>
            all.some(({ from, to, rooms }) => rooms && from !== to) ? all : undefined,
          );
          return faultsOf(school, carriedOut(school, moves, false)).length > 0;
        },
      },
      {
        name: "a room that does not suit",
        async caught() {
          const { school, moves } = await spoiled(unsuitable);
          return faultsOf(school, carriedOut(school, moves)).length > 0;
        },
      },
    ],
  }),
];
