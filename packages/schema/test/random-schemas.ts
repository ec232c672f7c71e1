import type { JsonSchemaObject } from "@collegium/schema";
import fc from "fast-check";

/** Random JSON Schemas with every keyword that the checker compares, and changes of them. */
type S = JsonSchemaObject;

const NAMES = ["a", "b", "c", "xa", "xb"];
const WORDS = ["red", "green", "blue", "ext:red", "", "a"];
const PATTERNS = ["^a", "^ext:", "d$", "^[a-z]*$"];
const FORMATS = ["date", "email"];

const some = <T>(list: readonly T[], least = 0) => fc.subarray([...list], { minLength: least });
const maybe = <T extends object>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, value);
const spread = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<S> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as S);
const range = (low: string, high: string, max: number) =>
  fc.tuple(fc.nat(max), fc.nat(max), fc.integer({ min: 0, max: 3 })).map(([a, b, which]) => ({
    ...(which & 1 ? { [low]: Math.min(a, b) } : {}),
    ...(which & 2 ? { [high]: Math.max(a, b) } : {}),
  }));

const text: fc.Arbitrary<S> = fc.oneof(
  spread(fc.constant({ type: "string" }), maybe(range("minLength", "maxLength", 6))),
  fc.constantFrom(...PATTERNS).map((pattern) => ({ type: "string", pattern })),
  fc.constantFrom(...FORMATS).map((format) => ({ type: "string", format })),
  some(WORDS, 1).map((words) => ({ enum: words })),
  some(WORDS, 1).map((words) => ({ type: "string", not: { enum: words } })),
);
const number: fc.Arbitrary<S> = spread(
  fc.constantFrom({ type: "integer" }, { type: "number" }),
  maybe(range("minimum", "maximum", 20)),
  maybe(fc.constantFrom({ multipleOf: 2 }, { multipleOf: 3 }, { exclusiveMinimum: 0 })),
);
const other: fc.Arbitrary<S> = fc.constantFrom<S>(
  { type: "boolean" },
  { type: "null" },
  { const: true },
  { enum: [1, 2, "red", null] },
  {},
);

const nodes = (odd: boolean) =>
  fc.letrec<{
    node: S;
    list: S;
    object: S;
    dictionary: S;
    union: S;
    tagged: S;
    all: S;
    strange: S;
  }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthIdentifier: "schema" },
      fc.oneof(text, number, other),
      tie("object"),
      tie("list"),
      tie("dictionary"),
      tie("union"),
      tie("tagged"),
      tie("all"),
      ...(odd ? [tie("strange")] : []),
    ),
    list: spread(
      fc.constant({ type: "array" }),
      maybe(tie("node").map((items) => ({ items }))),
      maybe(fc.array(tie("node"), { minLength: 1, maxLength: 2 }).map((prefixItems) => ({ prefixItems }))),
      maybe(range("minItems", "maxItems", 3)),
      maybe(fc.constant({ uniqueItems: true })),
    ),
    object: some(NAMES, 1).chain((names) =>
      spread(
        fc.constant({ type: "object" }),
        fc
          .tuple(...names.map(() => tie("node")))
          .map((nodes) => ({ properties: Object.fromEntries(names.map((name, i) => [name, nodes[i]])) })),
        some(names).map((required) => ({ required })),
        maybe(fc.constant({ additionalProperties: false })),
        maybe(fc.constantFrom({ minProperties: 1 }, { maxProperties: 4 })),
      ),
    ),
    dictionary: spread(
      fc.constant({ type: "object" }),
      fc.oneof(
        tie("node").map((additionalProperties) => ({ additionalProperties })),
        tie("node").map((node) => ({ patternProperties: { "^x": node }, additionalProperties: false })),
      ),
      maybe(fc.constantFrom({ propertyNames: { maxLength: 3 } }, { propertyNames: { pattern: "^[a-z]*$" } })),
    ),
    union: fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    tagged: fc
      .tuple(some(WORDS.slice(0, 3), 1), fc.array(tie("node"), { minLength: 3, maxLength: 3 }), fc.boolean())
      .map(([words, nodes, open]) => {
        const branches: S[] = words.map((word, i) => ({
          type: "object",
          properties: { t: { const: word }, v: nodes[i] },
          required: ["t", "v"],
        }));
        const foreign = { type: "string", not: { enum: words } };
        if (!open) return { oneOf: branches };
        return {
          anyOf: [
            ...branches,
            { type: "object", properties: { t: foreign }, required: ["t"], "x-foreign": true },
          ],
        };
      }),
    all: fc.tuple(tie("object"), tie("object")).map((allOf) => ({ allOf })),
    strange: fc.oneof(
      fc.tuple(tie("object"), tie("node"), some(["then", "else"], 1)).map(([object, node, ways]) => ({
        ...object,
        if: { properties: { a: node }, required: ["a"] },
        ...Object.fromEntries(ways.map((way) => [way, { required: ["b"] }])),
      })),
      fc
        .tuple(tie("list"), tie("node"), fc.constantFrom({}, { minContains: 0 }, { maxContains: 1 }))
        .map(([list, contains, more]) => ({ ...list, contains, ...more })),
      fc.tuple(tie("object"), some(NAMES, 1), some(NAMES, 1)).map(([object, names, others]) => ({
        ...object,
        dependentRequired: Object.fromEntries(names.map((name) => [name, others])),
      })),
      fc
        .tuple(tie("object"), tie("object"))
        .map(([object, inner]) => ({ ...object, dependentSchemas: { a: inner } })),
      fc
        .tuple(tie("object"), tie("node"))
        .map(([object, node]) => ({ allOf: [object], unevaluatedProperties: node })),
      fc.tuple(tie("list"), tie("node")).map(([list, node]) => ({ allOf: [list], unevaluatedItems: node })),
      fc.tuple(tie("node"), tie("node")).map(([node, not]) => ({ allOf: [node], not })),
      fc.tuple(tie("node"), tie("node")).map(([one, other]) => ({ oneOf: [one, other] })),
      fc.tuple(tie("object"), tie("node")).map(([object, node]) => ({
        ...object,
        patternProperties: { "^x": node, b$: { type: "string" } },
      })),
      fc.constantFrom<S>(
        { const: { a: 1 } },
        { enum: [[1, 2], { b: null }, "red"] },
        { type: "number", multipleOf: 0.1 },
        { type: "number", multipleOf: 0.5, exclusiveMaximum: 2 },
        { type: "object", propertyNames: { enum: ["a", "xa"] } },
        { type: ["string", "integer"], minLength: 2, minimum: 3 },
      ),
    ),
  }));

