import type { Model } from "./model.js";
import { periodIndex } from "./placed.js";
import type { Plan } from "./plan-document.js";

/** Where each occurrence of a school stands in an earlier plan of the same timetable. */
export function startsOf(model: Model, plan: Pick<Plan, "placements">): Int32Array {
  const index = periodIndex(model.problem.timetable);
  return model.today.map((today, o) => index.get(plan.placements[model.parts[o]![0]!]?.start ?? "") ?? today);
}

/** The blocks of an earlier plan, as far as the teams are the same and still want them; -1 is none. */
export function blocksOf(model: Model, plan: Pick<Plan, "teams">): Int32Array {
  const index = periodIndex(model.problem.timetable);
  return Int32Array.from(
    model.problem.teams.flatMap((team) => {
      const had = plan.teams.find(({ id }) => id === team.id)?.blocks ?? [];
      return Array.from({ length: team.blocks ?? 0 }, (_, i) => index.get(had[i] ?? "") ?? -1);
    }),
  );
}
