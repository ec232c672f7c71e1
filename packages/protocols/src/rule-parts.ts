import type { Issue } from "@collegium/schema";
import type { ProtocolFields } from "./definition-shape.js";
import { exampleDefinition as example } from "./example-definition.js";

/** The example's first step. */
export const firstStep = example.steps[0]!;

/** The example with its first step changed: how a rule shows what it refuses. */
export const withFirst = (changes: object): object => ({
  ...example,
  steps: [{ ...firstStep, ...changes }, ...example.steps.slice(1)],
});

/** One thing wrong, with its place and what to do. */
export const fault = (code: string, path: Issue["path"], message: string, hint: string): Issue => ({
  code,
  path,
  message,
  hint,
});

/** Duplicated words in a list, as positions. */
export const repeated = (words: readonly string[]): number[] =>
  words.flatMap((word, index) => (words.indexOf(word) < index ? [index] : []));

/** Roles that a speaking rule names. */
export function rolesNamed(speaks: ProtocolFields["steps"][number]["speaks"]): readonly string[] {
  return speaks.who === "roles" ? speaks.roles : speaks.who === "each" ? (speaks.except ?? []) : [];
}
