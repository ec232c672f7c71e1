import { describe, expect, it } from "vitest";
import { checkCompatibility, type JsonSchema } from "../src/index.js";

type Row = [name: string, older: JsonSchema, newer: JsonSchema, level: string, codes?: string];

const object = (properties: object, more: object = {}): JsonSchema => ({
  type: "object",
  properties,
  ...more,
});
const text = { type: "string" };
const int = { type: "integer" };
const num = { type: "number" };
const list = (items: unknown, more: object = {}) => ({ type: "array", items, ...more });
const record = (additionalProperties: unknown, more: object = {}) => ({
  type: "object",
  additionalProperties,
  ...more,
});
const words = (...list: unknown[]) => ({ enum: list });
const ext = { type: "string", pattern: "^ext:" };
const THEN = "then";
const iff = (condition: unknown, consequence: unknown) => ({ if: condition, [THEN]: consequence });
const base = object({ a: text, n: int, w: words("x", "y") }, { required: ["a"] });
const change = (properties: object, more: object = {}) =>
  object({ a: text, n: int, w: words("x", "y"), ...properties }, { required: ["a"], ...more });
const talk = (more: object = {}) =>
  object({ t: { const: "talk" }, m: int }, { required: ["t", "m"], ...more });
const vote = object({ t: { const: "vote" }, o: list(text) }, { required: ["t", "o"] });
const foreign = (...known: string[]) =>
  object({ t: { type: "string", not: { enum: known } } }, { required: ["t"], "x-foreign": true });
const tree = (extra: object = {}) => ({
  $ref: "#/$defs/tree",
  $defs: { tree: object({ v: text, kids: list({ $ref: "#/$defs/tree" }), ...extra }, { required: ["v"] }) },
});

const unrolled = {
  ...(object({ v: text, kids: list({ $ref: "#/$defs/tree" }) }, { required: ["v"] }) as object),
  $defs: tree().$defs,
};

/** The table of the reference: every kind of change one makes by hand. */
const fourteen: Row[] = [
  ["nothing", base, base, "full"],
  ["add an optional field", base, change({ b: text }), "full"],
  ["remove an optional field", base, object({ a: text, w: words("x", "y") }, { required: ["a"] }), "full"],
  ["add a required field", base, change({ b: text }, { required: ["a", "b"] }), "forward", "field-required"],
  ["remove a word", base, change({ w: words("x") }), "forward", "value-refused"],
  ["make a field required", base, change({}, { required: ["a", "n"] }), "forward", "field-required"],
  ["tighten a limit", base, change({ a: { ...text, maxLength: 9 } }), "forward", "limit"],
  ["close the object", base, change({}, { additionalProperties: false }), "forward", "unknown-field-refused"],
  ["add a word", base, change({ w: words("x", "y", "z") }), "backward", "value-refused"],
  ["whole number to number", base, change({ n: num }), "backward", "multiple"],
  ["loosen a limit", change({ a: { ...text, maxLength: 9 } }), base, "backward", "limit"],
  ["allow null", base, change({ n: { type: ["integer", "null"] } }), "backward", "type-refused"],
  [
    "open a vocabulary",
    base,
    change({ w: { anyOf: [words("x", "y"), ext] } }),
    "backward",
    "free-value-refused",
  ],
  ["text to number", base, change({ a: num }), "none", "type-refused type-refused"],
];

