import { defineDocument, openUnion, vocabulary } from "@collegium/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { documentsOf, faultyDocumentsOf } from "../src/index.js";

type Tree = { name: string; children: Tree[] };
const Tree: z.ZodType<Tree> = z.object({
  name: z.string(),
  get children() {
    return z.array(Tree);
  },
});

const Everything = defineDocument({
  kind: "everything",
  title: "Everything",
  description: "One field of every kind, for tests.",
  stability: "draft",
  retention: "permanent",
  version: 2,
  shape: {
    name: z.string().min(2).max(9),
    code: z.string().regex(/^[A-Z]{2}[0-9]+$/),
    on: z.iso.date(),
    at: z.iso.datetime().exactOptional(),
    level: z.enum(["A", "B"]),
    role: vocabulary(["recorder", "facilitator"]),
    whole: z.int().min(3).max(5),
    share: z.number().gt(0).lt(1),
    grades: z.record(z.string().regex(/^[a-z]+$/), z.int()),
    pair: z.tuple([z.string(), z.number()]),
    maybe: z.union([z.string(), z.null()]),
    few: z.array(z.boolean()).min(1).max(3),
    steps: z.array(openUnion("type", [z.object({ type: z.literal("talk"), minutes: z.int().min(1) })])),
    tree: Tree,
    from: z.int().min(0),
    to: z.int().min(0),
  },
  earlier: [{ version: 1, shape: { title: z.string() }, up: () => ({}) }],
  rules: [
    {
      name: "from-before-to",
      sentence: "It begins before it ends.",
      check: ({ from, to }) =>
        from > to ? [{ code: "ends-early", path: ["to"], message: "It ends early." }] : [],
      badExample: {
        ...{ name: "ab", code: "AB1", on: "2026-01-01", level: "A", role: "recorder", whole: 3, share: 0.5 },
        ...{
          grades: {},
          pair: ["a", 1],
          maybe: null,
          few: [true],
          steps: [],
          tree: { name: "", children: [] },
        },
        ...{ from: 2, to: 1 },
      },
    },
  ],
  examples: [
    {
      ...{ name: "ab", code: "AB1", on: "2026-01-01", level: "A", role: "recorder", whole: 3, share: 0.5 },
      ...{
        grades: {},
        pair: ["a", 1],
        maybe: null,
        few: [true],
        steps: [],
        tree: { name: "", children: [] },
      },
      ...{ from: 1, to: 2 },
    },
  ],
});

describe("documentsOf", () => {
  const documents = fc.sample(documentsOf(Everything), { seed: 1, numRuns: 300 });

  it("makes documents that are read", () => {
    expect(documents.every((document) => Everything.read(document).ok)).toBe(true);
  });

  it("varies what may vary", () => {
    const seen = (test: (document: never) => unknown) =>
      new Set(documents.map((one) => test(one as never))).size;
    expect(seen(({ at }) => at === undefined)).toBe(2);
    expect(seen(({ extensions }) => extensions === undefined)).toBe(2);
    expect(seen(({ level }) => level)).toBe(2);
    expect(seen(({ whole }) => whole)).toBe(3);
    expect(seen(({ maybe }) => maybe === null)).toBe(2);
    expect(
      seen(({ steps }: { steps: { type: string }[] }) => steps.some(({ type }) => type === "talk")),
    ).toBe(2);
    expect(
      seen(({ steps }: { steps: { type: string }[] }) => steps.some(({ type }) => type !== "talk")),
    ).toBe(2);
    expect(seen(({ tree }: { tree: Tree }) => tree.children.length > 0)).toBe(2);
  });

  it("makes the same documents for the same seed", () => {
    expect(fc.sample(documentsOf(Everything), { seed: 1, numRuns: 300 })).toEqual(documents);
  });
});

describe("faultyDocumentsOf", () => {
  const faulty = fc.sample(faultyDocumentsOf(Everything), { seed: 2, numRuns: 1000 });

  it("makes documents that are refused, each with a code", () => {
    for (const { fault, path, document } of faulty) {
      const result = Everything.read(document);
      expect(result.ok, `${fault} at ${path.join(".")}: ${JSON.stringify(document)}`).toBe(false);
      if (!result.ok) expect(result.issues.every(({ code }) => /^[a-z][a-z-]+$/.test(code))).toBe(true);
    }
  });

  it("knows many faults", () => {
    expect(new Set(faulty.map(({ fault }) => fault))).toEqual(
      new Set([
        ...["missing", "wrong-type", "unknown-word", "too-short", "too-long", "wrong-form", "no-such-day"],
        ...["too-small", "too-large", "not-whole", "too-few", "too-many", "not-an-object", "other-kind"],
        ...["future-version", "no-version", "unknown-requirement", "extension-without-namespace", "not-json"],
        ...["prototype-key", "nested-too-deeply", "rule:from-before-to"],
      ]),
    );
  });
});
