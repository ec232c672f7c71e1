import { type AnyDefinition, type Envelope, type Json, toJsonSchema } from "@collegium/schema";
import type fc from "fast-check";
import { type FaultyDocument, faultsOf } from "./arbitrary-faults.js";
import { valuesOf } from "./arbitrary-values.js";

/**
 * Valid documents of a kind, for laws that must hold for every document a school can have.
 * Derived from the kind's JSON Schema and kept where its rules hold; with optional fields and extensions, present and
 * absent.
 * @param version - An older version gives documents as they were before the upgrade.
 * @example
 * ```ts
 * import * as z from "zod";
 * import fc from "fast-check";
 * import { defineDocument } from "@collegium/schema";
 * const Note = defineDocument({
 *   kind: "note", title: "Note", description: "A note.", stability: "draft", retention: "school-year",
 *   version: 1, shape: { text: z.string() }, examples: [{ text: "Bring the quiz." }],
 * });
 * fc.sample(documentsOf(Note), 20).every((note) => Note.read(note).ok); // => true
 * ```
 */
export function documentsOf(
  definition: AnyDefinition,
  version: number = definition.options.version,
): fc.Arbitrary<Envelope & { [field: string]: unknown }> {
  return valuesOf(toJsonSchema(definition, version))
    .map((value) => withoutRequirements(value) as unknown as Envelope & { [field: string]: unknown })
    .filter((document) => definition.read(document).ok);
}

/** What it requires, no reader of a test would understand. */
function withoutRequirements(value: Json): Json {
  const { requires, ...rest } = value as { readonly [field: string]: Json };
  return rest;
}

/** Documents of a kind with one fault, which is named: every one must be refused. */
export function faultyDocumentsOf(definition: AnyDefinition): fc.Arbitrary<FaultyDocument> {
  const schema = toJsonSchema(definition);
  return documentsOf(definition).chain((document) => faultsOf(schema, document as never, definition));
}
