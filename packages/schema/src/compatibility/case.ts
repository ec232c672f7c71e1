import { canonicalJson } from "../canonical-json.js";
import type { Json } from "../json.js";
import type { JsonSchemaObject } from "../json-schema.js";
import { meaning, type Node, part, resolve, restricting, takesAll } from "./node.js";
import { takesValue, typeOf } from "./takes-value.js";

/** The six types of JSON values; whole numbers are numbers that are multiples of 1. */
export const TYPES = ["null", "boolean", "number", "string", "array", "object"] as const;
export type Type = (typeof TYPES)[number];

/** How one `properties`, `patternProperties`, `additionalProperties` group treats an object's fields. */
export interface FieldGroup {
  readonly named: ReadonlyMap<string, Node>;
  readonly patterns: readonly (readonly [pattern: string, node: Node])[];
  /** For every other field; absent where any is taken. */
  readonly rest: Node | undefined;
  /** Whether the schema names its fields: its writers then write no others. */
  readonly declares: boolean;
}

/** How one `prefixItems`, `items` group treats a list's entries. */
export interface EntryGroup {
  readonly first: readonly Node[];
  readonly rest: Node | undefined;
}

/**
 * All of a schema that concerns values of one type: a conjunction of restrictions. A schema is the union of its cases,
 * and a value belongs to it when it belongs to one.
 */
export interface Case {
  readonly type: Type;
  /** The only values there are, where they are listed. */
  readonly values?: readonly Json[];
  readonly min: number;
  readonly max: number;
  readonly aboveMin: boolean;
  readonly belowMax: boolean;
  readonly multiples: readonly number[];
  /** Of a text in characters, a list in entries, an object in fields. */
  readonly minSize: number;
  readonly maxSize: number;
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
  readonly unique: boolean;
  readonly entries: readonly EntryGroup[];
  readonly fields: readonly FieldGroup[];
  readonly required: readonly string[];
  readonly names: readonly Node[];
  /** Schemas that no value may fit. */
  readonly nots: readonly Node[];
  /** Restrictions that are compared as texts only. */
  readonly opaque: readonly { readonly keyword: string; readonly text: string }[];
  /** The branch of an open union for kinds it does not know: a writer only passes on what others wrote. */
  readonly foreign: boolean;
}

const NONE: Omit<Case, "type"> = {
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
  aboveMin: false,
  belowMax: false,
  multiples: [],
  minSize: 0,
  maxSize: Number.POSITIVE_INFINITY,
  patterns: [],
  formats: [],
  unique: false,
  entries: [],
  fields: [],
  required: [],
  names: [],
  nots: [],
  opaque: [],
  foreign: false,
};

/** Raised where a schema has more cases than are worth comparing. */
export class TooComplex extends Error {}

const MOST_CASES = 4000;

const UNRESTRICTED: Readonly<Record<Type, Case>> = {
  null: { ...NONE, type: "null", values: [null] },
  boolean: { ...NONE, type: "boolean", values: [true, false] },
  number: { ...NONE, type: "number" },
  string: { ...NONE, type: "string" },
  array: { ...NONE, type: "array" },
  object: { ...NONE, type: "object" },
};

function unrestricted(type: Type): Case {
  return UNRESTRICTED[type];
}

/** The cases of values that fit all of these schemas. */
export function casesOf(nodes: readonly Node[]): readonly Case[] {
  const [only] = nodes;
  if (nodes.length !== 1 || !only?.memo || typeof only.root !== "object" || typeof only.schema !== "object") {
    return allCases(nodes);
  }
  const byRoot = only.memo.cases;
  const known = byRoot.get(only.root) ?? new WeakMap<object, unknown>();
  byRoot.set(only.root, known);
  const found = (known.get(only.schema) as readonly Case[] | undefined) ?? allCases(nodes);
  known.set(only.schema, found);
  return found;
}

function allCases(nodes: readonly Node[]): Case[] {
  let cases = TYPES.map(unrestricted);
  for (const node of nodes) cases = both(cases, casesOfOne(node, []));
  return cases.flatMap((one) => {
    if (!one.values) return [one];
    const values = one.values.filter((value) => nodes.every((node) => takesValue(node, value) !== false));
    return values.length === 0 ? [] : [{ ...one, values }];
  });
}

