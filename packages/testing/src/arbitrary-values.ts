import type { Json, JsonSchema, JsonSchemaObject } from "@collegium/schema";
import fc from "fast-check";

type Values = fc.Arbitrary<Json>;
interface Place {
  readonly root: JsonSchema;
  /** How far down; deep values stay small, so that recursive schemas end. */
  readonly depth: number;
}

const DEEP = 4;
const DEEPEST = 12;

/**
 * Values as a writer of this JSON Schema makes them: only fields that the schema names, except in dictionaries.
 * What the keywords `not`, `oneOf`, `if` and `contains` say is left to the caller to filter.
 */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<Json> {
  return from(schema, { root: schema, depth: 0 });
}

function from(schema: JsonSchema | undefined, place: Place): Values {
  if (schema === false || place.depth > DEEPEST) return impossible();
  if (schema === undefined || schema === true) return anyJson();
  const flat = flatten(schema, place.root);
  if ("const" in flat) return fc.constant(flat["const"] as Json);
  const words = flat["enum"] as Json[] | undefined;
  if (words) return words.length > 0 ? fc.constantFrom(...words) : impossible();
  const choices = (flat["anyOf"] ?? flat["oneOf"]) as JsonSchema[] | undefined;
  if (choices) return choose(flat, choices, place);
  const types = [(flat["type"] as string | string[] | undefined) ?? guess(flat)].flat();
  return fc.oneof(...types.map((type) => typed(type, flat, place)));
}

/** One branch together with what stands beside it. */
function choose(flat: JsonSchemaObject, choices: readonly JsonSchema[], place: Place): Values {
  const { anyOf, oneOf, ...beside } = flat;
  const left = anyOf && oneOf ? { oneOf } : {};
  const whole = choices.filter((choice) => choice !== false);
  const branches = whole.map((choice) =>
    lazily(() => from({ allOf: [{ ...beside, ...left }, choice] }, place)),
  );
  return fc.oneof(...branches);
}

/** Follows `$ref` and brings the parts of `allOf` together, as far as keywords can be. */
function flatten(schema: JsonSchemaObject, root: JsonSchema, steps = 0): JsonSchemaObject {
  const { $ref, allOf, ...own } = schema;
  const parts = [...((allOf as JsonSchema[] | undefined) ?? [])];
  if (typeof $ref === "string") parts.push(pointed(root, $ref));
  if (steps > 16) return own;
  const flat = parts.map((part) => {
    if (typeof part === "boolean") return part ? {} : { enum: [] };
    return flatten(part, root, steps + 1);
  });
  return flat.reduce(merge, own);
}

const LARGER = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"]);
const SMALLER = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"]);

function merge(a: JsonSchemaObject, b: JsonSchemaObject): JsonSchemaObject {
  const all: Record<string, unknown> = { ...a };
  for (const [keyword, value] of Object.entries(b)) {
    const old = all[keyword];
    all[keyword] = old === undefined ? value : together(keyword, old, value);
  }
  return all;
}

function together(keyword: string, a: unknown, b: unknown): unknown {
  if (LARGER.has(keyword)) return Math.max(a as number, b as number);
  if (SMALLER.has(keyword)) return Math.min(a as number, b as number);
  if (keyword === "required") return [...new Set([...(a as string[]), ...(b as string[])])];
  if (keyword === "type") return commonTypes([a].flat() as string[], [b].flat() as string[]);
  if (keyword === "enum")
    return (a as Json[]).filter((x) => (b as Json[]).some((y) => JSON.stringify(x) === JSON.stringify(y)));
  if (keyword === "properties") {
    const [left, right] = [a as Record<string, JsonSchema>, b as Record<string, JsonSchema>];
    const shared = Object.keys(left).filter((name) => Object.hasOwn(right, name));
    return {
      ...left,
      ...right,
      ...Object.fromEntries(shared.map((name) => [name, { allOf: [left[name], right[name]] }])),
    };
  }
  if (["items", "additionalProperties", "propertyNames"].includes(keyword)) return { allOf: [a, b] };
  return b;
}

function commonTypes(a: string[], b: string[]): string[] {
  return a.flatMap((type) => {
    if (b.includes(type) || (type === "integer" && b.includes("number"))) return [type];
    return type === "number" && b.includes("integer") ? ["integer"] : [];
  });
}

function pointed(root: JsonSchema, ref: string): JsonSchema {
  const steps = decodeURIComponent(ref.slice(1)).split("/").slice(1);
  const found = steps.reduce<unknown>(
    (at, step) => (at as JsonSchemaObject | undefined)?.[step.replaceAll("~1", "/").replaceAll("~0", "~")],
    root,
  );
  return (found ?? true) as JsonSchema;
}

