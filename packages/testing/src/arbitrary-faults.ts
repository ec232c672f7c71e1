import type { AnyDefinition, Json, JsonSchema, JsonSchemaObject } from "@collegium/schema";
import fc from "fast-check";

/** A document with one fault. */
export interface FaultyDocument {
  /** What was done to it: `missing`, `wrong-type`, `unknown-word`, `too-short`, … */
  readonly fault: string;
  /** Where. */
  readonly path: readonly (string | number)[];
  readonly document: unknown;
}

type Object_ = { readonly [field: string]: Json };

/** One of the faults that this document can have by its schema, or by its kind's envelope and rules. */
export function faultsOf(
  schema: JsonSchema,
  document: Object_,
  definition: AnyDefinition,
): fc.Arbitrary<FaultyDocument> {
  const inside = faultsAt(schema, document, [], schema as JsonSchemaObject);
  const rules = (definition.options.rules ?? []).map(({ name, badExample }) => {
    const { kind, schemaVersion, id } = document;
    const bad = { kind, schemaVersion, id, ...(badExample as object) };
    return { fault: `rule:${name}`, path: [], document: bad };
  });
  return fc.constantFrom(...inside, ...envelopeFaults(document), ...rules);
}

function envelopeFaults(document: Object_): FaultyDocument[] {
  const { schemaVersion } = document as { schemaVersion: number };
  const set = (fault: string, name: string, value: unknown) => {
    return { fault, path: [name], document: { ...document, [name]: value } };
  };
  return [
    { fault: "not-an-object", path: [], document: [document] },
    set("other-kind", "kind", `${String(document["kind"])}-other`),
    set("future-version", "schemaVersion", schemaVersion + 1),
    set("no-version", "schemaVersion", "1"),
    set("unknown-requirement", "requires", ["org.example/unheard-of"]),
    set("extension-without-namespace", "extensions", { level: 1 }),
    set("not-json", "later", Number.NaN),
    set("prototype-key", "later", JSON.parse('{"__proto__":{"polluted":true}}')),
    set("nested-too-deeply", "later", nested(70)),
  ];
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

/** Faults below one place; stays out of unions, where a fault in one branch may fit another. */
function faultsAt(
  schema: JsonSchema,
  value: Json,
  path: FaultyDocument["path"],
  root: JsonSchemaObject,
): FaultyDocument[] {
  const node = followed(schema, root);
  if (typeof node !== "object" || "anyOf" in node || "oneOf" in node || "allOf" in node) return [];
  const found: FaultyDocument[] = [];
  const put = (fault: string, bad: unknown) => found.push({ fault, path, document: bad });
  if (node["type"] !== undefined && path.length > 0)
    put("wrong-type", otherType([node["type"]].flat() as string[]));
  if (typeof value === "string") textFaults(node, put);
  if (typeof value === "number") numberFaults(node, put);
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems } = node as { minItems?: number; maxItems?: number };
    if (minItems > 0) put("too-few", value.slice(0, minItems - 1));
    if (maxItems !== undefined && maxItems < 1000 && value.length > 0) {
      put(
        "too-many",
        Array.from({ length: maxItems + 1 }, () => value[0]),
      );
    }
    for (const [index, entry] of value.entries()) {
      const prefix = (node["prefixItems"] as JsonSchema[] | undefined) ?? [];
      const own = prefix[index] ?? (node["items"] as JsonSchema | undefined);
      if (own === undefined) continue;
      for (const fault of faultsAt(own, entry, [...path, index], root)) {
        found.push({ ...fault, document: value.map((old, at) => (at === index ? fault.document : old)) });
      }
    }
  } else if (typeof value === "object" && value !== null) {
    const fields = value as Object_;
    for (const name of (node["required"] as string[] | undefined) ?? []) {
      const { [name]: _, ...rest } = fields;
      found.push({ fault: "missing", path: [...path, name], document: rest });
    }
    for (const [name, own] of Object.entries((node["properties"] ?? {}) as Record<string, JsonSchema>)) {
      if (!Object.hasOwn(fields, name)) continue;
      for (const fault of faultsAt(own, fields[name]!, [...path, name], root)) {
        found.push({ ...fault, document: { ...fields, [name]: fault.document } });
      }
    }
  }
  return found;
}

function followed(schema: JsonSchema, root: JsonSchemaObject): JsonSchema {
  const ref = typeof schema === "object" ? schema["$ref"] : undefined;
  if (typeof ref !== "string") return schema;
  const steps = ref.slice(1).split("/").slice(1);
  return steps.reduce<unknown>((at, step) => (at as JsonSchemaObject)[step], root) as JsonSchema;
}

function otherType(types: string[]): Json {
  const values: [string, Json][] = [
    ["boolean", true],
    ["string", "?"],
    ["object", {}],
    ["null", null],
  ];
  return values.find(([type]) => !types.includes(type))![1];
}

function textFaults(node: JsonSchemaObject, put: (fault: string, bad: Json) => void): void {
  const { minLength = 0, maxLength = 1e9 } = node as { minLength?: number; maxLength?: number };
  if (minLength > 0) put("too-short", "x".repeat(minLength - 1));
  if (maxLength < 10_000) put("too-long", "x".repeat(maxLength + 1));
  if (node["enum"] ?? node["const"]) put("unknown-word", "no such word");
  if (node["format"] === "date") put("no-such-day", "2026-02-30");
  const { pattern } = node as { pattern?: string };
  if (pattern !== undefined && !new RegExp(pattern, "u").test("\u0000")) put("wrong-form", "\u0000");
}

function numberFaults(node: JsonSchemaObject, put: (fault: string, bad: Json) => void): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node as Record<string, number>;
  if (minimum !== undefined) put("too-small", minimum - 1);
  if (exclusiveMinimum !== undefined) put("too-small", exclusiveMinimum);
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) put("too-large", maximum + 1);
  if (exclusiveMaximum !== undefined) put("too-large", exclusiveMaximum);
  if (node["type"] === "integer") put("not-whole", 0.5);
}
