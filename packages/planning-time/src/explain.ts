import { studentsOf } from "./cliques.js";
import type { Model } from "./model.js";
import type { PlanningProblem } from "./problem.js";
import type { PlanReason } from "./reason-texts.js";
import { mostByTeachers, type TeachersLeft, teacherPeriods, teachersLeft } from "./teachers-left.js";

/** Why a team cannot have all its blocks, however the lessons are moved. */
export interface Reason extends PlanReason {
  readonly team: number;
  /** Blocks that it can have at most. */
  readonly most: number;
}

/** What counting alone shows of every plan. */
export interface Explained {
  /** Blocks that each team can have at most. */
  readonly most: readonly number[];
  /** Blocks that all teams together miss at least. */
  readonly missing: number;
  /** Why a team has only so many blocks where a plan misses so many; none where no count says it. */
  readonly why: (team: number, blocks: number, missing: number) => PlanReason | undefined;
}

/**
 * Counts before any search: what no moving of lessons can change. Every reason is a proof, said in words; a team
 * without a reason may still be impossible.
 */
export function explain(model: Model): Explained {
  const taught = taughtIn(model);
  const first = model.teams.map((_, g) => countsOf(model, g, taught)[0]!);
  const most = model.teams.map(({ blocks }, g) => Math.min(blocks, first[g]!.most));
  const school = schoolReason(model, most, taught);
  const alone = model.teams.reduce((sum, { blocks }, g) => sum + blocks - most[g]!, 0);
  const missing = alone + Number(school?.values["n"] ?? 0);
  return {
    most,
    missing,
    why(team, blocks, missed) {
      const { code, values, most: reachable } = first[team]!;
      if (reachable === blocks) return { code, values };
      return missed === missing ? school : undefined;
    },
  };
}

/** Why not all teams can have all their blocks, in terms of the whole school; none where it could spare the teachers. */
export function schoolReason(
  model: Model,
  most: readonly number[],
  { teachers }: Taught = taughtIn(model),
): PlanReason | undefined {
  const sizes = most.flatMap((blocks, g) => new Array<number>(blocks).fill(teachers.takes[g]!));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const left = teacherPeriods(model, teachers);
  let over = sum - left;
  let n = 0;
  // The fewest blocks go missing where those of the largest teams do.
  for (const size of sizes.sort((a, b) => b - a)) {
    if (over <= 0) break;
    over -= size;
    n++;
  }
  return n > 0 ? { code: "school", values: { sum, left, n } } : undefined;
}

/** What a team can have at most by each count, the tightest first. */
export function countsOf(model: Model, g: number, taught: Taught = taughtIn(model)): Reason[] {
  const { problem, periods } = model;
  const team = model.teams[g]!;
  const { name } = taught;
  const found: Reason[] = [];
  const say = (most: number, code: PlanReason["code"], values: PlanReason["values"]) => {
    found.push({ team: g, most: Math.max(0, most), code, values: { wanted: team.blocks, ...values } });
  };
  const days = new Set<number>();
  for (let p = 0; p < periods; p++) if (team.allowed[p]) days.add(model.dayOf[p]!);
  say(days.size * model.blocksPerDay, days.size === 0 ? "never" : "days", {
    perDay: model.blocksPerDay,
    days: days.size,
  });
  const own = problem.ownPeriods ?? 0;
  for (const t of team.members) {
    const most = model.blockRoom[t]!;
    const free = most + own;
    const covered = model.cover?.room[t] ?? 0;
    const code = own > 0 ? "own" : "free";
    if (covered === 0) say(most, code, { who: name(t), free, own, most });
    else say(most + covered, `${code}-covered`, { who: name(t), free, own, covered, most: most + covered });
  }
  for (const [r, withTeam] of classesTaught(model, team.members, taught.students)) {
    // While the class is not at school, the team may meet whoever teaches it.
    const outside = Math.max(0, taught.periods[r]! - withTeam);
    const covered = coverableOf(problem, withTeam);
    let off = 0;
    for (let p = 0; p < periods; p++) if (team.allowed[p] && !taught.busy[r * periods + p]) off++;
    if (covered === 0) say(outside + off, "students", { who: name(r), outside });
    else say(outside + covered + off, "students-covered", { who: name(r), outside, covered });
  }
  // Of counts that say as much, the one about a person or a class comes first.
  const takes = taught.teachers.takes[g]!;
  const spared = mostByTeachers(model, g, taught.teachers);
  say(spared, "teachers", { takes, most: spared });
  return found.sort((a, b) => a.most - b.most);
}

