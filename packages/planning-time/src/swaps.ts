import type { Timetable } from "@collegium/scheduling";
import type { Plan } from "./plan-document.js";

/** Moves that only make sense together, and what they buy. */
export interface Swap {
  /** Indices into the plan's moves. */
  readonly moves: readonly number[];
  /** Blocks that need at least one of these moves. */
  readonly blocks: readonly { readonly team: string; readonly period: string }[];
}

/**
 * A plan's moves as swaps that can be carried out one after the other, in any order, each complete in itself.
 * Two moves are in one swap where somebody of the one is in a period that the other leaves or enters; no clash stands
 * between swaps. Swaps that buy most per move come first.
 * @example
 * ```ts
 * swapsOf({ lessons: [], periods: [], placements: [] }, { moves: [], teams: [] }); // => []
 * ```
 */
export function swapsOf(
  timetable: Pick<Timetable, "lessons" | "periods" | "placements">,
  plan: Pick<Plan, "moves" | "teams">,
): Swap[] {
  const periodIndex = new Map(timetable.periods.map((period, index) => [period.id, index]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const placements = new Map<string, Timetable["placements"]>();
  for (const placement of timetable.placements) {
    placements.set(placement.lesson, [...(placements.get(placement.lesson) ?? []), placement]);
  }
  const root = plan.moves.map((_, index) => index);
  const find = (i: number): number => {
    let at = i;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  const leaving = new Map<string, number[]>();
  const seen = new Map<string, number>();
  plan.moves.forEach((move, index) => {
    const placement = placements.get(move.lesson)![move.occurrence - 1]!;
    const people = [
      ...lessons.get(move.lesson)!.resources,
      ...(placement.chosen ?? []).map((chosen) => chosen.resource),
    ];
    for (const end of [move.from, move.to]) {
      const start = periodIndex.get(end)!;
      for (let d = 0; d < move.duration; d++) {
        for (const person of people) {
          const cell = `${person}\n${start + d}`;
          const other = seen.get(cell);
          if (other === undefined) seen.set(cell, index);
          else root[find(index)] = find(other);
          if (end === move.from) leaving.set(cell, [...(leaving.get(cell) ?? []), index]);
        }
      }
    }
  });
  const groups = new Map<number, { moves: number[]; blocks: { team: string; period: string }[] }>();
  plan.moves.forEach((_, index) => {
    const group = groups.get(find(index)) ?? { moves: [], blocks: [] };
    group.moves.push(index);
    groups.set(find(index), group);
  });
  for (const team of plan.teams) {
    for (const period of team.blocks) {
      const needed = team.members.flatMap((id) => leaving.get(`${id}\n${periodIndex.get(period)!}`) ?? []);
      for (const group of new Set(needed.map((index) => groups.get(find(index))!))) {
        group.blocks.push({ team: team.id, period });
      }
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      b.blocks.length / b.moves.length - a.blocks.length / a.moves.length || a.moves[0]! - b.moves[0]!,
  );
}
