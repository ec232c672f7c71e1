import { canonicalJson } from "../canonical-json.js";
import type { JsonSchema, JsonSchemaObject } from "../json-schema.js";

/** A schema inside its document, against which its references are resolved. */
export interface Node {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  /** Answers about parts, kept while two schemas are compared. */
  readonly memo?: Memo;
}

/** What was worked out about schemas, by the schema. */
export interface Memo {
  readonly texts: WeakMap<object, string>;
  /** By the root, then by the schema: references lead elsewhere under another root. */
  readonly cases: WeakMap<object, WeakMap<object, unknown>>;
}

/** A memory for one comparison; schemas must not change while it lasts. */
export function memory(): Memo {
  return { texts: new WeakMap(), cases: new WeakMap() };
}

/** Keywords that restrict nothing. */
const ANNOTATIONS = new Set([
  ...["$schema", "$id", "$anchor", "$comment", "$defs", "definitions", "$vocabulary", "title", "description"],
  ...["default", "examples", "deprecated", "readOnly", "writeOnly", "contentEncoding", "contentMediaType"],
  "contentSchema",
]);

/** The keywords of a schema that restrict something; those starting with `x-` are notes of ours. */
export function restricting(schema: JsonSchemaObject): string[] {
  return Object.keys(schema).filter((keyword) => !ANNOTATIONS.has(keyword) && !keyword.startsWith("x-"));
}

/** Whether a schema takes every value. */
export function takesAll(schema: JsonSchema | undefined): boolean {
  if (typeof schema === "object") return restricting(schema).length === 0;
  return schema !== false;
}

/** A part of a node's schema, in the same document. */
export function part(of: Node, schema: unknown): Node {
  return { ...of, schema: schema as JsonSchema };
}

/** The schema that a `$ref` names: `#`, a JSON pointer or an anchor inside the document; `undefined` for any other. */
export function resolve(node: Node, ref: string): Node | undefined {
  const { root } = node;
  const [document, fragment = ""] = ref.split("#");
  if (document !== "" && (typeof root !== "object" || root["$id"] !== document)) return undefined;
  const pointer = decodeURIComponent(fragment);
  const found = pointer === "" || pointer.startsWith("/") ? pointed(root, pointer) : anchored(root, pointer);
  return typeof found === "object" || typeof found === "boolean" ? part(node, found) : undefined;
}

/** The node that a mere reference stands for, however many steps away; the node itself where it says more. */
export function target(node: Node): Node {
  let at = node;
  for (let steps = 0; steps < 16; steps++) {
    const { schema } = at;
    if (typeof schema === "boolean" || restricting(schema).join() !== "$ref") return at;
    const next = resolve(at, schema["$ref"] as string);
    if (!next) return at;
    at = next;
  }
  return at;
}

function pointed(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, step) => {
      return typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined;
    }, root);
}

function anchored(schema: unknown, name: string): unknown {
  if (typeof schema !== "object" || schema === null) return undefined;
  if ((schema as JsonSchemaObject)["$anchor"] === name) return schema;
  for (const inner of Object.values(schema)) {
    const found = anchored(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A text that is equal only for schemas that mean the same; holds the definitions where there are references. */
export function meaning({ schema, root, memo = memory() }: Node): string {
  const { texts } = memo;
  const text = meaningText(schema, texts);
  return text.includes('"$ref"') ? `${text} in ${meaningText(root, texts)}` : text;
}

/** Keywords whose value maps free names to schemas, and those whose value is data. */
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]);
const DATA = new Set(["const", "enum"]);

/** Canonical text without annotations, which change no meaning; each part is written once. */
function meaningText(schema: unknown, texts: WeakMap<object, string>): string {
  if (typeof schema !== "object" || schema === null) return canonicalJson(schema);
  const known = texts.get(schema);
  if (known !== undefined) return known;
  const inner = (part: unknown) => meaningText(part, texts);
  const text = Array.isArray(schema) ? `[${schema.map(inner).join(",")}]` : keywordsText(schema, inner);
  texts.set(schema, text);
  return text;
}

function keywordsText(schema: object, inner: (part: unknown) => string): string {
  const kept = Object.entries(schema).filter(
    ([keyword]) => MAPS.has(keyword) || (!ANNOTATIONS.has(keyword) && !keyword.startsWith("x-")),
  );
  return objectText(kept, (keyword, value) => {
    if (DATA.has(keyword)) return canonicalJson(value);
    return MAPS.has(keyword)
      ? objectText(Object.entries(value as object), (_, held) => inner(held))
      : inner(value);
  });
}

function objectText(
  entries: readonly (readonly [string, unknown])[],
  write: (key: string, value: unknown) => string,
): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, value]) => `${JSON.stringify(key)}:${write(key, value)}`).join(",")}}`;
}