function guess(schema: JsonSchemaObject): string[] {
  const has = (...keywords: string[]) => keywords.some((keyword) => keyword in schema);
  const types = [
    ...(has("properties", "required", "additionalProperties", "propertyNames", "patternProperties")
      ? ["object"]
      : []),
    ...(has("items", "prefixItems", "minItems", "maxItems") ? ["array"] : []),
    ...(has("pattern", "format", "minLength", "maxLength") ? ["string"] : []),
    ...(has("minimum", "maximum", "multipleOf") ? ["number"] : []),
  ];
  return types.length > 0 ? types : ["null", "boolean", "number", "string", "array", "object"];
}

function typed(type: string, schema: JsonSchemaObject, place: Place): Values {
  if (type === "null") return fc.constant(null);
  if (type === "boolean") return fc.boolean();
  if (type === "string") return texts(schema);
  if (type === "array") return lists(schema, place);
  if (type === "object") return objects(schema, place);
  return numbers(schema, type === "integer");
}

function numbers(schema: JsonSchemaObject, whole: boolean): Values {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Record<
    string,
    number
  >;
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const step = whole && !Number.isInteger(multipleOf) ? 1 : multipleOf;
  const inside = (value: number) => value !== exclusiveMinimum && value !== exclusiveMaximum;
  if (step !== undefined) {
    const from = Number.isFinite(low)
      ? Math.ceil(low / step)
      : high < 0
        ? Math.floor(high / step) - 1000
        : -1000;
    const to = Number.isFinite(high) ? Math.floor(high / step) : Math.max(from, 0) + 1000;
    if (from > to) return impossible();
    return fc
      .integer({ min: from, max: Math.min(to, from + 1_000_000) })
      .map((n) => n * step)
      .filter(inside);
  }
  const from = Number.isFinite(low) ? low : Number.isFinite(high) ? high - 1000 : -1000;
  const to = Number.isFinite(high) ? high : from + 2000;
  return fc
    .integer({ min: 0, max: 1000 })
    .map((n) => from + ((to - from) * n) / 1000)
    .filter(inside);
}

