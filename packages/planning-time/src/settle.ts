import type { Placement } from "@collegium/scheduling";
import type { Model } from "./model.js";
import type { Move, PlannedTeam } from "./plan-document.js";
import { swapsIn } from "./swaps.js";

/** A found week with the last, free improvements made: less moved, nothing lost. */
export interface Settled {
  readonly placements: readonly Placement[];
  readonly teams: readonly PlannedTeam[];
}

/**
 * Takes back every swap that buys no block, and gives blocks in unpopular periods a popular one that is free anyway.
 * Keeps every rule, since any choice of whole swaps does; blocks stay as many as they are.
 */
export function settle(
  model: Model,
  placements: readonly Placement[],
  moves: readonly Move[],
  teams: readonly PlannedTeam[],
): Settled {
  const kept = withoutIdle(model, placements, moves, teams);
  return { placements: kept, teams: popular(model, kept, teams) };
}

function withoutIdle(
  model: Model,
  placements: readonly Placement[],
  moves: readonly Move[],
  teams: readonly PlannedTeam[],
): readonly Placement[] {
  if (moves.length === 0) return placements;
  const idle = swapsIn(model, { moves, teams }).filter(({ blocks }) => blocks.length === 0);
  if (idle.length === 0) return placements;
  const back = new Set(
    idle.flatMap((swap) => swap.moves.map((i) => `${moves[i]!.lesson}\n${moves[i]!.occurrence}`)),
  );
  const seen = new Map<string, number>();
  return placements.map((placement, index) => {
    const occurrence = (seen.get(placement.lesson) ?? 0) + 1;
    seen.set(placement.lesson, occurrence);
    return back.has(`${placement.lesson}\n${occurrence}`)
      ? model.problem.timetable.placements[index]!
      : placement;
  });
}

function popular(
  model: Model,
  placements: readonly Placement[],
  teams: readonly PlannedTeam[],
): readonly PlannedTeam[] {
  const { timetable, unpopular = [] } = model.problem;
  if (unpopular.length === 0) return teams;
  const avoided = new Set(unpopular);
  const taken = new Set<string>();
  const index = new Map(timetable.periods.map((period, i) => [period.id, i]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  for (const { lesson, start, duration, chosen = [] } of placements) {
    const people = [...lessons.get(lesson)!.resources, ...chosen.map(({ resource }) => resource)];
    for (let d = 0; d < duration; d++)
      for (const id of people) taken.add(`${id}\n${timetable.periods[index.get(start)! + d]!.id}`);
  }
  for (const { members, blocks } of teams)
    for (const period of blocks) for (const id of members) taken.add(`${id}\n${period}`);
  return teams.map((team, g) => {
    const blocks = [...team.blocks];
    const sameDay = (period: string, except: number) =>
      blocks.filter(
        (other, i) => i !== except && model.dayOf[index.get(other)!] === model.dayOf[index.get(period)!],
      ).length;
    blocks.forEach((block, i) => {
      if (!avoided.has(block)) return;
      const better = timetable.periods.find(
        ({ id }, p) =>
          !avoided.has(id) &&
          model.teams[g]!.allowed[p] === 1 &&
          sameDay(id, i) < model.blocksPerDay &&
          team.members.every((member) => !taken.has(`${member}\n${id}`)),
      );
      if (!better) return;
      for (const member of team.members) {
        taken.delete(`${member}\n${block}`);
        taken.add(`${member}\n${better.id}`);
      }
      blocks[i] = better.id;
    });
    return { ...team, blocks: blocks.sort((a, b) => index.get(a)! - index.get(b)!) };
  });
}
