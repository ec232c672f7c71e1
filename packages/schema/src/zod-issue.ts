import type * as z from "zod";
import type { Issue } from "./result.js";

const CODES: Record<string, string> = {
  invalid_type: "wrong-type",
  invalid_value: "unknown-word",
  invalid_format: "wrong-format",
  unrecognized_keys: "unknown-field",
  too_small: "too-small",
  too_big: "too-big",
  invalid_union: "no-branch-fits",
  invalid_key: "bad-key",
  invalid_element: "bad-element",
  not_multiple_of: "not-a-multiple",
};

/** A validator's issue in our words; texts never repeat the value, which may be about a student. */
export function fromZod(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const missing = issue.code === "invalid_type" && issue.message.includes("received undefined");
  if (missing) {
    return {
      code: "missing",
      path,
      message: "This field is required and absent.",
      hint: `Add ${typeName(issue)}.`,
    };
  }
  if (issue.code === "unrecognized_keys") {
    return {
      code: "unknown-field",
      path,
      message: `Unknown field${issue.keys.length > 1 ? "s" : ""}: ${issue.keys.join(", ")}.`,
      hint: "Remove it, or put it into an extension.",
    };
  }
  return { code: CODES[issue.code] ?? "invalid", path, message: plain(issue) };
}

function typeName(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" ? `a value of type ${issue.expected}` : "it";
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `Expected one of: ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "invalid_type") return `Expected ${issue.expected}.`;
  if (issue.code === "invalid_format") return `Expected the form ${issue.format}.`;
  if (issue.code === "too_small") return `Expected at least ${issue.minimum}.`;
  if (issue.code === "too_big") return `Expected at most ${issue.maximum}.`;
  return issue.message.endsWith(".") ? issue.message : `${issue.message}.`;
}