const FORMATS: Record<string, fc.Arbitrary<string>> = {
  date: fc
    .integer({ min: 0, max: 40_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  "date-time": fc.integer({ min: 0, max: 4e9 }).map((second) => new Date(second * 1000).toISOString()),
  email: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/),
  uuid: fc.uuid(),
  uri: fc.stringMatching(/^https:\/\/[a-z]{1,8}\.example\/[a-z]{0,8}$/),
  time: fc.integer({ min: 0, max: 86_399 }).map((s) => `${new Date(s * 1000).toISOString().slice(11, 19)}Z`),
};

function texts(schema: JsonSchemaObject): fc.Arbitrary<string> {
  const {
    format,
    pattern,
    minLength = 0,
    maxLength,
  } = schema as Record<string, never> & {
    format?: string;
    pattern?: string;
    minLength?: number;
    maxLength?: number;
  };
  const most = Math.min(maxLength ?? minLength + 12, minLength + 40);
  const expression = pattern === undefined ? undefined : new RegExp(pattern, "u");
  const known = format === undefined ? undefined : FORMATS[format];
  const plain = fc.string({ minLength, maxLength: most, unit: "grapheme-ascii" });
  const raw = known ?? (expression ? fc.stringMatching(expression) : plain);
  return raw.filter(
    (text) =>
      text.length >= minLength && text.length <= (maxLength ?? Infinity) && (expression?.test(text) ?? true),
  );
}

function lists(schema: JsonSchemaObject, place: Place): Values {
  const { minItems = 0, maxItems, uniqueItems } = schema as Record<string, number | undefined>;
  const first = (schema["prefixItems"] as JsonSchema[] | undefined) ?? [];
  const rest = schema["items"] as JsonSchema | undefined;
  const longest =
    rest === false ? first.length : Math.max(minItems, first.length, place.depth < DEEP ? 3 : 0);
  const most = Math.min(maxItems ?? longest, longest);
  const inner = { ...place, depth: place.depth + 1 };
  if (minItems > most) return impossible();
  const longer = place.depth < DEEP ? most : minItems;
  const later = lazily(() => from(rest, inner));
  const firsts = first.map((one) => lazily(() => from(one, inner)));
  return fc.integer({ min: minItems, max: longer }).chain((length) => {
    const entries = Array.from({ length }, (_, index) => firsts[index] ?? later);
    const made = fc.tuple(...entries);
    return uniqueItems
      ? made.filter((list) => new Set(list.map((one) => JSON.stringify(one))).size === length)
      : made;
  });
}

function objects(schema: JsonSchemaObject, place: Place): Values {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
  const required = (schema["required"] ?? []) as string[];
  const patterns = Object.entries((schema["patternProperties"] ?? {}) as Record<string, JsonSchema>);
  const inner = { ...place, depth: place.depth + 1 };
  const named = [...new Set([...Object.keys(properties), ...required])].filter(
    (name) => properties[name] !== false,
  );
  const fields = named.map((name) => {
    const value = lazily(() => from(properties[name], inner));
    const optional = place.depth < DEEP ? fc.boolean() : fc.constant(false);
    const there = required.includes(name) ? fc.constant(true) : optional;
    const pair = value.map((held): [string, Json][] => [[name, held]]);
    const absent = fc.constant<[string, Json][]>([]);
    return there.chain((present) => (present ? pair : absent));
  });
  const free = freeFields(schema, properties, patterns, place, inner);
  return fc.tuple(fc.tuple(...fields), free).map(([own, more]) => ({
    ...Object.fromEntries(more),
    ...Object.fromEntries(own.flat()),
  }));
}

/** Fields of a dictionary: an object with a schema for unnamed fields, or without named ones. */
function freeFields(
  schema: JsonSchemaObject,
  properties: Record<string, JsonSchema>,
  patterns: readonly (readonly [string, JsonSchema])[],
  place: Place,
  inner: Place,
): fc.Arbitrary<[string, Json][]> {
  const rest = schema["additionalProperties"] as JsonSchema | undefined;
  const minProperties = (schema["minProperties"] as number | undefined) ?? 0;
  const maxProperties = (schema["maxProperties"] as number | undefined) ?? 3;
  const open = rest === undefined || rest === true || Object.keys(rest).length === 0;
  const dictionary = "properties" in schema ? !open && rest !== false : rest !== false;
  const sources: fc.Arbitrary<[string, Json]>[] = patterns.map(([pattern, held]) =>
    fc.tuple(
      fc.stringMatching(new RegExp(pattern, "u")),
      lazily(() => from(held, inner)),
    ),
  );
  if (dictionary) {
    const names = (schema["propertyNames"] as JsonSchema | undefined) ?? {
      type: "string",
      minLength: 1,
      maxLength: 6,
    };
    const key = from(
      typeof names === "object" ? { type: "string", ...names } : names,
      inner,
    ) as fc.Arbitrary<string>;
    const free = key.filter((name) => !patterns.some(([pattern]) => new RegExp(pattern, "u").test(name)));
    sources.push(
      fc.tuple(
        free,
        lazily(() => from(rest, inner)),
      ),
    );
  }
  if (sources.length === 0 || maxProperties === 0) return fc.constant([]);
  const many = place.depth < DEEP ? Math.min(maxProperties, Math.max(3, minProperties)) : minProperties;
  return fc
    .array(fc.oneof(...sources), { minLength: minProperties, maxLength: many })
    .map((entries) => entries.filter(([name]) => !Object.hasOwn(properties, name) && !RESERVED.has(name)));
}

/** Fails when drawn, not when made: it may stand where it is never drawn. A filter would search for ever. */
function impossible(): fc.Arbitrary<never> {
  return fc.constant(null).map(() => {
    throw new Error("The schema takes no value here.");
  });
}

const RESERVED = new Set(["__proto__", "constructor"]);

function anyJson(): Values {
  return fc.jsonValue({ maxDepth: 2 }).map(tame);
}

/** Without what no document may hold. */
function tame(value: unknown): Json {
  if (typeof value === "number")
    return Math.abs(value) > Number.MAX_SAFE_INTEGER || Object.is(value, -0) ? 0 : value;
  if (Array.isArray(value)) return value.map(tame);
  if (typeof value !== "object" || value === null) return value as Json;
  const entries = Object.entries(value).filter(([name]) => !RESERVED.has(name));
  return Object.fromEntries(entries.map(([name, held]) => [name, tame(held)]));
}

/** Made when first drawn, so that recursive schemas end; and made once, since building costs more than drawing. */
function lazily<T>(make: () => fc.Arbitrary<T>): fc.Arbitrary<T> {
  let made: fc.Arbitrary<T> | undefined;
  return fc.constant(null).chain(() => {
    made ??= make();
    return made;
  });
}