const more: Row[] = [
  // numbers
  ["raise a minimum", { ...num, minimum: 1 }, { ...num, minimum: 2 }, "forward", "limit"],
  ["lower a maximum", { ...num, maximum: 2 }, { ...num, maximum: 1 }, "forward", "limit"],
  ["exclusive to inclusive", { ...num, exclusiveMinimum: 0 }, { ...num, minimum: 0 }, "backward", "limit"],
  ["whole: more than 0 is at least 1", { ...int, exclusiveMinimum: 0 }, { ...int, minimum: 1 }, "full"],
  ["whole: less than 5 is at most 4", { ...int, exclusiveMaximum: 5 }, { ...int, maximum: 4 }, "full"],
  [
    "not whole: more than 0 is not at least 1",
    { ...num, exclusiveMinimum: 0 },
    { ...num, minimum: 1 },
    "forward",
    "limit",
  ],
  [
    "multiples of 4 to multiples of 2",
    { ...num, multipleOf: 4 },
    { ...num, multipleOf: 2 },
    "backward",
    "multiple",
  ],
  [
    "multiples of 2 to multiples of 3",
    { ...num, multipleOf: 2 },
    { ...num, multipleOf: 3 },
    "none",
    "multiple multiple",
  ],
  ["whole by multiple", { ...num, multipleOf: 1 }, int, "full"],
  [
    "shift a range",
    { ...num, minimum: 0, maximum: 5 },
    { ...num, minimum: 3, maximum: 9 },
    "none",
    "limit limit",
  ],
  // text
  ["add a pattern", text, { ...text, pattern: "^a" }, "forward", "pattern"],
  ["change a pattern", { ...text, pattern: "^a" }, { ...text, pattern: "^b" }, "none", "pattern pattern"],
  ["drop a format", { ...text, format: "date" }, text, "backward", "format"],
  ["change a format", { ...text, format: "date" }, { ...text, format: "time" }, "none", "format format"],
  [
    "drop the pattern beside a format",
    { ...text, format: "date", pattern: "^2" },
    { ...text, format: "date" },
    "backward",
    "pattern",
  ],
  ["a word that fits a pattern", { const: "ext:a" }, ext, "backward", "free-value-refused"],
  ["a word that does not", { const: "b" }, ext, "none", "value-refused free-value-refused"],
  ["raise minLength", text, { ...text, minLength: 1 }, "forward", "limit"],
  ["words within a length", words("a", "bb"), { ...text, maxLength: 2 }, "backward", "free-value-refused"],
  [
    "words beyond a length",
    words("a", "bbb"),
    { ...text, maxLength: 2 },
    "none",
    "value-refused free-value-refused",
  ],
  // types and words
  ["const to enum", { const: 1 }, words(1, 2), "backward", "value-refused"],
  ["enum order", words("x", "y"), words("y", "x"), "full"],
  [
    "enum of mixed types",
    words("x", 1, null),
    { type: ["string", "number", "null"] },
    "backward",
    "free-value-refused",
  ],
  ["true and false to boolean", words(true, false), { type: "boolean" }, "full"],
  ["boolean to true", { type: "boolean" }, { const: true }, "forward", "value-refused"],
  ["anything to text", true, text, "forward"],
  ["anything to nothing", {}, false, "forward"],
  ["type list order", { type: ["string", "null"] }, { type: ["null", "string"] }, "full"],
  ["type list as anyOf", { type: ["string", "null"] }, { anyOf: [text, { type: "null" }] }, "full"],
  ["annotations", { ...text, title: "A", description: "B", default: "", "x-privacy": "none" }, text, "full"],
  // lists
  ["entries widened", list(int), list(num), "backward", "multiple"],
  ["at least one entry", list(text), list(text, { minItems: 1 }), "forward", "limit"],
  ["at most three entries", list(text), list(text, { maxItems: 3 }), "forward", "limit"],
  ["different entries", list(text), list(text, { uniqueItems: true }), "forward", "repeated-entry-refused"],
  [
    "different entries, at most one",
    list(text, { maxItems: 1 }),
    list(text, { maxItems: 1, uniqueItems: true }),
    "full",
  ],
  [
    "a tuple grows",
    { type: "array", prefixItems: [text] },
    { type: "array", prefixItems: [text, int] },
    "forward",
  ],
  [
    "a closed tuple grows",
    { type: "array", prefixItems: [text], items: false },
    { type: "array", prefixItems: [text, int], items: false },
    "backward",
    "limit",
  ],
  [
    "a tuple's place changes",
    { type: "array", prefixItems: [text, int], items: false },
    { type: "array", prefixItems: [int, int], items: false },
    "none",
  ],
  [
    "a tuple to a list",
    { type: "array", prefixItems: [int, int], items: false },
    list(int),
    "backward",
    "limit",
  ],
  [
    "a tuple's rest narrows",
    { type: "array", prefixItems: [text], items: num },
    { type: "array", prefixItems: [text], items: int },
    "forward",
    "multiple",
  ],
  ["contains added", list(text), list(text, { contains: { const: "x" } }), "forward", "not-comparable"],
  ["contains kept", list(text, { contains: text }), list(text, { contains: text, minItems: 0 }), "full"],
  // objects
  [
    "nested change",
    object({ s: list(object({ m: int })) }),
    object({ s: list(object({ m: num })) }),
    "backward",
    "multiple",
  ],
  ["a field that is never there", object({ a: text }), object({ a: false }), "forward", "field-refused"],
  [
    "a closed object gains a field",
    object({ a: text }, { additionalProperties: false }),
    object({ a: text, b: text }, { additionalProperties: false }),
    "backward",
    "field-refused",
  ],
  [
    "a closed object loses a field",
    object({ a: text, b: text }, { additionalProperties: false }),
    object({ a: text }, { additionalProperties: false }),
    "forward",
    "field-refused",
  ],
  ["a dictionary's values widen", record(int), record(num), "backward", "multiple"],
  ["a dictionary names one field", record(int), object({ a: text }, { additionalProperties: int }), "none"],
  [
    "a dictionary names a field of the same kind",
    record(int),
    object({ a: int }, { additionalProperties: int }),
    "full",
  ],
  [
    "any object to named fields",
    { type: "object" },
    object({ a: text }),
    "forward",
    "type-refused type-refused type-refused type-refused type-refused",
  ],
  [
    "names of keys restricted",
    record(int),
    record(int, { propertyNames: { pattern: "^a" } }),
    "forward",
    "field-name-refused",
  ],
  [
    "names of keys freed",
    record(int, { propertyNames: { maxLength: 3 } }),
    record(int, { propertyNames: { maxLength: 4 } }),
    "backward",
    "field-name-refused",
  ],
  [
    "a key that names allow",
    object({ ab: int }, { additionalProperties: false }),
    record(int, { propertyNames: { maxLength: 2 } }),
    "backward",
  ],
  [
    "a key that names refuse",
    object({ abc: int }, { additionalProperties: false }),
    record(int, { propertyNames: { maxLength: 2 } }),
    "none",
  ],
  [
    "patterned fields widen",
    { type: "object", patternProperties: { "^x": int } },
    { type: "object", patternProperties: { "^x": num } },
    "backward",
    "multiple",
  ],
  [
    "a named field under a pattern",
    object({ xa: text }, { additionalProperties: false }),
    { type: "object", patternProperties: { "^x": int } },
    "none",
  ],
  ["at least one field", object({ a: text }), object({ a: text }, { minProperties: 1 }), "forward", "limit"],
  [
    "at least one field, required anyway",
    object({ a: text }, { required: ["a"] }),
    object({ a: text }, { required: ["a"], minProperties: 1 }),
    "full",
  ],
  [
    "at most one field, closed anyway",
    object({ a: text }, { additionalProperties: false }),
    object({ a: text }, { additionalProperties: false, maxProperties: 1 }),
    "full",
  ],
  [
    "dependent field added",
    base,
    change({}, { dependentRequired: { a: ["n"] } }),
    "forward",
    "not-comparable",
  ],
  // combinations
  ["a branch more", { anyOf: [text] }, { anyOf: [text, int] }, "backward", "type-refused"],
  ["branches in another order", { anyOf: [talk(), vote] }, { anyOf: [vote, talk()] }, "full"],
  ["oneOf with apart branches gains one", { oneOf: [talk()] }, { oneOf: [talk(), vote] }, "backward"],
  [
    "oneOf with overlapping branches",
    { oneOf: [{ ...int, minimum: 0 }] },
    {
      oneOf: [
        { ...int, minimum: 0 },
        { ...int, maximum: 5 },
      ],
    },
    "none",
  ],
  ["oneOf to anyOf", { oneOf: [talk(), vote] }, { anyOf: [talk(), vote] }, "full"],
  [
    "a branch changes inside",
    { oneOf: [talk(), vote] },
    { oneOf: [talk({ properties: { t: { const: "talk" }, m: num } }), vote] },
    "backward",
    "multiple",
  ],
  [
    "an open union gains a kind",
    { anyOf: [talk(), foreign("talk")] },
    { anyOf: [talk(), vote, foreign("talk", "vote")] },
    "full",
  ],
  [
    "an open union's kind gains a required field",
    { anyOf: [talk(), foreign("talk")] },
    { anyOf: [talk({ required: ["t", "m", "x"] }), foreign("talk")] },
    "forward",
    "field-required",
  ],
  ["an open union closes", { anyOf: [talk(), foreign("talk")] }, { anyOf: [talk()] }, "forward"],
  [
    "a tagged object splits",
    object({ t: words("a", "b"), n: int }, { required: ["t"] }),
    {
      anyOf: [
        object({ t: { const: "a" }, n: int }, { required: ["t"] }),
        object({ t: { const: "b" }, n: num }, { required: ["t"] }),
      ],
    },
    "backward",
    "multiple",
  ],
  ["allOf of the same", base, { allOf: [base] }, "full"],
  [
    "allOf of parts",
    object({ a: text, b: int }, { required: ["a"] }),
    { allOf: [object({ a: text }, { required: ["a"] }), object({ b: int })] },
    "full",
  ],
  ["allOf adds a limit", text, { allOf: [text, { maxLength: 3 }] }, "forward", "limit"],
  ["not of a word", text, { ...text, not: { const: "x" } }, "forward", "excluded"],
  [
    "not of a longer list",
    { ...text, not: words("x") },
    { ...text, not: words("x", "y") },
    "forward",
    "excluded",
  ],
  ["words outside a not", words("a", "b"), { ...text, not: words("x") }, "backward", "free-value-refused"],
  ["not of a type", {}, { not: { type: "null" } }, "forward", "type-refused"],
  ["if added", base, change({}, iff({ required: ["n"] }, { required: ["w"] })), "forward", "not-comparable"],
  [
    "if kept",
    change({}, iff({ required: ["n"] }, { required: ["w"] })),
    change({ b: text }, iff({ required: ["n"] }, { required: ["w"] })),
    "full",
  ],
  ["if with another then", iff(text, { minLength: 1 }), iff(text, { minLength: 2 }), "none"],
  // references
  [
    "inline to reference",
    object({ a: text }),
    { ...(object({ a: { $ref: "#/$defs/t" } }) as object), $defs: { t: text } },
    "full",
  ],
  ["a recursive schema", tree(), tree(), "full"],
  ["a recursive schema gains an optional field", tree(), tree({ n: int }), "full"],
  ["a recursive schema changes deep inside", tree({ n: int }), tree({ n: num }), "backward", "multiple"],
  ["recursion by the root", object({ next: { $ref: "#" } }), object({ next: { $ref: "#" }, n: int }), "full"],
  ["recursion unrolled once", tree(), unrolled, "full"],
  ["a reference that leads nowhere", { $ref: "#/$defs/x" }, { $ref: "#/$defs/y" }, "none"],
  [
    "a property called like an annotation",
    object({ title: text }),
    object({ title: int }),
    "none",
    "type-refused type-refused",
  ],
  ["a schema that is only itself", { $ref: "#" }, { $ref: "#" }, "full"],
];