function casesOfOne(node: Node, trail: readonly unknown[]): Case[] {
  const { schema } = node;
  if (typeof schema === "boolean") return schema ? TYPES.map(unrestricted) : [];
  let cases = ownCases(node, schema);
  const meet = (more: Case[]) => {
    cases = both(cases, more);
  };
  const inner = (value: unknown) => casesOfOne(part(node, value), trail);
  for (const keyword of restricting(schema)) {
    const value = schema[keyword];
    if (keyword === "$ref") meet(referred(node, value as string, trail));
    if (keyword === "allOf") for (const one of value as unknown[]) meet(inner(one));
    if (keyword === "anyOf") meet((value as unknown[]).flatMap(inner));
    if (keyword === "oneOf") meet(exactlyOne(node, value as unknown[], trail));
    if (keyword === "not") cases = cases.flatMap((one) => without(one, part(node, value)));
  }
  return cases;
}

function referred(node: Node, ref: string, trail: readonly unknown[]): Case[] {
  const target = resolve(node, ref);
  if (!target)
    return TYPES.map((type) => ({ ...unrestricted(type), opaque: [{ keyword: "$ref", text: ref }] }));
  if (trail.includes(target.schema)) return []; // a schema that is only itself takes nothing
  return casesOfOne(target, [...trail, target.schema]);
}

function exactlyOne(node: Node, parts: readonly unknown[], trail: readonly unknown[]): Case[] {
  if (toldApart(parts)) return parts.flatMap((one) => casesOfOne(part(node, one), trail));
  return parts.flatMap((one, index) => {
    const others = parts.filter((_, at) => at !== index).map((other) => part(node, other));
    return casesOfOne(part(node, one), trail).flatMap((own) =>
      others.reduce<Case[]>((kept, other) => kept.flatMap((each) => without(each, other)), [own]),
    );
  });
}

/** Whether a required field has other words in each branch, so that no value fits two of them. */
function toldApart(parts: readonly unknown[]): boolean {
  const objects = parts.filter(
    (one): one is JsonSchemaObject =>
      typeof one === "object" && (one as JsonSchemaObject)["type"] === "object",
  );
  const names = (objects[0]?.["required"] ?? []) as string[];
  if (objects.length < parts.length) return false;
  return names.some((name) => {
    const words = objects.map((one) => {
      const tag = (one["properties"] as Record<string, JsonSchemaObject> | undefined)?.[name];
      const required = ((one["required"] ?? []) as string[]).includes(name);
      return (required && typeof tag === "object" && valuesOf(tag)?.map(canonicalJson)) || undefined;
    });
    const all = words.flatMap((own) => own ?? []);
    return words.every((own) => own !== undefined) && new Set(all).size === all.length;
  });
}

/** A case without the values that fit a schema. */
function without(one: Case, excluded: Node): Case[] {
  if (takesAll(excluded.schema)) return [];
  if (excluded.schema === false) return [one];
  if (typeof excluded.schema === "object") {
    const keywords = restricting(excluded.schema);
    if (keywords.length === 1 && keywords[0] === "type") {
      const types = [excluded.schema["type"]].flat();
      if (types.includes(one.type)) return [];
      if (!(one.type === "number" && types.includes("integer"))) return [one];
    }
  }
  return [{ ...one, nots: [...one.nots, excluded] }];
}

/** Keywords that are compared as texts only, with those that belong to them, under the type they concern. */
const OPAQUE: readonly (readonly [type: Type | undefined, ...keywords: string[]])[] = [
  ["array", "contains", "minContains", "maxContains"],
  ["array", "unevaluatedItems"],
  ["object", "dependentRequired"],
  ["object", "dependentSchemas"],
  ["object", "unevaluatedProperties"],
  [undefined, "if", "then", "else"],
];
const KNOWN = new Set([
  ...["type", "const", "enum", "$ref", "allOf", "anyOf", "oneOf", "not", "minimum", "maximum"],
  ...["exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format"],
  ...["minItems", "maxItems", "uniqueItems", "prefixItems", "items", "required", "properties"],
  ...["patternProperties", "additionalProperties", "propertyNames", "minProperties", "maxProperties"],
]);

