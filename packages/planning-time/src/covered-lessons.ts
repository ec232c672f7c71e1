import type { Placement } from "@collegium/scheduling";
import type { Snapshot } from "./anneal.js";
import { NOBODY } from "./cover-model.js";
import type { Model } from "./model.js";
import { occurrencesOf, periodIndex, resourcesOf } from "./placed.js";
import type { CoveredLesson, PlannedTeam } from "./plan-document.js";

/** Indices of the periods that a covered lesson takes. */
export function spanOf(
  { period, duration }: Pick<CoveredLesson, "period" | "duration">,
  index: ReadonlyMap<string, number>,
): number[] {
  return Array.from({ length: duration }, (_, d) => index.get(period)! + d);
}

/** A found week's cover, lesson by lesson in time order; lessons of a kind are named as the placements name them. */
export function coveredLessons(
  model: Model,
  { start, coverOf = NOBODY }: Pick<Snapshot, "start" | "coverOf">,
  placements: readonly Placement[],
  teams: readonly PlannedTeam[],
): CoveredLesson[] {
  const { timetable } = model.problem;
  const index = periodIndex(timetable);
  const peopleOf = resourcesOf(timetable);
  const occurrence = occurrencesOf(placements);
  const taken = new Set<number>();
  const covered = [...coverOf].flatMap((number, o): CoveredLesson[] => {
    if (number < 0) return [];
    const option = model.cover!.options[number]!;
    const [member, by] = [model.resourceIds[option.member]!, model.resourceIds[option.by]!];
    const stands = model.kinds[option.kind]!.occurrences.find(
      (one) => !taken.has(one) && index.get(placements[model.parts[one]![0]!]!.start) === start[o],
    )!;
    taken.add(stands);
    return model.parts[stands]!.flatMap((part) => {
      const { lesson, start: period, duration } = placements[part]!;
      if (!peopleOf(placements[part]!).includes(member)) return [];
      return [{ lesson, occurrence: occurrence[part]!, duration, period, member, by, teams: [] }];
    });
  });
  return needed(covered, teams, index).sort(
    (a, b) => index.get(a.period)! - index.get(b.period)! || (a.lesson < b.lesson ? -1 : 1),
  );
}

/** Cover with the teams that meet meanwhile; what no team needs falls away. */
function needed(
  covered: readonly CoveredLesson[],
  teams: readonly PlannedTeam[],
  index: ReadonlyMap<string, number>,
): CoveredLesson[] {
  return covered.flatMap((one) => {
    const span = new Set(spanOf(one, index));
    const meeting = teams.filter(
      ({ members, blocks }) =>
        members.includes(one.member) && blocks.some((block) => span.has(index.get(block)!)),
    );
    return meeting.length > 0 ? [{ ...one, teams: meeting.map(({ id }) => id) }] : [];
  });
}