const rows = [...fourteen, ...more];

describe("checkCompatibility", () => {
  it("covers the fourteen mutations and at least sixty more", () => {
    expect(fourteen).toHaveLength(14);
    expect(more.length).toBeGreaterThanOrEqual(60);
  });

  it.each(rows)("%s", (_, older, newer, level, codes) => {
    const result = checkCompatibility(older, newer);
    expect(result.level, JSON.stringify(result.findings, null, 1)).toBe(level);
    if (codes !== undefined) expect(result.findings.map(({ code }) => code).join(" ")).toBe(codes);
  });

  it.each(rows)("is mirrored: %s", (_, older, newer, level) => {
    const mirrored = { backward: "forward", forward: "backward" }[level] ?? level;
    expect(checkCompatibility(newer, older).level).toBe(mirrored);
  });

  it("names the place, the direction and the reason", () => {
    const older = object({ steps: list(object({ minutes: int })) });
    const newer = object({ steps: list(object({ minutes: int }, { required: ["minutes"] })) });
    expect(checkCompatibility(older, newer).findings).toEqual([
      {
        code: "field-required",
        path: "steps[].minutes",
        direction: "backward",
        sentence: "steps[].minutes: the new schema requires minutes, which the old one may leave out.",
      },
    ]);
  });

  it("ends on schemas with very many combinations", () => {
    const many = {
      allOf: Array.from({ length: 12 }, (_, i) => ({
        anyOf: [object({ [`a${i}`]: text }), object({ [`b${i}`]: int })],
      })),
    };
    const { level, findings } = checkCompatibility(many, { ...many, title: "changed", minProperties: 1 });
    expect(level).toBe("none");
    expect(findings.map(({ code }) => code)).toContain("not-comparable");
  });
});
