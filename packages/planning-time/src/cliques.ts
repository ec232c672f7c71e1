import type { Model } from "./model.js";

/** Resources that are groups or students. */
export function studentsOf({ problem, resourceIds }: Model): ReadonlySet<number> {
  const kinds = new Map(problem.timetable.resources.map(({ id, kind }) => [id, kind]));
  const isStudent = (id: string) => ["group", "student"].includes(kinds.get(id) ?? "");
  return new Set(resourceIds.flatMap((id, r) => (isStudent(id) ? [r] : [])));
}

/** Classes that two members of a team or more teach, with the kinds of lessons concerned. */
export function classesOf(
  model: Model,
  members: ReadonlySet<number>,
): { resource: number; kinds: number[] }[] {
  const found = new Map<number, { kinds: number[]; teachers: Set<number> }>();
  const students = studentsOf(model);
  model.kinds.forEach((kind, k) => {
    const teachers = [...kind.resources].filter((r) => members.has(r));
    if (teachers.length === 0) return;
    for (const r of kind.resources) {
      if (members.has(r) || !students.has(r)) continue;
      const entry = found.get(r) ?? { kinds: [], teachers: new Set() };
      entry.kinds.push(k);
      for (const t of teachers) entry.teachers.add(t);
      found.set(r, entry);
    }
  });
  const classes = [...found]
    .filter(([, entry]) => entry.teachers.size > 1)
    .map(([resource, { kinds }]) => ({ resource, kinds }))
    .sort((a, b) => b.kinds.length - a.kinds.length);
  // A class that is in no lesson without another one adds nothing to what the other one's rows say.
  const single = ({ resource }: { resource: number }) =>
    model.capacity
      .subarray(resource * model.periods, (resource + 1) * model.periods)
      .every((room) => room === 1);
  const kept: { resource: number; kinds: ReadonlySet<number> }[] = [];
  return classes.filter((entry) => {
    if (kept.some((other) => entry.kinds.every((k) => other.kinds.has(k)))) return false;
    if (single(entry)) kept.push({ resource: entry.resource, kinds: new Set(entry.kinds) });
    return true;
  });
}

/** For each resource another one that is in all its lessons and blocks, so that the other's rows say more; -1 is none. */
export function impliedBy(model: Model, teamsOf: ReadonlyMap<number, readonly number[]>): Int32Array {
  const kindsOf: number[][] = Array.from({ length: model.resources }, () => []);
  model.kinds.forEach((kind, k) => {
    for (const r of kind.resources) kindsOf[r]!.push(k);
  });
  return Int32Array.from(kindsOf, (mine, r) => {
    if (mine.length === 0) return -1;
    const teams = teamsOf.get(r) ?? [];
    const scarce = mine.reduce((a, b) =>
      model.kinds[b]!.resources.length < model.kinds[a]!.resources.length ? b : a,
    );
    for (const other of model.kinds[scarce]!.resources) {
      if (other === r || kindsOf[other]!.length < mine.length) continue;
      // Of two that are always together the first one keeps its rows.
      const alike =
        kindsOf[other]!.length === mine.length && (teamsOf.get(other) ?? []).length === teams.length;
      if (alike && other > r) continue;
      const theirs = new Set(kindsOf[other]);
      if (mine.every((k) => theirs.has(k)) && teams.every((g) => teamsOf.get(other)?.includes(g)))
        return other;
    }
    return -1;
  });
}

/** Lesson columns that keep a resource busy, by resource × periods + period. */
export function byResource(model: Model, lesson: Int32Array): (number[] | undefined)[] {
  const { periods } = model;
  const covering: (number[] | undefined)[] = new Array(model.resources * periods);
  model.kinds.forEach((kind, k) => {
    for (let p = 0; p < periods; p++) {
      const column = lesson[k * periods + p]!;
      if (column < 0) continue;
      for (const r of kind.resources) {
        for (let i = 0; i < kind.duration; i++) {
          const cell = r * periods + p + i;
          const list = covering[cell];
          if (list) list.push(column);
          else covering[cell] = [column];
        }
      }
    }
  });
  return covering;
}
