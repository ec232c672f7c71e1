import { cell, parseCsv, type Table } from "@collegium/evidence";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { GoalFields } from "../goal-set.js";
import { measuresOf } from "../goal-walk.js";
import { type GoalPoint, pointsFrom, type StudentResult } from "../results.js";
import type { Population } from "../results-goal.js";

const BY_STUDENT = { measure: "text", student: "text", on: "text", points: "number", max: "number" } as const;
const BY_GROUP = { measure: "text", on: "text", value: "number", n: "number" } as const;

/**
 * The points of goals from a CSV of results, in one of two shapes: one row per student
 * (`measure,student,on,points,max[,groups]`, groups separated by semicolons) or one row per group and day
 * (`measure,on,value,n[,group][,count][,standardError]`).
 *
 * Issue codes: those of the CSV reader, `unknown-shape`, `bad-day`, `missing-cell`, `bad-points`, `bad-count`, `bad-value`,
 * `duplicate-row`; warnings `unknown-measure`, `missing-results`.
 */
export function pointsInCsv(goals: readonly GoalFields[], csv: string): Result<GoalPoint[]> {
  const header = (/^\uFEFF?([^\r\n]*)/.exec(csv)?.[1] ?? "")
    .split(",")
    .map((name) => name.trim().replaceAll('"', ""));
  const has = (name: string) => header.includes(name);
  if (has("student")) {
    const table = parseCsv(csv, { ...BY_STUDENT, ...(has("groups") ? { groups: "text" } : {}) });
    return table.ok ? fromStudents(goals, table.value) : table;
  }
  if (has("value")) {
    const optional = {
      ...(has("group") ? { group: "text" as const } : {}),
      ...(has("count") ? { count: "number" as const } : {}),
      ...(has("standardError") ? { standardError: "number" as const } : {}),
    };
    const table = parseCsv(csv, { ...BY_GROUP, ...optional });
    return table.ok ? fromGroups(goals, table.value) : table;
  }
  return fail({
    code: "unknown-shape",
    path: [0],
    message: "The file has neither a column student nor a column value.",
    hint: "Use measure,student,on,points,max or measure,on,value,n.",
  });
}

function cellIssues(table: Table, needed: readonly string[]): Issue[] {
  return Array.from({ length: table.length }, (_, row): Issue[] => {
    const lacking = needed.filter((name) => cell(table, name, row) === null);
    if (lacking.length > 0) {
      return [{ code: "missing-cell", path: [row + 1, lacking[0]!], message: "This cell may not be empty." }];
    }
    const day = String(cell(table, "on", row));
    return isDay(day)
      ? []
      : [{ code: "bad-day", path: [row + 1, "on"], message: "Expected a day as YYYY-MM-DD." }];
  }).flat();
}

/** 30 February parses as a day in March, so the day must come back as it was. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Values that no group of students can have, and two values for one group and day. */
function valueIssues(goals: readonly GoalFields[], points: readonly GoalPoint[]): Issue[] {
  const units = new Map(measuresOf(goals).map(({ measure }) => [measure.id, measure.unit]));
  const seen = new Set<string>();
  return points.flatMap((point, row): Issue[] => {
    const { measure, on, population, value, n, count, standardError = 0 } = point;
    const issues: Issue[] = [];
    const say = (code: string, column: string, message: string) =>
      issues.push({ code, path: [row + 1, column], message });
    if (!Number.isInteger(n) || n < 1) say("bad-count", "n", "Expected the number of students, from 1 up.");
    if (count !== undefined && !(Number.isInteger(count) && count >= 0 && count <= n))
      say("bad-count", "count", "Expected a number of students from 0 to n.");
    if (units.get(measure) === "share" && !(value >= 0 && value <= 1))
      say("bad-value", "value", "A share lies between 0 and 1: write 0.55 for 55 %.");
    else if (units.get(measure) === "share" && count !== undefined && Math.abs(value - count / n) > 0.02)
      say("bad-value", "value", "The share is not count over n.");
    if (standardError < 0) say("bad-value", "standardError", "A standard error is not negative.");
    const key = JSON.stringify([measure, on, population]);
    if (seen.has(key)) say("duplicate-row", "on", "This measure has a value for this group and day already.");
    seen.add(key);
    return issues;
  });
}

