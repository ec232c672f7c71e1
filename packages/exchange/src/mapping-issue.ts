import type { Issue } from "@collegium/schema";

const LAYOUTS = ["meetings", "day-columns", "grid"];

/**
 * What is wrong with a mapping that came from a file or a form; `undefined` where it has the form of one.
 *
 * Issue code: `bad-mapping`.
 */
export function mappingIssue(mapping: unknown): Issue | undefined {
  if (!isObject(mapping)) return bad([], "The mapping is not an object.");
  if (!LAYOUTS.includes(mapping["layout"] as string)) {
    return bad(["layout"], `The mapping's layout is none of: ${LAYOUTS.join(", ")}.`);
  }
  const header = mapping["headerRow"];
  if (!Number.isInteger(header) || (header as number) < 1) {
    return bad(["headerRow"], "The mapping does not say in which row the header stands.");
  }
  const columns = mapping["columns"];
  if (!isObject(columns) || Object.values(columns).some((name) => typeof name !== "string")) {
    return bad(["columns"], "The mapping does not name a header for each field.");
  }
  const slots = mapping["slots"] ?? [];
  if (!Array.isArray(slots) || slots.some((slot) => !isObject(slot) || !Number.isInteger(slot["column"]))) {
    return bad(["slots"], "The mapping's columns of days and periods have no numbers.");
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bad(path: readonly string[], message: string): Issue {
  return {
    code: "bad-mapping",
    path: ["mapping", ...path],
    message,
    hint: "Guess the mapping anew and confirm it.",
  };
}
