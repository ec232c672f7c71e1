import { checkCompatibility } from "./compatibility/check-compatibility.js";
import { below, type Finding } from "./compatibility/finding.js";
import { type Node, part, target } from "./compatibility/node.js";
import type { JsonSchema, JsonSchemaObject } from "./json-schema.js";

type Fields = Map<string, JsonSchema>;

/** Names that an earlier schema had and a later one lacks, with what they held; those already reserved stay. */
export function reservedNames(before: JsonSchemaObject, after: JsonSchemaObject): Record<string, JsonSchema> {
  const present = fieldsOf(after);
  const gone = [...fieldsOf(before), ...reservedIn(before)].filter(([path]) => !present.has(path));
  return Object.fromEntries(gone.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Names that come back with another meaning: in an earlier schema, gone in a later one, there again in the newest.
 * @param history - Schemas of one kind, oldest first; the last one is the newest.
 */
export function returnedNames(history: readonly JsonSchemaObject[]): Finding[] {
  const newest = history.at(-1);
  if (!newest) return [];
  const now = fieldsOf(newest);
  const reserved: Fields = new Map();
  let last: Fields = new Map();
  for (const schema of history) {
    const fields = fieldsOf(schema);
    for (const [path, held] of reservedIn(schema)) reserved.set(path, held);
    for (const [path, held] of last) if (!fields.has(path)) reserved.set(path, held);
    last = fields;
  }
  return [...reserved].flatMap(([path, held]) => {
    const back = now.get(path);
    if (back === undefined || ["full", "backward"].includes(checkCompatibility(held, back).level)) return [];
    const sentence = `${path}: the name was used before with another meaning; choose another.`;
    return [{ code: "name-reserved" as const, path, direction: "backward" as const, sentence }];
  });
}

function reservedIn(schema: JsonSchemaObject): [string, JsonSchema][] {
  return Object.entries((schema["x-reserved"] ?? {}) as Record<string, JsonSchema>);
}

/** Every named field, wherever it is, with a schema that stands on its own. */
function fieldsOf(schema: JsonSchemaObject): Fields {
  const found: Fields = new Map();
  collect({ schema, root: schema }, "", found, []);
  return found;
}

function collect(at: Node, path: string, found: Fields, open: readonly JsonSchema[]): void {
  const node = target(at);
  const { schema } = node;
  if (typeof schema === "boolean" || open.includes(schema)) return;
  const inside = (one: unknown, step: string) => {
    if (one !== undefined) collect(part(node, one), step, found, [...open, schema]);
  };
  for (const [name, field] of Object.entries((schema["properties"] ?? {}) as Record<string, JsonSchema>)) {
    const step = below(path, name);
    found.set(step, alone(part(node, field)));
    inside(field, step);
  }
  for (const keyword of ["items", "additionalProperties"]) {
    inside(schema[keyword], below(path, keyword === "items" ? "[]" : "{}"));
  }
  for (const keyword of ["prefixItems"])
    for (const one of listed(schema[keyword])) inside(one, below(path, "[]"));
  for (const keyword of ["allOf", "anyOf", "oneOf"])
    for (const one of listed(schema[keyword])) inside(one, path);
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The schema with the definitions it refers to. */
function alone({ schema, root }: Node): JsonSchema {
  if (typeof schema === "boolean" || typeof root === "boolean") return schema;
  const refers = JSON.stringify(schema).includes('"$ref":"#/$defs/');
  return refers && root["$defs"] !== undefined ? { ...schema, $defs: root["$defs"] } : schema;
}