function unknownMeasures(goals: readonly GoalFields[], table: Table): Issue[] {
  const known = new Set(measuresOf(goals).map(({ measure }) => measure.id));
  const used = new Set(Array.from({ length: table.length }, (_, row) => String(cell(table, "measure", row))));
  return [...used]
    .filter((id) => !known.has(id))
    .map((id) => ({
      code: "unknown-measure",
      path: ["measure", id],
      message: "No goal of the file has this measure; its rows are not used.",
    }));
}

function fromGroups(goals: readonly GoalFields[], table: Table): Result<GoalPoint[]> {
  const issues = cellIssues(table, ["measure", "on", "value", "n"]);
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const optional = (name: string, row: number) => {
    const value = cell(table, name, row);
    return typeof value === "number" ? { [name]: value } : {};
  };
  const points = Array.from({ length: table.length }, (_, row): GoalPoint => {
    const group = cell(table, "group", row);
    return {
      measure: String(cell(table, "measure", row)),
      population:
        group === null || group === "all" ? { kind: "all" } : { kind: "subgroup", group: String(group) },
      on: String(cell(table, "on", row)),
      value: Number(cell(table, "value", row)),
      n: Number(cell(table, "n", row)),
      ...optional("count", row),
      ...optional("standardError", row),
    };
  });
  const wrong = valueIssues(goals, points);
  return wrong.length > 0
    ? fail(...(wrong as [Issue, ...Issue[]]))
    : ok(points, unknownMeasures(goals, table));
}

/** A student counts once on a day; the message names the row, never the student. */
function repeatedStudents(table: Table): Issue[] {
  const seen = new Set<string>();
  return Array.from({ length: table.length }, (_, row) => row).flatMap((row): Issue[] => {
    const key = JSON.stringify(["measure", "student", "on"].map((name) => cell(table, name, row)));
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = "This student has a result on this measure and day already.";
    return [{ code: "duplicate-row", path: [row + 1, "student"], message }];
  });
}

function fromStudents(goals: readonly GoalFields[], table: Table): Result<GoalPoint[]> {
  const issues = cellIssues(table, ["measure", "student", "on", "max"]);
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
  const twice = repeatedStudents(table);
  if (twice.length > 0) return fail(...(twice as [Issue, ...Issue[]]));
  const byMeasure = new Map<string, StudentResult[]>();
  for (let row = 0; row < table.length; row++) {
    const measure = String(cell(table, "measure", row));
    const points = cell(table, "points", row);
    const groups = cell(table, "groups", row);
    const list = byMeasure.get(measure) ?? [];
    byMeasure.set(measure, list);
    list.push({
      student: String(cell(table, "student", row)),
      on: String(cell(table, "on", row)),
      points: points === null ? null : Number(points),
      max: Number(cell(table, "max", row)),
      ...(groups === null
        ? {}
        : {
            groups: String(groups)
              .split(";")
              .map((name) => name.trim()),
          }),
    });
  }
  const points: GoalPoint[] = [];
  const warnings = unknownMeasures(goals, table);
  for (const { measure } of measuresOf(goals)) {
    const results = byMeasure.get(measure.id);
    if (!results || measure.unit === "count") continue;
    for (const population of populationsOf(measure.targets.map((target) => target.population))) {
      const made = pointsFrom(measure.id, results, {
        population,
        unit: measure.unit,
        ...(measure.cut === undefined ? {} : { cut: measure.cut }),
        ...(measure.max === undefined ? {} : { max: measure.max }),
      });
      if (made.ok) {
        points.push(...made.value);
        warnings.push(...made.warnings);
      } else if (made.issues.some(({ code }) => code !== "no-results")) return made;
      else warnings.push(...made.issues);
    }
  }
  return ok(points, warnings);
}

function populationsOf(list: readonly Population[]): Population[] {
  const all: Population = { kind: "all" };
  const groups = new Map(
    list.flatMap((population) =>
      population.kind === "subgroup" ? [[population.group, population] as const] : [],
    ),
  );
  return [all, ...groups.values()];
}
