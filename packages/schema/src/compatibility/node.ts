import { canonicalJson } from "../canonical-json.js";
import type { JsonSchema, JsonSchemaObject } from "../json-schema.js";

/** A schema inside its document, against which its references are resolved. */
export interface Node {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
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
  return { schema: schema as JsonSchema, root: of.root };
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
export function meaning(node: Node): string {
  const text = canonicalJson(stripped(node.schema));
  if (!text.includes('"$ref"')) return text;
  const { root } = node;
  return `${text} in ${typeof root === "object" ? canonicalJson(stripped({ ...root })) : root}`;
}

/** Keywords whose value maps free names to schemas, and those whose value is data. */
const MAPS = new Set(["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]);
const DATA = new Set(["const", "enum"]);

/** Without annotations, which change no meaning. */
function stripped(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(stripped);
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).flatMap(([keyword, value]) => {
    if (MAPS.has(keyword)) {
      const named = Object.entries(value as object).map(([name, inner]) => [name, stripped(inner)]);
      return [[keyword, Object.fromEntries(named)]];
    }
    if (DATA.has(keyword)) return [[keyword, value]];
    return ANNOTATIONS.has(keyword) || keyword.startsWith("x-") ? [] : [[keyword, stripped(value)]];
  });
  return Object.fromEntries(kept);
}
