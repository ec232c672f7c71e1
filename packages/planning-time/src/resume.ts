import { uncovered } from "./cover-model.js";
import type { Model } from "./model.js";
import { occurrencesOf, periodIndex } from "./placed.js";
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

/** Who covers which occurrence in an earlier plan, as far as it is still an option. */
export function coversOf(model: Model, { covered = [] }: Pick<Plan, "covered">): Int32Array {
  const coverOf = uncovered(model);
  if (!model.cover || covered.length === 0) return coverOf;
  const { options, of } = model.cover;
  const { placements } = model.problem.timetable;
  const occurrence = occurrencesOf(placements);
  const names = placements.map(({ lesson }, i) => `${lesson}\n${occurrence[i]}`);
  const wanted = new Map(covered.map((one) => [`${one.lesson}\n${one.occurrence}`, one]));
  return coverOf.map((none, o) => {
    const one = model.parts[o]!.flatMap((part) => wanted.get(names[part]!) ?? [])[0];
    if (!one) return none;
    const found = of[model.kindOf[o]!]!.find((option) => {
      const { member, by } = options[option]!;
      return model.resourceIds[member] === one.member && model.resourceIds[by] === one.by;
    });
    return found ?? none;
  });
}
