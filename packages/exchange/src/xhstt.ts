import { type Lesson, Timetable } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { withKinds } from "./lesson-kind.js";
import { incomplete, type ReadTimetable, type TimetableSource } from "./timetable-file.js";
import { readXhsttRules, type XhsttRule } from "./xhstt-rules.js";
import { readSolution, solutionsOf } from "./xhstt-solution.js";
import { readWeek } from "./xhstt-week.js";
import { child, type Element, listed, textOf } from "./xml.js";

/** What the writer of an XHSTT file needs besides the text. */
export interface XhsttDetail {
  readonly instance: string;
  /** The part of the text that solutions take, to be replaced. */
  readonly start: number;
  readonly end: number;
}

/**
 * A timetable out of an XHSTT archive. The solution taken is the one named, else the most complete.
 *
 * Issue codes: `no-instance`, `no-solution`, `unknown-solution`, `incomplete-solution`, `unknown-reference`,
 * `outside-week`, `placed-too-often`; warnings `several-instances`, `solution-chosen`.
 */
export function readXhstt(root: Element, source: TimetableSource): Result<ReadTimetable> {
  const instances = listed(root, "Instances", "Instance");
  const instance = instances[0];
  const instanceId = instance?.attributes["Id"];
  if (!instance || instanceId === undefined) {
    return fail({ code: "no-instance", path: ["Instances"], message: "The archive holds no school." });
  }
  const warnings: Issue[] = [];
  if (instances.length > 1) {
    warnings.push({
      code: "several-instances",
      path: ["Instances"],
      message: `The archive holds ${instances.length} schools; the first is taken: ${instanceId}.`,
    });
  }
  const week = readWeek(instance);
  if (!week.ok) return week;
  const { groups, periods, lessons, preassigned } = week.value;
  const found = solutionsOf(root, instanceId);
  const solutions = [...found.keys()];
  const wanted = source.options.solution;
  if (wanted !== undefined && !found.has(wanted)) {
    return fail({
      code: "unknown-solution",
      path: ["SolutionGroups"],
      message: `The file has no solution group of that name for ${instanceId}.`,
      hint: solutions.length > 0 ? `It has: ${solutions.join(", ")}.` : "It has none.",
      data: { solutions },
    });
  }
  const plan = { lessons, periods: periods.map((p) => p.id), preassigned };
  const read = (wanted === undefined ? solutions : [wanted]).map((id) => ({
    id,
    result: readSolution(found.get(id)!, plan),
  }));
  const whole = read.flatMap(({ id, result }) => (result.ok ? [{ id, ...result.value }] : []));
  const best = whole.reduce<(typeof whole)[number] | undefined>(
    (a, b) => (a && total(a.unplaced) <= total(b.unplaced) ? a : b),
    undefined,
  );
  if (!best) {
    const broken = read.map((r) => r.result).find((r) => !r.ok);
    return broken && !broken.ok ? broken : fail(noSolution(instanceId));
  }
  if (best.unplaced.size > 0) return fail(incomplete(best.id, best.unplaced));
  if (solutions.length > 1 && wanted === undefined) {
    warnings.push({
      code: "solution-chosen",
      path: ["SolutionGroups"],
      message: `The file holds ${solutions.length} timetables; the most complete is taken as today's: ${best.id}.`,
      hint: "Name another one if it is not what the school uses.",
      data: { chosen: best.id, solutions },
    });
  }
  const rules = [...readXhsttRules(instance, groups), ...preassignedRule(preassigned)];
  const kinds = new Map(week.value.resources.map((r) => [r.id, r.kind]));
  const timetable = Timetable.create({
    id: instanceId,
    school: source.options.name ?? textOf(child(instance, "MetaData"), "Name") ?? instanceId,
    label: best.id,
    days: week.value.days,
    periods,
    resources: week.value.resources,
    lessons: withKinds(withPools(lessons, rules), kinds, linkedLessons(rules)),
    placements: best.placements,
    rules: rules as never,
  });
  if (!timetable.ok) return timetable;
  const detail: XhsttDetail = { instance: instanceId, ...solutionSpan(root) };
  const original = {
    format: "xhstt" as const,
    gzip: source.gzip,
    encoding: source.encoding,
    text: source.text,
    lessons: lessons.map(({ id, duration }) => ({ id, duration })),
    periods: plan.periods,
    detail,
  };
  return ok({ format: "xhstt", timetable: timetable.value, original, solutions }, warnings);
}

/** A need takes its pool from the one group that a hard preference allows it. */
function withPools(lessons: readonly Lesson[], rules: readonly (XhsttRule & { pool?: string })[]): Lesson[] {
  const pools = new Map<string, string>();
  for (const rule of rules) {
    if (rule.kind !== "prefer-resources" || !rule.hard || rule.pool === undefined) continue;
    for (const lesson of rule.lessons ?? []) pools.set(`${lesson}\n${rule.role}`, rule.pool);
  }
  return lessons.map((lesson) => {
    if (!lesson.needs) return lesson;
    const needs = lesson.needs.map((need) => {
      const pool = pools.get(`${lesson.id}\n${need.role}`);
      return pool === undefined ? need : { ...need, pool };
    });
    return { ...lesson, needs };
  });
}

function preassignedRule(preassigned: ReadonlyMap<string, string>): XhsttRule[] {
  if (preassigned.size === 0) return [];
  const starts = [...preassigned].map(([lesson, start]) => ({ lesson, start }));
  return [
    {
      kind: "preassigned-times",
      hard: true,
      source: "xhstt",
      id: "preassigned-times",
      weight: 1,
      cost: "linear",
      starts,
    },
  ];
}

/** Lessons that happen together with others, which may bring the students. */
function linkedLessons(rules: readonly XhsttRule[]): Set<string> {
  const links = rules
    .filter((rule) => rule.kind === "link-events")
    .flatMap((rule) => rule.lessonGroups ?? []);
  return new Set(links.flatMap((group) => group.lessons));
}

/** The span of text that holds solutions; empty, before the archive's end, where there is none. */
function solutionSpan(root: Element): { start: number; end: number } {
  const groups = child(root, "SolutionGroups");
  if (groups) return { start: groups.start, end: groups.end };
  const end = root.end - `</${root.name}>`.length;
  return { start: end, end };
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

function noSolution(instance: string): Issue {
  return {
    code: "no-solution",
    path: ["SolutionGroups"],
    message: `The file describes ${instance} but holds no timetable for it.`,
    hint: "Export it with a solution: today's timetable is what is changed as little as possible.",
  };
}
