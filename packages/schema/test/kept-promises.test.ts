import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  type AnyDefinition,
  checkSchemas,
  type DocumentRule,
  defineDocument,
  exportSchemas,
  type JsonSchemaObject,
  openUnion,
} from "../src/index.js";

const indirect = { "x-privacy": "indirect" };
const early: DocumentRule<never> = {
  name: "not-too-early",
  sentence: "It is not too early.",
  check: () => [],
  badExample: {},
};
const define = (changes: { fields?: object; rules?: readonly DocumentRule<never>[]; more?: object } = {}) =>
  defineDocument({
    kind: "visit",
    title: "Visit",
    description: "For tests.",
    stability: "published",
    retention: "school-year",
    version: 1,
    shape: {
      who: z.string().meta(indirect),
      notes: z.array(
        openUnion("type", [z.object({ type: z.literal("seen"), text: z.string().meta(indirect) })]),
      ),
      ...changes.fields,
    },
    rules: [early, ...(changes.rules ?? [])],
    examples: [{ who: "t-1", notes: [] }],
    ...changes.more,
  } as never) as AnyDefinition;
const committed: JsonSchemaObject[] = exportSchemas([define()]).map(({ text }) => JSON.parse(text));
const outcome = (definition: AnyDefinition, against = committed) => {
  const { compatible, checks } = checkSchemas([definition], against);
  return [compatible, checks.flatMap(({ findings }) => findings.map(({ code }) => code)).join(" ")];
};

describe("what a published version promised", () => {
  it("stays when nothing but words for people changes", () => {
    expect(outcome(define())).toEqual([true, ""]);
    expect(outcome(define({ more: { title: "A visit", description: "Otherwise." } }))).toEqual([true, ""]);
  });

  it("is broken by a rule that comes: documents in use may break it", () => {
    const definition = define({ rules: [{ ...early, name: "not-too-late" }] });
    expect(outcome(definition)).toEqual([false, "rule-added"]);
    expect(checkSchemas([definition], committed).checks[0]).toMatchObject({ level: "forward" });
  });

  it("is broken by a rule that goes: programs in use still refuse", () => {
    const definition = define({ more: { rules: [] } });
    expect(outcome(definition)).toEqual([false, "rule-removed"]);
    expect(checkSchemas([definition], committed).checks[0]).toMatchObject({ level: "backward" });
  });

  it("is broken by a text that becomes less private, at any depth, and not by one that becomes more so", () => {
    expect(outcome(define({ fields: { who: z.string().meta({ "x-privacy": "none" }) } }))).toEqual([
      false,
      "privacy-weakened",
    ]);
    const inside = z.object({ type: z.literal("seen"), text: z.string().meta({ "x-privacy": "none" }) });
    expect(outcome(define({ fields: { notes: z.array(openUnion("type", [inside])) } }))).toEqual([
      false,
      "privacy-weakened",
    ]);
    expect(outcome(define({ fields: { who: z.string().meta({ "x-privacy": "direct" }) } }))).toEqual([
      true,
      "",
    ]);
  });

  it("is broken by another time of keeping, and by another address", () => {
    expect(outcome(define({ more: { retention: "permanent" } }))).toEqual([false, "retention-changed"]);
    const moved = committed.map((schema) => ({ ...schema, $id: "https://elsewhere.example/visit.json" }));
    expect(outcome(define(), moved)).toEqual([false, "address-changed"]);
  });
});

describe("a check that only zod sees", () => {
  it.each([
    [
      "a refinement",
      z
        .string()
        .refine((text) => text !== "x")
        .meta(indirect),
    ],
    ["a transform", z.string().trim().meta(indirect)],
    ["a default", z.string().default("t-1").meta(indirect)],
    ["a fallback", z.string().catch("t-1").meta(indirect)],
  ])("is found: %s", (_, who) => {
    const { compatible, checks } = checkSchemas([define({ fields: { who } })], committed);
    expect(compatible).toBe(false);
    expect(checks.map(({ sentence }) => sentence).join(" ")).toContain("cannot express at version 1.who");
  });

  it("is found inside lists and objects, and only reported for a draft", () => {
    const deep = z.array(
      z.object({
        at: z
          .string()
          .refine(() => true)
          .meta(indirect),
      }),
    );
    const draft = define({ fields: { deep }, more: { stability: "draft" } });
    const { compatible, checks } = checkSchemas([draft], []);
    expect(compatible).toBe(true);
    expect(checks.map(({ sentence }) => sentence).join(" ")).toContain("version 1.deep.at");
  });
});
