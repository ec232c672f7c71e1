import type { PrivacyMark } from "./document.js";
import type { JsonSchema, JsonSchemaObject } from "./json-schema.js";

/** One text in a document: where it stands, how private it is, and what other standards call it. */
export interface StringField {
  /**
   * Steps from the document's top: a field's name, `[]` for an entry of a list, `{key}` for a free key, `{}` for what it
   * holds. A part that contains itself is listed once.
   */
  readonly path: string;
  readonly mark: PrivacyMark | undefined;
  readonly ceds?: string;
  readonly edfi?: string;
  readonly oneroster?: string;
}

/** The texts of a schema, each with the node that stands for it. */
export function fieldsIn(root: JsonSchemaObject): (StringField & { readonly node: JsonSchemaObject })[] {
  const found: Walk["found"] = new Map();
  collect(root, { path: "", mark: undefined }, { root, found, open: new Set() });
  return [...found.values()];
}

interface Walk {
  readonly root: JsonSchemaObject;
  readonly found: Map<string, StringField & { readonly node: JsonSchemaObject }>;
  readonly open: Set<JsonSchema>;
}

function collect(schema: unknown, above: StringField, walk: Walk): void {
  if (typeof schema !== "object" || schema === null || walk.open.has(schema as JsonSchema)) return;
  const node = schema as JsonSchemaObject;
  const own = node["x-privacy"] as PrivacyMark | undefined;
  const here: StringField = { path: above.path, mark: own ?? above.mark, ...outsideNames(node) };
  walk.open.add(node);
  const into = (part: unknown, step: string) =>
    collect(part, { ...here, path: join(above.path, step) }, walk);
  const same = (part: unknown) => collect(part, here, walk);
  if (node["type"] === "string" && node["const"] === undefined) walk.found.set(here.path, { ...here, node });
  if (typeof node["$ref"] === "string") same(resolve(walk.root, node["$ref"]));
  for (const name of ["anyOf", "oneOf", "allOf"]) for (const part of list(node[name])) same(part);
  for (const [key, part] of Object.entries(node["properties"] ?? {})) into(part, key);
  if (node["propertyNames"]) into(node["propertyNames"], "{key}");
  into(node["additionalProperties"], "{}");
  into(node["items"], "[]");
  for (const part of list(node["prefixItems"])) into(part, "[]");
  walk.open.delete(node);
}

function outsideNames(node: JsonSchemaObject): Pick<StringField, "ceds" | "edfi" | "oneroster"> {
  const names = ["ceds", "edfi", "oneroster"].flatMap((name) => {
    const value = node[`x-${name}`];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(names);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function join(path: string, step: string): string {
  return path === "" ? step : `${path}.${step}`;
}

function resolve(root: JsonSchemaObject, ref: string): unknown {
  const steps = ref.replace(/^#\/?/, "").split("/").filter(Boolean);
  return steps.reduce<unknown>(
    (node, step) => (node as JsonSchemaObject)[step.replaceAll("~1", "/").replaceAll("~0", "~")],
    root,
  );
}
