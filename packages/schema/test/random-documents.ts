import type { Json, JsonSchemaObject } from "@collegium/schema";

/**
 * Documents of a JSON Schema, drawn fast and without shrinking: named fields alone, as a writer makes them, and free
 * ones in dictionaries. May draw one that the schema refuses, where `not` or `oneOf` forbid it; the caller filters.
 */
export function drawDocument(schema: JsonSchemaObject, random: () => number): Json | undefined {
  return draw(schema, { root: schema, random, depth: 0 });
}

interface Place {
  readonly root: JsonSchemaObject;
  readonly random: () => number;
  readonly depth: number;
}
type Schema = JsonSchemaObject | boolean;

const pick = <T>(list: readonly T[], { random }: Place): T | undefined =>
  list[Math.floor(random() * list.length)];
const between = (low: number, high: number, { random }: Place) =>
  low + Math.floor(random() * (high - low + 1));

function draw(schema: Schema | undefined, place: Place): Json | undefined {
  if (schema === undefined || schema === true) return pick(ANYTHING, place);
  const own = settle(schema, place);
  if (own === false || place.depth > 8) return undefined;
  if (own === true) return pick(ANYTHING, place);
  if ("const" in own) return own["const"] as Json;
  if (own["enum"]) return pick(own["enum"] as Json[], place);
  const type = pick([own["type"] ?? TYPES].flat() as string[], place);
  return type === undefined ? undefined : (DRAW[type] ?? drawNumber)(own, place);
}

/** One way through references and branches, as a schema without any. */
function settle(schema: Schema, place: Place, steps = 0): Schema {
  if (typeof schema === "boolean" || steps > 16) return schema;
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  const parts: Schema[] = [...((allOf ?? []) as Schema[])];
  if (typeof $ref === "string") parts.push(follow($ref, place.root));
  for (const branches of [anyOf, oneOf]) if (branches) parts.push(pick(branches as Schema[], place)!);
  return parts.map((part) => settle(part, place, steps + 1)).reduce(together, own);
}

const TYPES = ["null", "boolean", "number", "string", "array", "object"];
const ANYTHING: Json[] = [null, true, 7, 0.5, "red", "x", [], [1], {}, { a: 1 }, { xa: "red" }];

const DRAW: Record<string, (schema: JsonSchemaObject, place: Place) => Json | undefined> = {
  null: () => null,
  boolean: (_, place) => place.random() < 0.5,
  string: drawText,
  array: drawList,
  object: drawObject,
  integer: (schema, place) => {
    const value = drawNumber(schema, place);
    return value === undefined ? undefined : Math.round(value);
  },
};

function drawNumber(schema: JsonSchemaObject, place: Place): number | undefined {
  const { minimum, maximum, exclusiveMinimum, multipleOf } = schema as Record<string, number>;
  const low = Math.max(minimum ?? -8, exclusiveMinimum ?? -8);
  const high = Math.max(maximum ?? low + 12, low);
  const value = pick([low, high, low + (high - low) * place.random(), between(low, high, place)], place)!;
  return multipleOf === undefined ? value : Math.round(value / multipleOf) * multipleOf;
}

const TEXTS = [
  "",
  "a",
  "ab",
  "red",
  "green",
  "blue",
  "ext:red",
  "ext:d",
  "abcd",
  "d",
  "Z9",
  "😀",
  "xyzxyzx",
  "new word",
];

function drawText(schema: JsonSchemaObject, place: Place): string | undefined {
  if (schema["format"] === "date")
    return `20${between(10, 29, place)}-0${between(1, 9, place)}-1${between(0, 9, place)}`;
  if (schema["format"] === "email") return `${pick(["a", "b.c"], place)}@school.example`;
  const { minLength = 0, maxLength = 99, pattern = "" } = schema as Record<string, never>;
  const fitting = TEXTS.filter(
    (text) => text.length >= minLength && text.length <= maxLength && new RegExp(pattern).test(text),
  );
  return fitting.length > 0 ? pick(fitting, place) : "q".repeat(Math.max(0, Math.min(minLength, maxLength)));
}

function drawList(schema: JsonSchemaObject, place: Place): Json[] | undefined {
  const first = (schema["prefixItems"] ?? []) as Schema[];
  const { minItems = 0, maxItems = 3 } = schema as Record<string, number>;
  const length = between(
    minItems,
    Math.max(minItems, place.depth > 4 ? minItems : Math.min(maxItems, 3)),
    place,
  );
  const list: Json[] = [];
  for (let i = 0; i < length; i++) {
    const entry = draw(first[i] ?? (schema["items"] as Schema | undefined), {
      ...place,
      depth: place.depth + 1,
    });
    if (entry === undefined) return list.length >= minItems ? list : undefined;
    list.push(entry);
  }
  return list;
}

function drawObject(schema: JsonSchemaObject, place: Place): Json | undefined {
  const inner = { ...place, depth: place.depth + 1 };
  const named = (schema["properties"] ?? {}) as Record<string, Schema>;
  const required = (schema["required"] ?? []) as string[];
  const result: Record<string, Json> = {};
  for (const name of new Set([...Object.keys(named), ...required])) {
    if (!required.includes(name) && (place.depth > 4 || place.random() < 0.4)) continue;
    const value = draw(named[name], inner);
    if (value !== undefined) result[name] = value;
    else if (required.includes(name)) return undefined;
  }
  const patterned = Object.values((schema["patternProperties"] ?? {}) as Record<string, Schema>);
  const rest = schema["additionalProperties"] as Schema | undefined;
  const open = rest === undefined || rest === true;
  const free = rest !== false && (!open || !("properties" in schema) || patterned.length > 0);
  for (let i = between(0, 2, place); i > 0 && (free || patterned.length > 0); i--) {
    const name = pick(["a", "b", "xa", "xb", "xyz", "long name", "Z"], place)!;
    if (Object.hasOwn(named, name)) continue;
    const own = name.startsWith("x") && patterned.length > 0 ? patterned[0] : free ? rest : false;
    const value = draw(own, inner);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function follow(ref: string, root: JsonSchemaObject): Schema {
  const steps = ref.slice(1).split("/").slice(1);
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], root) as Schema;
}

/** Both schemas in one, as far as keywords can be brought together. */
function together(a: Schema, b: Schema): Schema {
  if (a === false || b === false) return false;
  if (a === true) return b;
  if (b === true) return a;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const all: Record<string, unknown> = { ...left, ...right };
  for (const key of Object.keys(left).filter((name) => name in right)) {
    const [x, y] = [left[key], right[key]];
    if (/^(exclusiveM|m)in/.test(key)) all[key] = Math.max(x as number, y as number);
    else if (/^(exclusiveM|m)ax/.test(key)) all[key] = Math.min(x as number, y as number);
    else if (key === "required") all[key] = [...new Set([...(x as string[]), ...(y as string[])])];
    else if (key === "properties")
      all[key] = merged(x as Record<string, Schema>, y as Record<string, Schema>);
    else if (["items", "additionalProperties"].includes(key)) all[key] = { allOf: [x, y] };
  }
  return all;
}

function merged(a: Record<string, Schema>, b: Record<string, Schema>): Record<string, Schema> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      name in a && name in b ? { allOf: [a[name], b[name]] } : (a[name] ?? b[name])!,
    ]),
  );
}
