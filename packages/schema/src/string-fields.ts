import type { AnyDefinition } from "./document.js";
import { fieldsIn, type StringField } from "./fields-in-schema.js";
import { toJsonSchema } from "./json-schema.js";

/**
 * Every text that a document may hold, with its privacy mark: a school's register of personal data writes itself.
 * Marks stand in zod's `.meta({ "x-privacy": "direct" | "indirect" | "none" })`, at the text or at what holds it; a
 * text whose one possible value is fixed needs none. A document's `privacy` table marks those that are left.
 */
export function stringFields(definition: AnyDefinition, version?: number): StringField[] {
  return fieldsIn(toJsonSchema(definition, version)).map(({ node: _, ...field }) => field);
}
