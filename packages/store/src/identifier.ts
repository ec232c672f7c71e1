import type { Issue } from "@collegium/schema";

const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The first of these names that is no identifier: letters, digits and `. _ : / @ -`, at most 200 of them. */
export function identifierIssue(names: Readonly<Record<string, string | undefined>>): Issue | undefined {
  for (const [field, name] of Object.entries(names)) {
    if (name === undefined || (typeof name === "string" && IDENTIFIER.test(name))) continue;
    return {
      code: "invalid-identifier",
      path: [field],
      message: `The field ${field} is not a valid identifier.`,
      hint: "Use letters, digits and . _ : / @ - only, at most 200 of them.",
    };
  }
  return undefined;
}

/** Whether an instant is not ISO 8601 in UTC with milliseconds. */
export function instantIssue(field: string, instant: string): Issue | undefined {
  if (INSTANT.test(instant) && !Number.isNaN(Date.parse(instant))) return undefined;
  return {
    code: "invalid-instant",
    path: [field],
    message: `The field ${field} is not an instant in UTC.`,
    hint: "Write it like 2026-09-01T08:30:00.000Z.",
  };
}
