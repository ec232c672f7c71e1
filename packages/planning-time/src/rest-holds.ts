import { type Model, shapeDeviation } from "./model.js";
import { placementsOf } from "./placements.js";

/** Whether a week keeps the rules that the exact model leaves out, because no sum can say them: shapes and rooms. */
export function restHolds(model: Model, start: Int32Array): boolean {
  const { periods } = model;
  for (const [r, rules] of model.shapes) {
    const busy = new Uint8Array(periods);
    start.forEach((p, o) => {
      const kind = model.kinds[model.kindOf[o]!]!;
      if (kind.resources.includes(r)) busy.fill(1, p, p + kind.duration);
    });
    if (rules.some((rule) => shapeDeviation(rule, (p) => busy[p] === 1) > rule.today)) return false;
  }
  return !model.rooms || placementsOf(model, start) !== undefined;
}
