import { canonicalJson } from "../canonical-json.js";
import type { Json } from "../json.js";
import type { JsonSchemaObject } from "../json-schema.js";
import { type Node, part, resolve, restricting } from "./node.js";

/** Whether a schema takes one value; `undefined` where a keyword is not understood, such as a format. */
export function takesValue(node: Node, value: Json, depth = 64): boolean | undefined {
  const { schema } = node;
  if (typeof schema === "boolean") return schema;
  if (depth === 0) return undefined;
  return every(restricting(schema), (keyword) => {
    const check = CHECKS[keyword];
    if (!check) return HANDLED.has(keyword) ? true : undefined;
    return check(schema[keyword] as never, value, { node, schema, depth: depth - 1 });
  });
}

interface Context {
  readonly node: Node;
  readonly schema: JsonSchemaObject;
  readonly depth: number;
}
type Verdict = boolean | undefined;

/** Keywords that another one looks at. */
const HANDLED = new Set(["then", "else", "minContains", "maxContains"]);

/** All three-valued: false where one is false, unknown where one is unknown. */
function every<T>(items: readonly T[], test: (item: T, index: number) => Verdict): Verdict {
  let verdict: Verdict = true;
  for (const [index, item] of items.entries()) {
    const one = test(item, index);
    if (one === false) return false;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

/** How many items pass: at least and at most, as some are unknown. */
function count<T>(items: readonly T[], test: (item: T) => Verdict): { least: number; most: number } {
  const verdicts = items.map(test);
  const least = verdicts.filter((verdict) => verdict === true).length;
  return { least, most: least + verdicts.filter((verdict) => verdict === undefined).length };
}

function within({ least, most }: { least: number; most: number }, from: number, to: number): Verdict {
  if (least >= from && most <= to) return true;
  return most < from || least > to ? false : undefined;
}

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isText = (value: Json): value is string => typeof value === "string";
const isNumber = (value: Json): value is number => typeof value === "number";
const same = (a: Json, b: Json) => canonicalJson(a) === canonicalJson(b);
const run = (context: Context, schema: unknown, value: Json) =>
  takesValue(part(context.node, schema), value, context.depth);

/** The characters of a text, as JSON Schema counts them. */
export const lengthOf = (text: string) => [...text].length;

/** The type word of a value. */
export function typeOf(value: Json): "null" | "boolean" | "number" | "string" | "array" | "object" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "boolean" | "number" | "string" | "object";
}

/** Whether a pattern is found in a text; unknown where this engine cannot read the pattern. */
export function matches(pattern: string, text: string): Verdict {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return undefined;
  }
}

