import * as z from "zod";
import type { AnyDefinition } from "./document.js";

/**
 * JSON Schema 2020-12 of one version of a document, for validators in any language.
 * Says what a reader accepts: unknown fields are allowed.
 * @param base - Where the schemas will be published; becomes the start of `$id`.
 */
export function toJsonSchema(
  definition: AnyDefinition,
  version: number = definition.options.version,
  base = "https://collegium.school/schemas",
): Record<string, unknown> {
  const schema = definition.schemas[version - 1];
  if (!schema) throw new RangeError(`${definition.kind} has no version ${version}.`);
  const { $schema, ...body } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return {
    $schema,
    $id: `${base}/${definition.kind}.v${version}.json`,
    title: definition.options.title,
    description: definition.options.description,
    "x-stability": definition.options.stability,
    "x-retention": definition.options.retention,
    ...body,
  };
}
