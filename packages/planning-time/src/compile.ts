import { coverModel } from "./cover-model.js";
import { type Entry, entriesOf, type Indices } from "./entries.js";
import { RoomGiver } from "./give-rooms.js";
import { bare, breakable, dailyLimits, type LimitDraft, ruleLimits, shapeRules } from "./limits.js";
import { fitsDay, type Kind, type Model, type ModelTeam } from "./model.js";
import { periodIndex } from "./placed.js";
import type { PlanningProblem } from "./problem.js";
import { roomPools } from "./room-pools.js";
import { hardRules } from "./rule.js";

const STUDENTS = ["group", "student"];
const NOTHING = new Int32Array(0);

/** Turns a school's question into numbers; every reference of the timetable must resolve. */
export function compile(problem: PlanningProblem): Model {
  const { timetable } = problem;
  const all = problem.rules === "all";
  const counted = timetable.resources.filter((r) => r.kind === "teacher" || STUDENTS.includes(r.kind) || all);
  const indices: Indices = {
    period: periodIndex(timetable),
    resource: new Map(counted.map((resource, index) => [resource.id, index])),
    isPerson: (r) => counted[r]!.kind === "teacher" || STUDENTS.includes(counted[r]!.kind),
  };
  const dayIndex = new Map(timetable.days.map((day, index) => [day.id, index]));
  const periods = timetable.periods.length;
  const days = timetable.days.length;
  const dayOf = Int32Array.from(timetable.periods, (period) => dayIndex.get(period.day) ?? -1);
  const entries = entriesOf(problem, indices);
  const present = new Uint8Array(counted.length * periods);
  for (const entry of entries) {
    for (const r of entry.resources) {
      for (let i = 0; i < entry.duration; i++) present[r * periods + entry.start + i]!++;
    }
  }
  const capacity = present.map((count) => Math.max(1, count));
  if (all) closeUnavailable(problem, indices, present, capacity);
  const students = Uint8Array.from(counted, (resource) => (STUDENTS.includes(resource.kind) ? 1 : 0));
  const mayStart = startsOf(problem, entries, { dayOf, present, capacity, students }, indices);

  const kindOf = new Int32Array(entries.length);
  const drafts = [
    ...dailyLimits(entries, dayOf, days),
    ...(all ? ruleLimits(problem, entries, indices) : []),
    ...roomPools(entries, indices, capacity),
  ].filter(breakable);
  const indexOf = new Map(entries.map((entry, index) => [entry, index]));
  const limitsOf = new Map<Entry, number[]>();
  drafts.forEach((draft, l) => {
    for (const entry of draft.entries.keys()) limitsOf.set(entry, [...(limitsOf.get(entry) ?? []), l]);
  });
  const kinds = [...groupBy(entries, (entry) => kindKey(entry, indexOf.get(entry)!, all)).values()].map(
    (members, k): Kind => {
      for (const entry of members) kindOf[indexOf.get(entry)!] = k;
      const first = members[0]!;
      const today = new Uint8Array(periods);
      for (const entry of members) today[entry.start] = 1;
      const allowed = today.slice();
      if (!first.pinned) for (let p = 0; p < periods; p++) if (mayStart(members, p)) allowed[p] = 1;
      return {
        resources: Int32Array.from(first.resources),
        duration: first.duration,
        weight: first.duration * first.parts.length,
        occurrences: Int32Array.from(members, (entry) => indexOf.get(entry)!),
        present: today,
        allowed,
        effects: effectsOf(first, limitsOf.get(first) ?? [], drafts, periods),
      };
    },
  );
  const teams = teamsOf(problem, indices, periods, capacity);
  const { cover } = problem;
  const covered =
    cover &&
    coverModel(
      { ...problem, cover },
      {
        ...{ kinds, entries, teams, periods, capacity, limits: drafts.length },
        indexOf: indices.resource,
        isStudent: (r) => students[r] === 1,
      },
    );
  return {
    problem,
    periods,
    days,
    dayOf,
    resources: counted.length,
    resourceIds: counted.map((resource) => resource.id),
    people: Uint8Array.from(counted, (_, r) => (indices.isPerson(r) ? 1 : 0)),
    capacity,
    kinds,
    kindOf,
    today: Int32Array.from(entries, (entry) => entry.start),
    parts: entries.map((entry) => entry.parts),
    limits: [...drafts.map(bare), ...(covered?.limits ?? [])],
    ...(entries.some(({ needs }) => needs.length > 0) && { rooms: new RoomGiver(problem) }),
    shapes: all ? shapeRules(problem, indices, present) : new Map(),
    teams,
    blocksPerDay: problem.blocksPerDay ?? 1,
    unpopular: Uint8Array.from(timetable.periods, ({ id }) => (problem.unpopular?.includes(id) ? 1 : 0)),
    blockRoom: Int32Array.from(counted, (_, r) => {
      let open = 0;
      let taught = 0;
      for (let p = 0; p < periods; p++) {
        if (capacity[r * periods + p]! > 0) open++;
        if (present[r * periods + p]! > 0) taught++;
      }
      return Math.max(0, open - taught - (problem.ownPeriods ?? 0));
    }),
    ...(covered && { cover: covered.model }),
  };
}

