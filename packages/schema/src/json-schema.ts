import * as z from "zod";
import type { AnyDefinition, PrivacyMark, PrivacyTable } from "./document.js";
import { fieldsIn } from "./fields-in-schema.js";

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = boolean | JsonSchemaObject;

/** A JSON Schema that is not just `true` or `false`. */
export interface JsonSchemaObject {
  readonly [keyword: string]: unknown;
}

/** Keywords of ours in exported schemas; a strict validator must be told to leave them alone. */
export const OWN_KEYWORDS = [
  "x-stability",
  "x-retention",
  "x-rules",
  "x-reserved",
  "x-foreign",
  "x-privacy",
  "x-ceds",
  "x-edfi",
  "x-oneroster",
] as const;

/**
 * JSON Schema 2020-12 of one version of a document, for validators in any language.
 * Says what a reader accepts: unknown fields are allowed. Rules that JSON Schema cannot express are listed by name as
 * `x-rules`.
 * @param base - Where the schemas will be published; becomes the start of `$id`.
 */
export function toJsonSchema(
  definition: AnyDefinition,
  version: number = definition.options.version,
  base = "https://collegium.school/schemas",
): JsonSchemaObject {
  const { kind, options } = definition;
  const schema = definition.schemas[version - 1];
  if (!schema) throw new RangeError(`${kind} has no version ${version}.`);
  const { $schema, ...body } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  const newest = version === options.version;
  if (newest && options.privacy) mark(body as JsonSchemaObject, options.privacy);
  const rules = newest ? (options.rules ?? []).map(({ name, sentence }) => ({ name, sentence })) : [];
  return {
    $schema,
    $id: `${base}/${kind}.v${version}.json`,
    title: options.title,
    description: options.description,
    "x-stability": options.stability,
    "x-retention": options.retention,
    ...(rules.length > 0 && { "x-rules": rules }),
    ...body,
    ...(newest && {
      examples: options.examples.map((fields) => ({
        kind,
        schemaVersion: version,
        id: "example",
        ...fields,
      })),
    }),
  };
}

/** Writes the marks of a privacy table beside the texts that have none. */
function mark(schema: JsonSchemaObject, table: PrivacyTable): void {
  const marks = new Map(
    Object.entries(table).flatMap(([word, paths]) =>
      paths.map((path) => [path, word as PrivacyMark] as const),
    ),
  );
  for (const { path, mark: own, node } of fieldsIn(schema)) {
    const word = marks.get(path);
    if (own === undefined && word !== undefined) Object.assign(node, { "x-privacy": word });
  }
}
