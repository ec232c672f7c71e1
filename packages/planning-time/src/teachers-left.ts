import type { Model } from "./model.js";

/** What the student groups leave of the teachers, period by period. */
export interface TeachersLeft {
  /** How many teachers they can do without at once, by period. */
  readonly left: Int32Array;
  /** How many of its members each team takes from them: those who teach students at all, or may. */
  readonly takes: readonly number[];
}

/**
 * Counts for every period what no moving of lessons changes: student groups are at school when they are today, each in a
 * lesson, and a lesson takes at least its share of teachers per group (several groups may share one). What is left of the
 * teachers who are available then can plan.
 */
export function teachersLeft(model: Model): TeachersLeft {
  const { periods, kinds, capacity, teams, problem, resourceIds } = model;
  const kindById = new Map(problem.timetable.resources.map(({ id, kind }) => [id, kind]));
  const isTeacher = resourceIds.map((id) => kindById.get(id) === "teacher");
  const isStudent = resourceIds.map((id) => kindById.get(id) === "group" || kindById.get(id) === "student");
  /** Whoever covers teaches as well. */
  const teaches = new Set<number>();
  /** Fewest teachers per group in any lesson that can be then, by group and period. */
  const share = new Float64Array(capacity.length).fill(Infinity);
  for (const { resources, duration, allowed } of kinds) {
    const teachers = resources.filter((r) => isTeacher[r]);
    const students = resources.filter((r) => isStudent[r]);
    if (students.length === 0) continue;
    for (const t of teachers) teaches.add(t);
    const each = teachers.length / students.length;
    allowed.forEach((may, start) => {
      if (!may) return;
      for (let p = start; p < start + duration; p++)
        for (const r of students) share[r * periods + p] = Math.min(share[r * periods + p]!, each);
    });
  }
  for (const { by } of model.cover?.options ?? []) teaches.add(by);
  const lessons = new Int32Array(capacity.length);
  model.today.forEach((start, o) => {
    const { resources, duration } = kinds[model.kindOf[o]!]!;
    for (const r of resources) for (let p = start; p < start + duration; p++) lessons[r * periods + p]!++;
  });
  const left = Int32Array.from({ length: periods }, (_, p) => {
    let need = 0;
    let there = 0;
    for (let r = 0; r < model.resources; r++) {
      const cell = r * periods + p;
      if (isStudent[r] && lessons[cell]! > 0) need += lessons[cell]! * share[cell]!;
      if (teaches.has(r)) there += capacity[cell]!;
    }
    return there - Math.ceil(need - 1e-9);
  });
  return { left, takes: teams.map(({ members }) => members.filter((t) => teaches.has(t)).length) };
}

/** Blocks that a team can have at most because so many teachers are left in a period. */
export function mostByTeachers(model: Model, g: number, { left, takes }: TeachersLeft): number {
  const { allowed } = model.teams[g]!;
  const open = new Int32Array(model.days);
  left.forEach((teachers, p) => {
    if (allowed[p] && teachers >= takes[g]!) open[model.dayOf[p]!]!++;
  });
  return open.reduce((sum, periods) => sum + Math.min(periods, model.blocksPerDay), 0);
}

/**
 * What all teams together can take of the teachers in a week: in each period at most the largest sum of teams that fits.
 */
export function teacherPeriods(model: Model, { left, takes }: TeachersLeft): number {
  let sum = 0;
  left.forEach((teachers, p) => {
    const fits = new Uint8Array(Math.max(0, teachers) + 1);
    fits[0] = 1;
    model.teams.forEach(({ allowed, blocks }, g) => {
      if (!allowed[p] || blocks === 0) return;
      for (let n = teachers; n >= takes[g]!; n--) if (fits[n - takes[g]!]) fits[n] = 1;
    });
    sum += fits.lastIndexOf(1);
  });
  return sum;
}