const rooted = (schemas: ReturnType<typeof nodes>): fc.Arbitrary<S> =>
  fc.oneof(
    { weight: 4, arbitrary: schemas.node },
    schemas.node.map((v) => ({
      $ref: "#/$defs/tree",
      $defs: {
        tree: {
          type: "object",
          properties: { v, kids: { type: "array", items: { $ref: "#/$defs/tree" } } },
          required: ["v"],
        },
      },
    })),
    fc.tuple(schemas.object, schemas.node).map(([object, node]) => ({
      ...object,
      properties: { ...(object["properties"] as object), r: { $ref: "#/$defs/part" } },
      $defs: { part: node },
    })),
  );

const plain = nodes(false);
const odd = nodes(true);

/** A schema with a definition that may refer to itself. */
const schema = rooted(plain);

/** The same, also with keywords that are compared as texts alone: `if`, `contains`, `dependentSchemas`, `unevaluatedItems`. */
const oddSchema = rooted(odd);

/** Two schemas of which nothing is known: independent, or one with a random part exchanged. */
export const anyPair: fc.Arbitrary<readonly [S, S]> = fc.oneof(
  fc.tuple(oddSchema, oddSchema),
  fc
    .tuple(oddSchema, odd.node, fc.nat())
    .map(([older, node, at]) => [older, exchange(older, node, at)] as const),
  fc
    .tuple(oddSchema, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }))
    .map(([older, steps]) => [steps.reduce((one, [at, how]) => widen(one, at, how), older), older] as const),
);

/** A schema and one that takes all its documents, made by one to four steps that each only widen. */
export const widenedPair: fc.Arbitrary<readonly [S, S]> = fc
  .tuple(schema, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }))
  .map(([older, steps]) => [older, steps.reduce((one, [at, how]) => widen(one, at, how), older)] as const);

/** A small schema and one that is narrower in one to three places: most of them break a document. */
export const narrowedPair: fc.Arbitrary<readonly [S, S]> = fc
  .tuple(
    fc.tuple(fc.oneof(text, number, other), number, some(["a", "b"])).map(([a, b, required]): S => {
      return { type: "object", properties: { a, b }, required };
    }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }),
  )
  .map(([newer, steps]) => [steps.reduce((one, [at, how]) => widen(one, at, how), newer), newer] as const);

