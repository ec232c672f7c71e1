import type { Lesson, Placement } from "@collegium/scheduling";
import { type DailyLimit, fitsDay, type Kind, type Model, type ModelTeam } from "./model.js";
import type { PlanningProblem } from "./problem.js";

const PEOPLE = ["teacher", "group", "student"];

/** Turns a school's question into numbers; every reference of the timetable must resolve. */
export function compile(problem: PlanningProblem): Model {
  const { timetable } = problem;
  const periodIndex = new Map(timetable.periods.map((period, index) => [period.id, index]));
  const dayIndex = new Map(timetable.days.map((day, index) => [day.id, index]));
  const periods = timetable.periods.length;
  const dayOf = Int32Array.from(timetable.periods, (period) => dayIndex.get(period.day) ?? -1);
  const people = timetable.resources.filter((resource) => PEOPLE.includes(resource.kind));
  const resourceIndex = new Map(people.map((resource, index) => [resource.id, index]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));

  const entries = timetable.placements.map((placement, index) => ({
    index,
    lesson: lessons.get(placement.lesson) as Lesson,
    start: periodIndex.get(placement.start) as number,
    duration: placement.duration,
    resources: peopleOf(lessons.get(placement.lesson) as Lesson, placement, resourceIndex),
  }));
  const present = new Uint8Array(people.length * periods);
  for (const entry of entries) {
    for (const r of entry.resources) {
      for (let i = 0; i < entry.duration; i++) present[r * periods + entry.start + i]!++;
    }
  }
  const pinned = pinnedPlacements(problem, entries);
  const meetings = groupBy(entries, (entry) => `${entry.lesson.id}\n${entry.duration}`);
  const meetingsBeside = (entry: Entry) => meetings.get(`${entry.lesson.id}\n${entry.duration}`)!;
  const grouped = groupBy(entries, (entry) => kindKey(entry, pinned));
  const kindOf = new Int32Array(entries.length);
  const kinds = [...grouped.values()].map((members, k): Kind => {
    for (const entry of members) kindOf[entry.index] = k;
    const { resources, duration } = members[0]!;
    const today = new Uint8Array(periods);
    for (const entry of members) today[entry.start] = 1;
    const fixed = pinned.has(members[0]!.index);
    const students = resources.filter((r) => people[r]!.kind !== "teacher");
    // A meeting never slips into the period of another meeting of its lesson with other people: no one would see it move.
    const taken = new Set(members.flatMap((entry) => meetingsBeside(entry).map((other) => other.start)));
    const allowed = today.slice();
    for (let p = 0; p < periods && !fixed; p++) {
      if (taken.has(p) || !fitsDay(dayOf, p, duration)) continue;
      let atSchool = true;
      for (const r of students)
        for (let i = 0; i < duration; i++) if (!present[r * periods + p + i]) atSchool = false;
      if (atSchool) allowed[p] = 1;
    }
    const occurrences = Int32Array.from(members, (entry) => entry.index);
    return {
      resources: Int32Array.from(resources),
      duration,
      occurrences,
      present: today,
      allowed,
      limits: new Int32Array(0),
    };
  });
  const limits = dailyLimits(entries, kindOf, dayOf);
  limits.forEach((limit, index) => {
    for (const k of limit.kinds) {
      (kinds[k] as { limits: Int32Array }).limits = Int32Array.from([...kinds[k]!.limits, index]);
    }
  });
  const forbidden = new Set(problem.noBlocksAt ?? []);
  const blockAllowed = Uint8Array.from(timetable.periods, (period) => (forbidden.has(period.id) ? 0 : 1));
  return {
    problem,
    periods,
    days: timetable.days.length,
    dayOf,
    resources: people.length,
    resourceIds: people.map((resource) => resource.id),
    capacity: present.map((count) => Math.max(1, count)),
    kinds,
    kindOf,
    today: Int32Array.from(entries, (entry) => entry.start),
    parts: entries.map((entry) => [entry.index]),
    limits,
    teams: problem.teams.map(
      (team): ModelTeam => ({
        members: Int32Array.from(new Set(team.members.map((id) => resourceIndex.get(id) ?? -1))),
        blocks: team.blocks ?? 0,
        allowed: blockAllowed,
      }),
    ),
    blocksPerDay: problem.blocksPerDay ?? 1,
  };
}

interface Entry {
  readonly index: number;
  readonly lesson: Lesson;
  readonly start: number;
  readonly duration: number;
  readonly resources: readonly number[];
}

function peopleOf(lesson: Lesson, placement: Placement, index: Map<string, number>): number[] {
  const ids = [...lesson.resources, ...(placement.chosen ?? []).map((chosen) => chosen.resource)];
  const found = ids.map((id) => index.get(id)).filter((r): r is number => r !== undefined);
  return [...new Set(found)].sort((a, b) => a - b);
}

function pinnedPlacements(problem: PlanningProblem, entries: readonly Entry[]): Set<number> {
  const { timetable, pins = [] } = problem;
  const fixed = new Set<string>();
  for (const rule of timetable.rules ?? []) {
    if (rule.kind !== "preassigned-times") continue;
    for (const { lesson } of rule["starts"] as readonly { lesson: string }[]) fixed.add(lesson);
  }
  const matches = (entry: Entry) =>
    fixed.has(entry.lesson.id) ||
    pins.some(
      (pin) =>
        pin.lesson === entry.lesson.id &&
        (pin.at === undefined || pin.at === timetable.periods[entry.start]!.id),
    );
  return new Set(entries.filter(matches).map((entry) => entry.index));
}

/** Placements with equal keys are interchangeable: same people, same length, not pinned. */
function kindKey(entry: Entry, pinned: ReadonlySet<number>): string {
  return `${entry.resources.join(" ")}|${entry.duration}|${pinned.has(entry.index) ? entry.index : ""}`;
}

/** One class with one teacher meets on no day more often than on its fullest day now; doubles count apart. */
function dailyLimits(entries: readonly Entry[], kindOf: Int32Array, dayOf: Int32Array): DailyLimit[] {
  const limits: DailyLimit[] = [];
  const classes = groupBy(entries, (entry) => `${entry.resources.join(" ")}|${entry.duration}`);
  for (const members of classes.values()) {
    const perDay = new Map<number, number>();
    for (const entry of members) perDay.set(dayOf[entry.start]!, (perDay.get(dayOf[entry.start]!) ?? 0) + 1);
    const most = Math.max(...perDay.values());
    if (most === members.length) continue;
    limits.push({ kinds: [...new Set(members.map((entry) => kindOf[entry.index]!))], most });
  }
  return limits;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}
