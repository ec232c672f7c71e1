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
 * Issue codes: those of the CSV reader, `unknown-shape`, `bad-day`, `missing-cell`, `bad-points`; warnings
 * `unknown-measure`, `missing-results`.
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
    const real = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
    return real ? [] : [{ code: "bad-day", path: [row + 1, "on"], message: "Expected a day as YYYY-MM-DD." }];
  }).flat();
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
  return ok(points, unknownMeasures(goals, table));
}

function fromStudents(goals: readonly GoalFields[], table: Table): Result<GoalPoint[]> {
  const issues = cellIssues(table, ["measure", "student", "on", "max"]);
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));
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
