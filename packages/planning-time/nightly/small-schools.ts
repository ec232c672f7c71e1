import type { Placement, Timetable } from "@collegium/scheduling";
import type { Cover } from "../src/cover.js";
import { occurrencesOf } from "../src/placed.js";
import type { Plan } from "../src/plan-document.js";
import type { PlanningTeam } from "../src/problem.js";
import { type Random, seeded } from "../src/random.js";

/** A made-up school and its teams. */
export interface SmallSchool {
  readonly timetable: Timetable;
  readonly teams: PlanningTeam[];
  readonly cover?: Cover;
  readonly ownPeriods?: number;
}

/** How large a made-up school is at most. */
export interface SchoolSize {
  readonly days: number;
  readonly perDay: number;
  readonly groups: number;
  readonly teachers: number;
  readonly lessons: number;
}

/** A clash-free week of classes, doubles and co-taught lessons that a seed fixes. */
export function smallSchool(seed: number, most: SchoolSize): SmallSchool {
  const random = seeded(seed);
  const upTo = (n: number) => 1 + random.below(n);
  const days = Array.from({ length: upTo(most.days) }, (_, d) => ({ id: `d${d}`, name: `Day ${d + 1}` }));
  const perDay = 2 + random.below(most.perDay - 1);
  const periods = days.flatMap((day) =>
    Array.from({ length: perDay }, (_, i) => ({ id: `${day.id}p${i}`, name: `${i + 1}`, day: day.id })),
  );
  const teachers = Array.from({ length: Math.max(2, upTo(most.teachers)) }, (_, i) => `t${i}`);
  const groups = Array.from({ length: upTo(most.groups) }, (_, i) => `g${i}`);
  const busy = new Set<string>();
  const lessons: { id: string; resources: string[]; starts: number[]; length: number }[] = [];
  for (let i = 0; i < most.lessons; i++) {
    const resources = [pick(random, teachers), pick(random, groups)];
    if (random.below(6) === 0) resources.push(pick(random, teachers));
    const people = [...new Set(resources)];
    const length = random.below(4) === 0 ? 2 : 1;
    const starts: number[] = [];
    for (let n = upTo(3); n > 0; n--) {
      const p = random.below(periods.length);
      const span = Array.from({ length }, (_, d) => p + d);
      if (span.some((q) => periods[q]?.day !== periods[p]!.day)) continue;
      if (span.some((q) => people.some((id) => busy.has(`${id} ${q}`)))) continue;
      for (const q of span) for (const id of people) busy.add(`${id} ${q}`);
      starts.push(p);
    }
    if (starts.length > 0) lessons.push({ id: `l${i}`, resources: people, starts, length });
  }
  const timetable: Timetable = {
    kind: "timetable",
    schemaVersion: 1,
    id: `small-${seed}`,
    school: "Made-up School",
    days,
    periods,
    resources: [...teachers, ...groups].map((id) => ({
      id,
      name: id,
      kind: id.startsWith("t") ? "teacher" : "group",
    })),
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      name: lesson.id,
      kind: "teaching",
      duration: lesson.starts.length * lesson.length,
      resources: lesson.resources,
    })),
    placements: lessons.flatMap((lesson) =>
      lesson.starts.map(
        (p): Placement => ({ lesson: lesson.id, start: periods[p]!.id, duration: lesson.length }),
      ),
    ),
  };
  const teams = Array.from({ length: upTo(2) }, (_, i) => ({
    id: `team-${i}`,
    members: [...new Set([pick(random, teachers), pick(random, teachers)])],
    blocks: upTo(2),
  }));
  return { timetable, teams };
}

/** A made-up school in which some teachers cover, one of them perhaps with no lesson of his own. */
export function coveredSchool(seed: number, most: SchoolSize): SmallSchool {
  const { timetable, teams } = smallSchool(seed, most);
  const random = seeded(seed + 1_000_003);
  const teachers = timetable.resources.filter(({ kind }) => kind === "teacher").map(({ id }) => id);
  const extra = random.below(2) === 0 ? ["t9"] : [];
  const chosen = [...new Set([pick(random, teachers), ...extra])];
  return {
    timetable: {
      ...timetable,
      resources: [...timetable.resources, ...extra.map((id) => ({ id, name: id, kind: "teacher" as const }))],
    },
    teams,
    cover: {
      teachers: chosen.map((id) => ({ id, periods: 1 + random.below(3) })),
      ...(random.below(2) === 0 && { perMember: 1 + random.below(2) }),
      ...(random.below(2) === 0 && { perClass: 1 + random.below(2) }),
    },
    ...(random.below(2) === 0 && { ownPeriods: random.below(3) }),
  };
}

const pick = (random: Random, from: readonly string[]) => from[random.below(from.length)]!;

/** The school as the independent checker sees it, with these placements. */
export function asWeek({ timetable }: SmallSchool, placements: readonly Placement[]) {
  const index = new Map(timetable.periods.map((period, i) => [period.id, i]));
  const type = { teacher: "Teacher", group: "Class" } as Record<string, string>;
  const events = new Map(
    timetable.lessons.map((lesson) => [
      lesson.id,
      { id: lesson.id, duration: lesson.duration, resources: [], groups: [] },
    ]),
  );
  return {
    instance: { children: [] },
    times: timetable.periods.map((period, i) => ({ id: period.id, index: i, day: period.day, groups: [] })),
    resources: timetable.resources.map((r) => ({ id: r.id, type: type[r.kind], groups: [] })),
    events: [...events.values()],
    meetings: placements.map((placement) => ({
      event: events.get(placement.lesson),
      duration: placement.duration,
      start: index.get(placement.start),
      slots: timetable.lessons.find((lesson) => lesson.id === placement.lesson)!.resources,
    })),
  };
}

/** The week after some of a plan's moves. */
export function placementsAfter(
  { timetable }: SmallSchool,
  { moves }: Pick<Plan, "moves">,
  done: readonly number[],
): Placement[] {
  const occurrence = occurrencesOf(timetable.placements);
  return timetable.placements.map((placement, index) => {
    const move = moves.find(
      (one, i) => done.includes(i) && one.lesson === placement.lesson && one.occurrence === occurrence[index],
    );
    return move ? { ...placement, start: move.to } : placement;
  });
}
