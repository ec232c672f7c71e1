import { type AnyDefinition, type Envelope, type Json, toJsonSchema } from "@collegium/schema";
import type fc from "fast-check";
import { blended } from "./arbitrary-blend.js";
import { type FaultyDocument, faultsOf } from "./arbitrary-faults.js";
import { valuesOf } from "./arbitrary-values.js";

/**
 * Valid documents of a kind, for laws that must hold for every document a school can have.
 * Derived from the kind's JSON Schema, with optional fields and extensions, present and absent. Where a kind has rules
 * that few such documents keep, an example takes over from one whatever leaves it valid.
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
  const drawn = valuesOf(toJsonSchema(definition, version)).map(withoutRequirements);
  const { rules = [], examples } = definition.options;
  const takes = (document: Json) => definition.read(document).ok;
  if (rules.length === 0 || version < definition.options.version)
    return drawn.filter(takes) as fc.Arbitrary<never>;
  // Few documents drawn freely keep every rule; an example that takes over what it can from one always does.
  const { kind } = definition;
  const sound = examples.map(
    (fields) => ({ kind, schemaVersion: version, id: "example", ...(fields as object) }) as unknown as Json,
  );
  return drawn.map((document) => {
    const base = sound[JSON.stringify(document).length % sound.length]!;
    return takes(document) ? document : blended(base, document, takes);
  }) as fc.Arbitrary<never>;
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
