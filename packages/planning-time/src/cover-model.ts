import type { Entry } from "./entries.js";
import type { CoverModel, CoverOption, Kind, Limit, Model, ModelTeam } from "./model.js";
import { resourcesOf } from "./placed.js";
import type { PlanningProblem } from "./problem.js";

/** What a cover model is made of beside the school's wish. */
interface CoverParts {
  readonly kinds: readonly Kind[];
  readonly entries: readonly Entry[];
  readonly teams: readonly ModelTeam[];
  readonly periods: number;
  readonly capacity: Uint8Array;
  /** Resources by their ids. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly isStudent: (resource: number) => boolean;
  /** How many limits there are already; those of cover are numbered after them. */
  readonly limits: number;
}

/** Says in numbers who may take whose lessons; the caps are limits like any other. */
export function coverModel(
  { timetable, cover }: PlanningProblem & Required<Pick<PlanningProblem, "cover">>,
  { kinds, entries, teams, periods, capacity, indexOf, isStudent, limits: first }: CoverParts,
): { model: CoverModel; limits: Limit[] } {
  const limits: Limit[] = [];
  const known = new Map<string, number>();
  const cap = (what: string, most: number | undefined): number[] => {
    if (most === undefined) return [];
    const limit = known.get(what) ?? first + limits.push({ least: 0, most }) - 1;
    known.set(what, limit);
    return [limit];
  };
  const peopleOf = resourcesOf(timetable);
  /** Classes that a teacher has in a lesson, which may be several lessons that stand together. */
  const classesOf = (entry: Entry, teacher: number): Set<number> => {
    const people = entry.parts.map((part) =>
      peopleOf(timetable.placements[part]!).flatMap((id) => indexOf.get(id) ?? []),
    );
    return new Set(people.filter((all) => all.includes(teacher)).flatMap((all) => all.filter(isStudent)));
  };
  const by = new Map(cover.teachers.map(({ id, periods: most }) => [indexOf.get(id)!, most]));
  const members = new Set(teams.flatMap((team) => (team.blocks > 0 ? [...team.members] : [])));
  const options: CoverOption[] = [];
  const of: number[][] = kinds.map(() => []);
  const taught = new Int32Array(capacity.length / periods);
  kinds.forEach((kind, k) => {
    for (const member of kind.resources) {
      taught[member]! += kind.duration * kind.occurrences.length;
      if (!members.has(member)) continue;
      const classes = cover.perClass === undefined ? [] : classesOf(entries[kind.occurrences[0]!]!, member);
      for (const [teacher, most] of by) {
        if (kind.resources.includes(teacher)) continue;
        const capped = [
          ...cap(`teacher ${teacher}`, most),
          ...cap(`member ${member}`, cover.perMember),
          ...[...classes].flatMap((r) => cap(`class ${r}`, cover.perClass)),
        ];
        const effects = Int32Array.from(capped.flatMap((limit) => [limit, kind.duration]));
        of[k]!.push(options.push({ kind: k, member, by: teacher, effects }) - 1);
      }
    }
  });
  const open = new Uint8Array(capacity.length);
  for (const teacher of by.keys()) {
    for (let p = 0; p < periods; p++) {
      const cell = teacher * periods + p;
      if (capacity[cell]! > 0) open[cell] = 1;
    }
  }
  const room = Int32Array.from(taught, (lessons, r) => {
    if (!members.has(r)) return 0;
    const others = [...by].reduce((sum, [teacher, most]) => sum + (teacher === r ? 0 : most), 0);
    return Math.min(lessons, cover.perMember ?? lessons, others);
  });
  return { model: { options, of, open, room }, limits };
}

/** Whether a lesson that starts at a period may be covered there: it stands there today and the teacher may come. */
export function mayCover(model: Model, option: CoverOption, start: number): boolean {
  const kind = model.kinds[option.kind]!;
  if (!kind.present[start]) return false;
  const { open } = model.cover!;
  for (let i = 0; i < kind.duration; i++) if (!open[option.by * model.periods + start + i]) return false;
  return true;
}

/** The cover of a week in which nobody may cover. */
export const NOBODY: Int32Array = new Int32Array(0);

/** No occurrence covered; nothing at all where nobody covers. */
export function uncovered(model: Model): Int32Array {
  return new Int32Array(model.cover ? model.today.length : 0).fill(-1);
}

/** Periods of lessons that somebody else takes. */
export function coverPeriods({ kinds, kindOf }: Model, coverOf: Int32Array): number {
  return coverOf.reduce((sum, option, o) => sum + (option < 0 ? 0 : kinds[kindOf[o]!]!.duration), 0);
}

/** The same cover without lessons whose member has no block meanwhile. */
export function withoutIdle(
  model: Model,
  start: Int32Array,
  block: Int32Array,
  coverOf: Int32Array,
): Int32Array {
  if (coverOf.length === 0) return coverOf;
  const { periods, teams, kinds, kindOf } = model;
  const inBlock = new Set<number>();
  let next = 0;
  for (const team of teams) {
    for (let i = 0; i < team.blocks; i++, next++)
      if (block[next]! >= 0) for (const t of team.members) inBlock.add(t * periods + block[next]!);
  }
  return coverOf.map((option, o) => {
    if (option < 0) return -1;
    const first = model.cover!.options[option]!.member * periods + start[o]!;
    for (let d = 0; d < kinds[kindOf[o]!]!.duration; d++) if (inBlock.has(first + d)) return option;
    return -1;
  });
}