const CHECKS: Record<string, (argument: never, value: Json, context: Context) => Verdict> = {
  type: (wanted: string | string[], value) =>
    [wanted].flat().some((type) => type === typeOf(value) || (type === "integer" && Number.isInteger(value))),
  const: (wanted: Json, value) => same(wanted, value),
  enum: (words: Json[], value) => words.some((word) => same(word, value)),
  $ref: (ref: string, value, context) => {
    const target = resolve(context.node, ref);
    return target && takesValue(target, value, context.depth);
  },
  allOf: (parts: unknown[], value, context) => every(parts, (inner) => run(context, inner, value)),
  anyOf: (parts: unknown[], value, context) =>
    within(
      count(parts, (inner) => run(context, inner, value)),
      1,
      Number.POSITIVE_INFINITY,
    ),
  oneOf: (parts: unknown[], value, context) =>
    within(
      count(parts, (inner) => run(context, inner, value)),
      1,
      1,
    ),
  not: (inner: unknown, value, context) => {
    const verdict = run(context, inner, value);
    return verdict === undefined ? undefined : !verdict;
  },
  if: (test: unknown, value, context) => {
    const verdict = run(context, test, value);
    if (verdict === undefined) return undefined;
    return run(context, context.schema[verdict ? "then" : "else"] ?? true, value);
  },
  minimum: (limit: number, value) => !isNumber(value) || value >= limit,
  maximum: (limit: number, value) => !isNumber(value) || value <= limit,
  exclusiveMinimum: (limit: number, value) => !isNumber(value) || value > limit,
  exclusiveMaximum: (limit: number, value) => !isNumber(value) || value < limit,
  multipleOf: (step: number, value) => !isNumber(value) || isMultiple(value, step),
  minLength: (limit: number, value) => !isText(value) || lengthOf(value) >= limit,
  maxLength: (limit: number, value) => !isText(value) || lengthOf(value) <= limit,
  pattern: (pattern: string, value) => !isText(value) || matches(pattern, value),
  format: (_: string, value) => !isText(value) || undefined,
  minItems: (limit: number, value) => !isList(value) || value.length >= limit,
  maxItems: (limit: number, value) => !isList(value) || value.length <= limit,
  uniqueItems: (wanted: boolean, value) =>
    !wanted || !isList(value) || new Set(value.map(canonicalJson)).size === value.length,
  prefixItems: (parts: unknown[], value, context) =>
    !isList(value) || every(value.slice(0, parts.length), (item, index) => run(context, parts[index], item)),
  items: (inner: unknown, value, context) => {
    const from = ((context.schema["prefixItems"] as unknown[]) ?? []).length;
    return !isList(value) || every(value.slice(from), (item) => run(context, inner, item));
  },
  contains: (inner: unknown, value, context) => {
    const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = context.schema as Record<
      string,
      number
    >;
    return (
      !isList(value) ||
      within(
        count(value, (item) => run(context, inner, item)),
        minContains,
        maxContains,
      )
    );
  },
  required: (names: string[], value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  minProperties: (limit: number, value) => !isObject(value) || Object.keys(value).length >= limit,
  maxProperties: (limit: number, value) => !isObject(value) || Object.keys(value).length <= limit,
  propertyNames: (inner: unknown, value, context) =>
    !isObject(value) || every(Object.keys(value), (name) => run(context, inner, name)),
  properties: (fields: Record<string, unknown>, value, context) => {
    if (!isObject(value)) return true;
    const present = Object.keys(fields).filter((name) => Object.hasOwn(value, name));
    return every(present, (name) => run(context, fields[name], value[name]!));
  },
  patternProperties: (patterns: Record<string, unknown>, value, context) =>
    !isObject(value) ||
    every(Object.entries(patterns), ([pattern, inner]) =>
      every(Object.entries(value), ([name, held]) => {
        const verdict = matches(pattern, name);
        return verdict ? run(context, inner, held) : verdict === undefined ? undefined : true;
      }),
    ),
  additionalProperties: (inner: unknown, value, context) => {
    if (!isObject(value)) return true;
    const { properties = {}, patternProperties = {} } = context.schema as Record<string, object>;
    return every(Object.entries(value), ([name, held]) => {
      if (Object.hasOwn(properties, name)) return true;
      const verdicts = Object.keys(patternProperties).map((pattern) => matches(pattern, name));
      if (verdicts.includes(true)) return true;
      const verdict = run(context, inner, held);
      return verdicts.includes(undefined) && verdict === false ? undefined : verdict;
    });
  },
  dependentRequired: (map: Record<string, string[]>, value) =>
    !isObject(value) ||
    Object.entries(map).every(
      ([name, others]) => !Object.hasOwn(value, name) || others.every((other) => Object.hasOwn(value, other)),
    ),
  dependentSchemas: (map: Record<string, unknown>, value, context) =>
    !isObject(value) ||
    every(Object.entries(map), ([name, inner]) => !Object.hasOwn(value, name) || run(context, inner, value)),
};

/** Whether a number is a whole multiple; exact for the decimals that people write. */
export function isMultiple(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) <= Number.EPSILON * Math.max(1, Math.abs(ratio));
}