function ownCases(node: Node, schema: JsonSchemaObject): Case[] {
  const listed = valuesOf(schema);
  const wanted = schema["type"] === undefined ? undefined : [schema["type"]].flat();
  return TYPES.flatMap((type) => {
    const whole = type === "number" && wanted?.includes("integer") && !wanted.includes("number");
    if (wanted && !wanted.includes(type) && !whole) return [];
    const values = listed?.filter((value) => typeOf(value) === type);
    if (values?.length === 0) return [];
    const one = { ...unrestricted(type), ...restrictionsOf(type, node, schema) };
    const exact = values ? { ...one, values } : one;
    const multiples = whole ? [...exact.multiples, 1] : exact.multiples;
    const foreign = type === "object" && schema["x-foreign"] === true;
    return [{ ...exact, multiples, foreign, opaque: opaqueOf(type, node, schema) }];
  });
}

function valuesOf(schema: JsonSchemaObject): Json[] | undefined {
  if ("const" in schema) return [schema["const"] as Json];
  return "enum" in schema ? (schema["enum"] as Json[]) : undefined;
}

function opaqueOf(type: Type, node: Node, schema: JsonSchemaObject): Case["opaque"] {
  const unknown = restricting(schema).filter((keyword) => !KNOWN.has(keyword));
  const groups = OPAQUE.filter(([, ...keywords]) => keywords.some((keyword) => unknown.includes(keyword)));
  const grouped = new Set(groups.flatMap(([, ...keywords]) => keywords));
  const mine = groups
    .filter(([owner]) => owner === undefined || owner === type)
    .map(([, ...keywords]) => keywords);
  const strange = unknown.filter((keyword) => !grouped.has(keyword)).map((keyword) => [keyword]);
  return [...mine, ...strange].map((keywords) => {
    const own = Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
    // What counts as unevaluated depends on the whole schema.
    const text = meaning(part(node, keywords[0]!.startsWith("unevaluated") ? schema : own));
    return { keyword: keywords[0]!, text };
  });
}

function restrictionsOf(type: Type, node: Node, schema: JsonSchemaObject): Partial<Case> {
  const number = (keyword: string, otherwise: number) => (schema[keyword] as number | undefined) ?? otherwise;
  const size = (suffix: string) => ({
    minSize: number(`min${suffix}`, 0),
    maxSize: number(`max${suffix}`, Number.POSITIVE_INFINITY),
  });
  if (type === "number") return numberRestrictions(schema);
  if (type === "string") {
    const { pattern, format } = schema as { pattern?: string; format?: string };
    return {
      ...size("Length"),
      patterns: pattern === undefined ? [] : [pattern],
      formats: format ? [format] : [],
    };
  }
  if (type === "array") {
    const first = ((schema["prefixItems"] as unknown[] | undefined) ?? []).map((one) => part(node, one));
    const rest = schema["items"] === undefined ? undefined : part(node, schema["items"]);
    const entries = first.length > 0 || rest ? [{ first, rest }] : [];
    return { ...size("Items"), unique: schema["uniqueItems"] === true, entries };
  }
  if (type !== "object") return {};
  const { properties, patternProperties = {}, additionalProperties, propertyNames } = schema;
  const map = (fields: unknown) =>
    Object.entries(fields ?? {}).map(([key, one]) => [key, part(node, one)] as const);
  const group: FieldGroup = {
    named: new Map(map(properties)),
    patterns: map(patternProperties),
    rest: takesAll(additionalProperties as never) ? undefined : part(node, additionalProperties),
    declares: properties !== undefined,
  };
  return {
    ...size("Properties"),
    fields: properties || patternProperties || additionalProperties !== undefined ? [group] : [],
    required: (schema["required"] as string[] | undefined) ?? [],
    names: propertyNames === undefined ? [] : [part(node, propertyNames)],
  };
}

