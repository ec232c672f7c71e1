import { canonicalJson } from "./canonical-json.js";
import { meaning } from "./compatibility/node.js";
import type { AnyDefinition } from "./document.js";
import { type JsonSchemaObject, toJsonSchema } from "./json-schema.js";
import { reservedNames } from "./reserved-names.js";

/** One file under `schemas/`: the published JSON Schema of one version of a document. */
export interface SchemaFile {
  /** `goal.v2.json`. */
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly schema: JsonSchemaObject;
  /** What to write into the file. */
  readonly text: string;
}

/**
 * The files that a package commits under `schemas/`, so that vendors and checks in any language can rely on them.
 * One for every version of every published document; drafts have none, for they may still change.
 * @param committed - The files as they are now: names that have gone since are kept there as `x-reserved`, with what
 * they held, so that none returns with another meaning.
 */
export function exportSchemas(
  definitions: readonly AnyDefinition[],
  committed: readonly JsonSchemaObject[] = [],
): SchemaFile[] {
  return definitions
    .filter(({ options }) => options.stability === "published")
    .flatMap((definition) =>
      definition.schemas.map((_, index) => schemaFile(definition, index + 1, committed)),
    );
}

/** One version's file, whatever the document's stability. */
export function schemaFile(
  definition: AnyDefinition,
  version: number,
  committed: readonly JsonSchemaObject[] = [],
): SchemaFile {
  const { kind } = definition;
  const plain = toJsonSchema(definition, version);
  const before = committed.find((schema) => isOf(schema, kind, version));
  if (before && version < definition.options.version && sameMeaning(before, plain))
    return fileOf(kind, version, before);
  const reserved = before ? reservedNames(before, plain) : {};
  const schema = Object.keys(reserved).length > 0 ? { ...plain, "x-reserved": reserved } : plain;
  return fileOf(kind, version, schema);
}

function fileOf(kind: string, version: number, schema: JsonSchemaObject): SchemaFile {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  return { name: `${kind}.v${version}.json`, kind, version, schema, text };
}

/** An earlier version's file stays as it is, with the examples it had when it was the newest. */
function sameMeaning(a: JsonSchemaObject, b: JsonSchemaObject): boolean {
  return meaning({ schema: a, root: a }) === meaning({ schema: b, root: b });
}

/** Kind and version of an exported schema; `undefined` for a schema of something else. */
export function identityOf(schema: JsonSchemaObject): { kind: string; version: number } | undefined {
  const properties = schema["properties"] as Record<string, { const?: unknown } | undefined> | undefined;
  const kind = properties?.["kind"]?.const;
  const version = properties?.["schemaVersion"]?.const;
  return typeof kind === "string" && typeof version === "number" ? { kind, version } : undefined;
}

function isOf(schema: JsonSchemaObject, kind: string, version: number): boolean {
  const identity = identityOf(schema);
  return identity?.kind === kind && identity.version === version;
}

/** Whether two schemas say the same, whatever the order of their keywords. */
export function sameSchema(a: JsonSchemaObject, b: JsonSchemaObject): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
