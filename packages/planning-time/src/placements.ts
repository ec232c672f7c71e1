import type { Placement } from "@collegium/scheduling";
import type { Model } from "./model.js";

/**
 * The timetable of a found week, with rooms; nothing where some lesson finds no room. Occurrences of a kind are
 * interchangeable: those whose start is still used keep it, the others share the new ones.
 */
export function placementsOf(model: Model, start: Int32Array): readonly Placement[] | undefined {
  const { timetable } = model.problem;
  const placements = timetable.placements.slice();
  for (const kind of model.kinds) {
    const used = new Map<number, number>();
    for (const o of kind.occurrences) used.set(start[o]!, (used.get(start[o]!) ?? 0) + 1);
    const moving: number[] = [];
    for (const o of kind.occurrences) {
      const left = used.get(model.today[o]!) ?? 0;
      if (left > 0) used.set(model.today[o]!, left - 1);
      else moving.push(o);
    }
    const free = [...used].flatMap(([p, count]) => new Array<number>(count).fill(p)).sort((a, b) => a - b);
    moving.forEach((o, i) => {
      for (const part of model.parts[o]!) {
        placements[part] = { ...placements[part]!, start: timetable.periods[free[i]!]!.id };
      }
    });
  }
  return model.rooms ? model.rooms.give(placements) : placements;
}
