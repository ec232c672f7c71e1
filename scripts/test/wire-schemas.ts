import { type AnyDefinition, canonicalJson, toJsonSchema } from "@collegium/schema";
import * as z from "zod";

/** One export of a package. */
export interface Exported {
  readonly name: string;
  readonly value: unknown;
}

/** Schemas that check what one call is asked, and that nobody keeps or sends on; each with its reason. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  "planning-time: Cover":
    "A flag's or a form's answer: who may cover how much; the plan says what is covered.",
  "planning-time: WaysQuestion": "A form's or a flag's answer, read at once; the report says it again.",
};

/**
 * Exports that say how data looks outside our programs and that no registered document says: definitions, and zod
 * schemas that are no part of one.
 */
export function unregistered(exported: readonly Exported[], registered: readonly AnyDefinition[]): string[] {
  const kinds = new Set(registered.map(({ kind }) => kind));
  const parts = new Set<string>();
  for (const definition of registered) collect(toJsonSchema(definition), parts);
  return exported
    .filter(({ value }) =>
      isDefinition(value) ? !kinds.has(value.kind) : isZod(value) && !parts.has(said(value)),
    )
    .map(({ name }) => name);
}

/** Whether a value is a zod schema. */
export function isZod(value: unknown): value is z.ZodType {
  return typeof value === "object" && value !== null && "_zod" in value && "safeParse" in value;
}

function isDefinition(value: unknown): value is AnyDefinition {
  return (
    typeof value === "object" && value !== null && "kind" in value && "options" in value && "schemas" in value
  );
}

function said(schema: z.ZodType): string {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return canonicalJson(plain(own));
}

/** Every part of a schema as a text, without notes. */
function collect(node: unknown, parts: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) parts.add(canonicalJson(plain(node)));
  for (const inner of Object.values(node)) collect(inner, parts);
}

function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== "description" && !key.startsWith("x-"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}