function numberRestrictions(schema: JsonSchemaObject): Partial<Case> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Record<
    string,
    number
  >;
  const lows = [minimum, exclusiveMinimum].filter((limit) => limit !== undefined);
  const highs = [maximum, exclusiveMaximum].filter((limit) => limit !== undefined);
  const min = Math.max(Number.NEGATIVE_INFINITY, ...lows);
  const max = Math.min(Number.POSITIVE_INFINITY, ...highs);
  return {
    min,
    max,
    aboveMin: exclusiveMinimum !== undefined && exclusiveMinimum === min,
    belowMax: exclusiveMaximum !== undefined && exclusiveMaximum === max,
    multiples: multipleOf === undefined ? [] : [multipleOf],
  };
}

/** Cases of values that belong to a case on each side. */
function both(left: readonly Case[], right: readonly Case[]): Case[] {
  if (left.length * right.length > MOST_CASES * 10) throw new TooComplex();
  const met = left.flatMap((a) => right.flatMap((b) => (a.type === b.type ? meet(a, b) : [])));
  if (met.length > MOST_CASES) throw new TooComplex();
  return met;
}

function meet(a: Case, b: Case): Case[] {
  const values = commonValues(a.values, b.values);
  const min = Math.max(a.min, b.min);
  const max = Math.min(a.max, b.max);
  const one: Case = {
    type: a.type,
    ...(values && { values }),
    min,
    max,
    aboveMin: (a.aboveMin && a.min === min) || (b.aboveMin && b.min === min),
    belowMax: (a.belowMax && a.max === max) || (b.belowMax && b.max === max),
    multiples: [...new Set([...a.multiples, ...b.multiples])],
    minSize: Math.max(a.minSize, b.minSize),
    maxSize: Math.min(a.maxSize, b.maxSize),
    patterns: [...new Set([...a.patterns, ...b.patterns])],
    formats: [...new Set([...a.formats, ...b.formats])],
    unique: a.unique || b.unique,
    entries: [...a.entries, ...b.entries],
    fields: [...a.fields, ...b.fields],
    required: [...new Set([...a.required, ...b.required])],
    names: [...a.names, ...b.names],
    nots: [...a.nots, ...b.nots],
    opaque: [...a.opaque, ...b.opaque],
    foreign: a.foreign || b.foreign,
  };
  return isEmpty(one) ? [] : [one];
}

function commonValues(a: Case["values"], b: Case["values"]): Case["values"] {
  if (!a || !b) return a ?? b;
  const texts = new Set(b.map(canonicalJson));
  return a.filter((value) => texts.has(canonicalJson(value)));
}

function isEmpty(one: Case): boolean {
  return (
    one.values?.length === 0 ||
    one.min > one.max ||
    (one.min === one.max && (one.aboveMin || one.belowMax)) ||
    one.minSize > one.maxSize
  );
}

/** Restrictions on one entry of a list. */
export function entryAt(one: Case, index: number): Node[] {
  return one.entries.flatMap(({ first, rest }) => first[index] ?? rest ?? []);
}

/** Restrictions on one field of an object. */
export function fieldNamed(one: Case, name: string): Node[] {
  return one.fields.flatMap((group) => inGroup(group, name));
}

function inGroup({ named, patterns, rest }: FieldGroup, name: string): Node[] {
  const own = named.get(name);
  const fitting = patterns.filter(([pattern]) => safeTest(pattern, name)).map(([, node]) => node);
  const found = own ? [own, ...fitting] : fitting;
  return found.length > 0 ? found : rest ? [rest] : [];
}

function safeTest(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return true;
  }
}

/** The least and most that a list or object of this case can hold; texts as they say. */
export function sizes(one: Case): { readonly least: number; readonly most: number } {
  if (one.type === "object") {
    const closed = one.fields.filter(({ rest, patterns }) => rest?.schema === false && patterns.length === 0);
    const most = Math.min(one.maxSize, ...closed.map(({ named }) => named.size));
    return { least: Math.max(one.minSize, one.required.length), most };
  }
  if (one.type === "array") {
    const ends = one.entries.flatMap(({ first, rest }) => (rest?.schema === false ? [first.length] : []));
    return { least: one.minSize, most: Math.min(one.maxSize, ...ends) };
  }
  return { least: one.minSize, most: one.maxSize };
}