/** People whose teams want more together than they can give: not all of these teams can have everything. */
export function sharedPeople(
  model: Model,
): { readonly teams: readonly number[]; readonly reason: PlanReason }[] {
  const { problem } = model;
  const names = new Map(problem.timetable.resources.map((r) => [r.id, r.name]));
  const teamsOf = new Map<number, number[]>();
  model.teams.forEach((team, g) => {
    for (const t of team.members) teamsOf.set(t, [...(teamsOf.get(t) ?? []), g]);
  });
  return [...teamsOf].flatMap(([t, teams]) => {
    const sum = teams.reduce((total, g) => total + model.teams[g]!.blocks, 0);
    const free = model.blockRoom[t]! + (model.cover?.room[t] ?? 0);
    if (teams.length < 2 || sum <= free) return [];
    const id = model.resourceIds[t]!;
    const named = teams.map((g) => problem.teams[g]!.name ?? problem.teams[g]!.id).join(", ");
    return [
      { teams, reason: { code: "shared", values: { who: names.get(id) ?? id, teams: named, sum, free } } },
    ];
  });
}

/** Periods of a class that cover teachers can take at most, of those that it has with a team. */
function coverableOf({ cover }: PlanningProblem, withTeam: number): number {
  if (!cover) return 0;
  const caps = cover.teachers.reduce((sum, { periods }) => sum + periods, 0);
  return Math.min(withTeam, caps, cover.perClass ?? caps);
}

/** What everybody teaches or is taught today, counted once for all teams. */
export interface Taught {
  /** 1 for each resource × periods + period with a lesson. */
  readonly busy: Uint8Array;
  /** Periods of lessons by resource; two at once count twice. */
  readonly periods: Int32Array;
  readonly students: ReadonlySet<number>;
  /** Teachers that the students leave, period by period. */
  readonly teachers: TeachersLeft;
  readonly name: (resource: number) => string;
}

/** Counts today's lessons for {@link countsOf}. */
export function taughtIn(model: Model): Taught {
  const { problem, periods, resources, resourceIds, kinds, kindOf, today } = model;
  const busy = new Uint8Array(resources * periods);
  const counted = new Int32Array(resources);
  today.forEach((p, o) => {
    const kind = kinds[kindOf[o]!]!;
    for (const r of kind.resources) {
      busy.fill(1, r * periods + p, r * periods + p + kind.duration);
      counted[r]! += kind.duration;
    }
  });
  const names = new Map(problem.timetable.resources.map(({ id, name }) => [id, name]));
  const name = (r: number) => names.get(resourceIds[r]!) ?? resourceIds[r]!;
  return { busy, periods: counted, students: studentsOf(model), teachers: teachersLeft(model), name };
}

/** Periods that each class is with some member of a team. */
function classesTaught(
  model: Model,
  members: Int32Array,
  students: ReadonlySet<number>,
): Map<number, number> {
  const team = new Set(members);
  const found = new Map<number, number>();
  for (const kind of model.kinds) {
    if (!kind.resources.some((r) => team.has(r))) continue;
    for (const r of kind.resources) {
      if (students.has(r)) found.set(r, (found.get(r) ?? 0) + kind.duration * kind.occurrences.length);
    }
  }
  return found;
}
