import type { Model } from "./model.js";

/** Why a team cannot have all its blocks, however the lessons are moved. */
export interface Reason {
  readonly team: number;
  /** Blocks that it can have at most. */
  readonly most: number;
  readonly because: string;
}

/**
 * Counts before any search: what no moving of lessons can change. Every reason is a proof, said in words; a team
 * without a reason may still be impossible.
 */
export function explain(model: Model): Reason[] {
  const { problem, teams, periods, resourceIds } = model;
  const names = new Map(problem.timetable.resources.map((r) => [r.id, r.name]));
  const name = (r: number) => names.get(resourceIds[r]!) ?? resourceIds[r]!;
  const taught = new Int32Array(model.resources);
  for (const kind of model.kinds) {
    for (const r of kind.resources) taught[r]! += kind.duration * kind.occurrences.length;
  }
  return teams.flatMap((team, g): Reason[] => {
    const found: Reason[] = [];
    const say = (most: number, because: string) => {
      if (most < team.blocks) found.push({ team: g, most: Math.max(0, most), because });
    };
    const days = new Set<number>();
    for (let p = 0; p < periods; p++) if (team.allowed[p]) days.add(model.dayOf[p]!);
    say(
      days.size * model.blocksPerDay,
      `It wants ${team.blocks} in all, at most ${model.blocksPerDay} a day, and there are ${days.size} days with a period open to it.`,
    );
    for (const t of team.members) {
      const own = problem.ownPeriods ?? 0;
      const kept = own > 0 ? ` and keeps ${own} to plan alone` : "";
      say(
        model.blockRoom[t]!,
        `${name(t)} has ${model.blockRoom[t]! + own} periods a week without a lesson${kept}, and ${blocks(team.blocks)} wanted.`,
      );
    }
    for (const [r, withTeam] of classesTaught(model, team.members)) {
      // While the class is not at school, the team may meet whoever teaches it.
      say(
        taught[r]! - withTeam + periodsOff(model, team.allowed, r),
        `${name(r)} has only ${taught[r]! - withTeam} periods with teachers outside the team, and ${blocks(team.blocks)} wanted.`,
      );
    }
    return found.sort((a, b) => a.most - b.most).slice(0, 1);
  });
}

/** Periods open to a team in which a class has no lesson; the class's day stays as it is. */
function periodsOff(model: Model, open: Uint8Array, r: number): number {
  const off = open.slice();
  model.today.forEach((p, o) => {
    const kind = model.kinds[model.kindOf[o]!]!;
    if (kind.resources.includes(r)) off.fill(0, p, p + kind.duration);
  });
  return off.reduce((sum, one) => sum + one, 0);
}

const blocks = (count: number) => (count === 1 ? "1 block is" : `${count} blocks are`);

/** Periods that each class is with some member of a team. */
function classesTaught(model: Model, members: Int32Array): Map<number, number> {
  const team = new Set(members);
  const kindById = new Map(model.problem.timetable.resources.map((r) => [r.id, r.kind]));
  const found = new Map<number, number>();
  for (const kind of model.kinds) {
    if (!kind.resources.some((r) => team.has(r))) continue;
    for (const r of kind.resources) {
      const what = kindById.get(model.resourceIds[r]!);
      if (what !== "group" && what !== "student") continue;
      found.set(r, (found.get(r) ?? 0) + kind.duration * kind.occurrences.length);
    }
  }
  return found;
}