/** Where a rule calls a resource unavailable it may have the lessons it has there today, and no others. */
function closeUnavailable(
  problem: PlanningProblem,
  indices: Indices,
  present: Uint8Array,
  capacity: Uint8Array,
): void {
  const periods = problem.timetable.periods.length;
  for (const rule of hardRules(problem.timetable)) {
    if (rule.kind !== "avoid-unavailable-times") continue;
    for (const id of rule.resources ?? []) {
      for (const period of rule.periods ?? []) {
        const cell = indices.resource.get(id)! * periods + indices.period.get(period)!;
        capacity[cell] = present[cell]!;
      }
    }
  }
}

interface Cells {
  readonly dayOf: Int32Array;
  readonly present: Uint8Array;
  readonly capacity: Uint8Array;
  readonly students: Uint8Array;
}

/** Whether a kind may start at a period: on one day, while its students are at school, where everybody is available. */
function startsOf(
  problem: PlanningProblem,
  entries: readonly Entry[],
  { dayOf, present, capacity, students }: Cells,
  indices: Indices,
): (members: readonly Entry[], p: number) => boolean {
  const periods = dayOf.length;
  const beside = groupBy(
    entries.flatMap((entry) => entry.lessons.map((lesson) => ({ entry, lesson }))),
    ({ entry, lesson }) => `${lesson.id}\n${entry.duration}`,
  );
  const afterBreak = new Uint8Array(periods);
  for (const rule of hardRules(problem.timetable)) {
    if (rule.kind !== "break-before") continue;
    for (const id of rule.periods ?? []) afterBreak[indices.period.get(id)!] = 1;
  }
  const preferred = new Map<string, Set<number>[]>();
  if (problem.rules === "all") {
    for (const rule of hardRules(problem.timetable)) {
      if (rule.kind !== "prefer-times") continue;
      const wanted = new Set((rule.periods ?? []).map((id) => indices.period.get(id)!));
      for (const id of rule.lessons ?? []) {
        const key = `${id}\n${rule.duration ?? ""}`;
        preferred.set(key, [...(preferred.get(key) ?? []), wanted]);
      }
    }
  }
  return (members, p) => {
    const { resources, duration, lessons } = members[0]!;
    if (!fitsDay(dayOf, p, duration)) return false;
    for (let i = 1; i < duration; i++) if (afterBreak[p + i] === 1) return false;
    for (const r of resources) {
      for (let i = 0; i < duration; i++) {
        const cell = r * periods + p + i;
        if (capacity[cell] === 0 || (students[r] === 1 && present[cell] === 0)) return false;
      }
    }
    for (const { id } of lessons) {
      const rules = [...(preferred.get(`${id}\n`) ?? []), ...(preferred.get(`${id}\n${duration}`) ?? [])];
      if (rules.some((wanted) => !wanted.has(p))) return false;
    }
    // A meeting never slips into the period of another meeting of its lesson with other people: no one would see it.
    return !members.some((entry) =>
      entry.lessons.some((lesson) =>
        beside.get(`${lesson.id}\n${duration}`)!.some((other) => other.entry.start === p),
      ),
    );
  };
}

/** Entries with equal keys are interchangeable; where the school's rules are kept, only those of the same lessons. */
function kindKey(entry: Entry, index: number, all: boolean): string {
  const own = entry.pinned ? `pin ${index}` : all ? entry.lessons.map((lesson) => lesson.id).join(" ") : "";
  const rooms = entry.needs.map(({ suitable }) => suitable.join(" ")).sort();
  return `${entry.resources.join(" ")}|${entry.duration}|${own}|${rooms.join("|")}`;
}

/** What an entry adds to its limits at each period; periods at which it adds the same share one array. */
function effectsOf(entry: Entry, limits: readonly number[], drafts: readonly LimitDraft[], periods: number) {
  const distinct: Int32Array[] = [];
  return Array.from({ length: periods }, (_, p) => {
    const pairs: number[] = [];
    for (const l of limits) {
      const amount = drafts[l]!.entries.get(entry)! * drafts[l]!.amount(entry, p);
      if (amount !== 0) pairs.push(l, amount);
    }
    if (pairs.length === 0) return NOTHING;
    const known = distinct.find(
      (other) => other.length === pairs.length && pairs.every((value, i) => other[i] === value),
    );
    if (known) return known;
    const effects = Int32Array.from(pairs);
    distinct.push(effects);
    return effects;
  });
}

function teamsOf(
  problem: PlanningProblem,
  indices: Indices,
  periods: number,
  capacity: Uint8Array,
): ModelTeam[] {
  const forbidden = new Set((problem.noBlocksAt ?? []).map((id) => indices.period.get(id)));
  return problem.teams.map((team) => {
    const members = Int32Array.from(new Set(team.members.map((id) => indices.resource.get(id)!)));
    const allowed = new Uint8Array(periods);
    const closed = new Set(team.notAt?.map((id) => indices.period.get(id)));
    for (let p = 0; p < periods; p++) {
      if (!forbidden.has(p) && !closed.has(p) && members.every((t) => capacity[t * periods + p]! > 0))
        allowed[p] = 1;
    }
    return { members, blocks: team.blocks ?? 0, allowed };
  });
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
