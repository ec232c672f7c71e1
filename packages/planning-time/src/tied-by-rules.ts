import type { Model } from "./model.js";
import type { MoveCells } from "./move-cells.js";
import { periodIndex } from "./placed.js";

/**
 * Moves that must not be carried out without each other, because some rule would be broken by the ones alone: parts of
 * linked lessons; moves that together keep a daily or other limit; moves in the week of somebody whose gaps or days are
 * limited. `groupOf` names groups of moves that stand together already.
 */
export function tiedByRules(model: Model, cells: MoveCells, groupOf: (index: number) => number): number[][] {
  const moveAt = new Map(cells.placement.map((placement, index) => [placement, index]));
  const tied: number[][] = [];
  const today = new Int32Array(model.limits.length);
  const changes = new Map<number, Map<number, number>>();
  const index = periodIndex(model.problem.timetable);
  const add = (effects: Int32Array, sign: 1 | -1, group: number | undefined) => {
    for (let i = 0; i < effects.length; i += 2) {
      const limit = effects[i]!;
      if (group === undefined) today[limit]! += effects[i + 1]!;
      else {
        const byGroup = changes.get(limit) ?? new Map<number, number>();
        byGroup.set(group, (byGroup.get(group) ?? 0) + sign * effects[i + 1]!);
        changes.set(limit, byGroup);
      }
    }
  };
  const shaped = new Map<number, number[]>();
  model.today.forEach((start, o) => {
    const kind = model.kinds[model.kindOf[o]!]!;
    add(kind.effects[start]!, 1, undefined);
    const parts = model.parts[o]!.flatMap((part) => moveAt.get(part) ?? []);
    const [first] = parts;
    if (first === undefined) return;
    tied.push(parts);
    add(kind.effects[start]!, -1, groupOf(first));
    add(kind.effects[index.get(cells.moves[first]!.to)!]!, 1, groupOf(first));
    for (const r of kind.resources) {
      if (model.shapes.has(r)) shaped.set(r, [...(shaped.get(r) ?? []), first]);
    }
  });
  for (const [limit, byGroup] of changes) {
    const { least, most, rooms } = model.limits[limit]!;
    if (rooms) continue; // who leaves and enters which room is tied already
    let highest = today[limit]!;
    let lowest = today[limit]!;
    for (const change of byGroup.values()) {
      if (change > 0) highest += change;
      else lowest += change;
    }
    if (highest > most || lowest < least)
      tied.push([...byGroup].filter(([, change]) => change !== 0).map(([group]) => group));
  }
  return [...tied, ...shaped.values()];
}