type Path = readonly (string | number)[];

/** Where a schema may be replaced: not below `not`, where widening narrows, nor in `oneOf`, whose branches must stay apart. */
function places(node: unknown, path: Path = []): Path[] {
  if (typeof node !== "object" || node === null) return [];
  const one = node as S;
  const inMap = (key: string) =>
    Object.entries((one[key] ?? {}) as object).flatMap(([name, inner]) =>
      places(inner, [...path, key, name]),
    );
  const inList = (key: string) =>
    ((one[key] ?? []) as unknown[]).flatMap((inner, index) => places(inner, [...path, key, index]));
  const single = (key: string) => (typeof one[key] === "object" ? places(one[key], [...path, key]) : []);
  return [
    path,
    ...["properties", "patternProperties", "$defs"].flatMap(inMap),
    ...["anyOf", "allOf", "prefixItems"].flatMap(inList),
    ...["items", "additionalProperties"].flatMap(single),
  ];
}

function at(node: unknown, path: Path): S {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], node) as S;
}

function put(node: unknown, path: Path, value: unknown): S {
  const [step, ...rest] = path;
  if (step === undefined) return value as S;
  if (Array.isArray(node))
    return node.map((old, index) => (index === step ? put(old, rest, value) : old)) as never;
  const old = node as Record<string, unknown>;
  return { ...old, [step]: put(old[step], rest, value) };
}

function exchange(node: S, part: S, where: number): S {
  const all = places(node).filter((path) => path.length > 0);
  return all.length === 0 ? part : put(node, all[where % all.length]!, part);
}

/** The schema with one place made wider. */
export function widen(node: S, where: number, how: number): S {
  const all = places(node);
  const path = all[where % all.length]!;
  const found = at(node, path);
  const steps = widenings(found, path).filter((step) => step !== undefined);
  const step = steps[how % steps.length]!;
  const { $defs, ...wider } = step;
  // Definitions stay at the top, where references look for them.
  const defs = { ...(found["$defs"] as object | undefined), ...($defs as object | undefined) };
  const next = put(
    node,
    path,
    path.length === 0 && Object.keys(defs).length > 0 ? { ...wider, $defs: defs } : wider,
  );
  return next;
}

function widenings(node: S, path: Path): (S | undefined)[] {
  const { $defs, ...own } = node;
  const drop = (...keys: string[]) => {
    if (!keys.some((key) => key in node)) return undefined;
    return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
  };
  const list = node["enum"] as unknown[] | undefined;
  const types = node["type"];
  const branch = path.at(-2) === "anyOf" || path.at(-2) === "allOf";
  const limit = (key: string, by: number) =>
    typeof node[key] === "number" ? { ...node, [key]: (node[key] as number) + by } : undefined;
  const named = node["properties"] as Record<string, S> | undefined;
  const free =
    named && (node["additionalProperties"] === undefined || node["additionalProperties"] === false);
  return [
    { ...own, $defs, title: "the same" },
    { anyOf: [own, { type: "null" }], $defs },
    { anyOf: [{ type: "boolean" }, own], $defs },
    branch ? undefined : { allOf: [own], $defs },
    ...["minimum", "minLength", "minItems", "minProperties"].map((key) => limit(key, -1)),
    ...["maximum", "maxLength", "maxProperties"].map((key) => limit(key, 1)),
    node["prefixItems"] ? undefined : limit("maxItems", 1),
    drop("pattern"),
    drop("format"),
    drop("multipleOf"),
    drop("uniqueItems"),
    drop("not"),
    drop("propertyNames"),
    drop("exclusiveMinimum"),
    Array.isArray(node["required"]) && node["required"].length > 0
      ? { ...node, required: node["required"].slice(1) }
      : undefined,
    list ? { ...node, enum: [...list, "new word"] } : undefined,
    types === "integer" ? { ...node, type: "number" } : undefined,
    typeof types === "string" && types !== "null" && !("enum" in node)
      ? { ...node, type: [types, "null"] }
      : undefined,
    free
      ? { ...node, properties: { ...named, added: { type: "string" } }, ...(node["maxProperties"] ? {} : {}) }
      : undefined,
    Array.isArray(node["anyOf"]) ? { ...node, anyOf: [...node["anyOf"]].reverse() } : undefined,
  ];
}
