import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { defineDocument, type Result, unwrap } from "../src/index.js";
import { Plan, seen } from "./plan.js";

const newest = {
  kind: "plan",
  schemaVersion: 3,
  id: "p",
  owners: ["a"],
  steps: [{ text: "Talk", minutes: 5 }],
};
const oldest = { kind: "plan", schemaVersion: 1, id: "p", owner: "a", steps: [{ text: "Talk" }] };

const codes = (result: Result<unknown>) => (result.ok ? [] : result.issues.map((issue) => issue.code));
const paths = (result: Result<unknown>) =>
  result.ok ? [] : result.issues.map((issue) => issue.path.join("."));

beforeEach(() => {
  seen.length = 0;
});

describe("read", () => {
  it("returns a newest document as it is", () => {
    expect(unwrap(Plan.read(newest))).toEqual(newest);
    expect(seen).toEqual([]);
  });

  it("keeps what it does not know, at every depth", () => {
    const foreign = {
      ...newest,
      colour: "red",
      extensions: { "org.example/level": { deep: [1, { x: null }] } },
      steps: [{ text: "Talk", minutes: 5, room: "12", more: { a: [1] } }],
    };
    expect(unwrap(Plan.read(foreign))).toEqual(foreign);
  });

  it("upgrades step by step and carries the unknown round", () => {
    const foreign = { ...oldest, colour: "red", extensions: { "org.example/level": 3 }, requires: [] };
    expect(unwrap(Plan.read(foreign))).toEqual({
      ...{ kind: "plan", schemaVersion: 3, id: "p", owners: ["a"], steps: [{ text: "Talk", minutes: 5 }] },
      ...{ colour: "red", extensions: { "org.example/level": 3 }, requires: [] },
    });
    expect(seen).toEqual([
      { owner: "a", steps: [{ text: "Talk" }] },
      { owners: ["a"], steps: [{ text: "Talk" }] },
    ]);
  });

  it("keeps unknown fields inside the values that an upgrade sees", () => {
    const result = unwrap(Plan.read({ ...oldest, steps: [{ text: "Talk", room: "12" }] }));
    expect(result.steps).toEqual([{ text: "Talk", minutes: 5, room: "12" }]);
  });

  it.each([
    ["a field of the wrong type", { ...oldest, owner: 7 }],
    ["a missing field", { ...oldest, steps: [{}] }],
    ["a bad id", { ...oldest, id: "" }],
    ["a bad extension key", { ...oldest, extensions: { level: 1 } }],
    ["a value that is not JSON", { ...oldest, steps: [{ text: "Talk", at: new Date(0) }] }],
  ])("refuses an old document with %s before its upgrade sees it", (_, document) => {
    expect(Plan.read(document).ok).toBe(false);
    expect(seen).toEqual([]);
  });

  it("refuses what an upgrade makes invalid", () => {
    const long = { ...oldest, steps: Array.from({ length: 13 }, () => ({ text: "Talk" })) };
    expect(codes(Plan.read(long))).toEqual(["too-long"]);
  });

  it.each<[string, unknown, string, string]>([
    ["no object", null, "not-a-document", ""],
    ["a list", [], "not-a-document", ""],
    ["another kind", { ...newest, kind: "goal" }, "wrong-kind", "kind"],
    ["no version", { ...newest, schemaVersion: undefined }, "bad-version", "schemaVersion"],
    ["half a version", { ...newest, schemaVersion: 1.5 }, "bad-version", "schemaVersion"],
    ["version 0", { ...newest, schemaVersion: 0 }, "bad-version", "schemaVersion"],
    ["version 4", { ...newest, schemaVersion: 4 }, "from-the-future", "schemaVersion"],
    ["an unknown requirement", { ...newest, requires: ["org.example/x"] }, "unknown-requirement", "requires"],
    ["a requirement that is no key", { ...newest, requires: [7] }, "unknown-requirement", "requires"],
    ["requirements that are no list", { ...newest, requires: 7 }, "wrong-type", "requires"],
    ["no owners", { ...newest, owners: [] }, "too-small", "owners"],
    ["a step without text", { ...newest, steps: [{ minutes: 5 }] }, "missing", "steps.0.text"],
    [
      "a nested wrong type",
      { ...newest, steps: [{ text: "Talk", minutes: "5" }] },
      "wrong-type",
      "steps.0.minutes",
    ],
    ["a bad extension key", { ...newest, extensions: { X: 1 } }, "bad-key", "extensions.X"],
    ["too long an id", { ...newest, id: "x".repeat(256) }, "too-big", "id"],
  ])("refuses %s with its own code and place", (_, document, code, path) => {
    expect(codes(Plan.read(document))).toEqual([code]);
    expect(paths(Plan.read(document))).toEqual([path]);
  });

  it("reads a document whose requirement it understands", () => {
    expect(Plan.read({ ...newest, requires: ["org.example/x"] }, ["org.example/x"]).ok).toBe(true);
  });

  it("never repeats a value", () => {
    const secret = "Maria Example";
    const bad = {
      ...newest,
      id: 5,
      owners: [secret, 5],
      aim: [secret],
      steps: [{ text: 1, minutes: secret }],
    };
    expect(JSON.stringify(Plan.read(bad))).not.toContain(secret);
  });
});

describe("limits", () => {
  const nested = (depth: number) => {
    let value: unknown = 1;
    for (let i = 0; i < depth; i++) value = [value];
    return value;
  };

  it("refuses nesting beyond 64 levels, without a crash however deep", () => {
    expect(Plan.read({ ...newest, more: nested(63) }).ok).toBe(true);
    expect(codes(Plan.read({ ...newest, more: nested(64) }))).toEqual(["too-deep"]);
    expect(codes(Plan.read({ ...newest, more: nested(1_000_000) }))).toEqual(["too-deep"]);
  });

  it("refuses a cycle", () => {
    const cyclic: Record<string, unknown> = { ...newest };
    cyclic["self"] = cyclic;
    expect(codes(Plan.read(cyclic))).toEqual(["too-deep"]);
  });

  it("refuses more than ten million characters", () => {
    expect(codes(Plan.read({ ...newest, aim: "x".repeat(10_000_001) }))).toEqual(["too-large"]);
  });

  it("bounds extensions in number, size and depth", () => {
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`org.example/x${i}`, 1]));
    const extensions = (value: unknown) => ({ ...newest, extensions: { "org.example/x": value } });
    expect(codes(Plan.read({ ...newest, extensions: many }))).toEqual(["too-large"]);
    expect(codes(Plan.read(extensions("x".repeat(65_536))))).toEqual(["too-large"]);
    expect(codes(Plan.read(extensions(nested(33))))).toEqual(["too-deep"]);
    expect(paths(Plan.read(extensions([[nested(40)]])))[0]).toMatch(/^extensions\.org\.example\/x\.0\.0/);
  });

  it("refuses keys that reach a prototype", () => {
    const bad = JSON.parse('{"a":{"__proto__":{"polluted":true}}}');
    const result = Plan.read({ ...newest, more: bad });
    expect(codes(result)).toEqual(["prototype-key"]);
    expect(paths(result)).toEqual(["more.a.__proto__"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol("x"), new Date(0), new Map()])(
    "refuses a value that is not JSON: %s",
    (value) => {
      expect(codes(Plan.read({ ...newest, more: value }))).toEqual(["not-json"]);
    },
  );
});

describe("open", () => {
  it("opens a valid document for change", () => {
    expect(unwrap(Plan.open(newest)).access).toBe("read-write");
  });

  it.each([
    ["from-the-future", { ...newest, schemaVersion: 9, shape: "unheard of" }],
    ["unknown-requirement", { ...newest, requires: ["org.example/x"] }],
  ])("opens for reading alone: %s", (code, document) => {
    const opened = unwrap(Plan.open(document));
    expect(opened).toMatchObject({ access: "read-only", because: { code } });
    expect(opened.document).toBe(document);
  });

  it("refuses an invalid document, also one from the future", () => {
    expect(codes(Plan.open({ ...newest, owners: 1 }))).toEqual(["wrong-type"]);
    expect(codes(Plan.open({ ...newest, schemaVersion: 9, x: Number.NaN }))).toEqual(["not-json"]);
  });
});

describe("create", () => {
  const fields = { id: "p", owners: ["a"], steps: [] };

  it("makes a newest document", () => {
    expect(unwrap(Plan.create(fields))).toEqual({ kind: "plan", schemaVersion: 3, ...fields });
  });

  it.each([
    ["at the top", { ...fields, colour: "red" }, "colour"],
    ["inside", { ...fields, steps: [{ text: "Talk", minutes: 1, room: "12" }] }, "steps.0.room"],
  ])("refuses an unknown field %s", (_, bad, path) => {
    expect(codes(Plan.create(bad))).toEqual(["unknown-field"]);
    expect(paths(Plan.create(bad))).toEqual([path]);
  });

  it("applies rules", () => {
    expect(codes(Plan.create({ ...fields, steps: [{ text: "Talk", minutes: 61 }] }))).toEqual(["too-long"]);
  });
});

describe("set", () => {
  const document = unwrap(
    Plan.read({
      ...newest,
      colour: "red",
      extensions: { "org.example/x": 1 },
      steps: [{ text: "A", minutes: 1, room: "12" }],
    }),
  );

  it("changes known fields and keeps everything else", () => {
    expect(unwrap(Plan.set(document, { aim: "Read" }))).toEqual({ ...document, aim: "Read" });
  });

  it("keeps inner unknown fields that were there", () => {
    const steps = [{ text: "B", minutes: 2 }, ...document.steps];
    expect(unwrap(Plan.set(document, { steps })).steps).toEqual(steps);
  });

  it.each<[string, object, string]>([
    ["unknown at the top", { color: "red" }, "color"],
    ["unknown inside", { steps: [{ text: "B", minutes: 2, rom: "12" }] }, "steps.0.rom"],
    ["of the envelope", { id: "q" }, "id"],
  ])("refuses a field %s", (_, changes, path) => {
    const result = Plan.set(document, changes);
    expect(codes(result)).toEqual(["unknown-field"]);
    expect(paths(result)).toEqual([path]);
  });

  it("refuses a wrong value and a broken rule", () => {
    expect(codes(Plan.set(document, { owners: [] }))).toEqual(["too-small"]);
    expect(codes(Plan.set(document, { steps: [{ text: "B", minutes: 61 }] }))).toEqual(["too-long"]);
  });
});

describe("definition", () => {
  const options = {
    kind: "gap",
    title: "Gap",
    description: "A definition with a missing step.",
    stability: "draft",
    retention: "permanent",
    shape: { a: z.string() },
    examples: [{ a: "x" }],
  } as const;

  it("refuses gaps between versions", () => {
    expect(() => defineDocument({ ...options, version: 2 })).toThrow("versions must be 1, 2, 3");
    const up = () => ({});
    expect(() =>
      defineDocument({ ...options, version: 2, earlier: [{ version: 2, shape: {}, up }] }),
    ).toThrow();
  });

  it("keeps and refuses unknown fields through every kind of schema", () => {
    type Tree = { name: string; children: Tree[] };
    const Tree: z.ZodType<Tree> = z.object({
      name: z.string(),
      get children() {
        return z.array(Tree);
      },
    });
    const item = z.object({ a: z.string() });
    const shape = {
      tree: Tree,
      record: z.record(z.string(), item),
      tuple: z.tuple([item], item),
      either: z.union([z.string(), item]),
      tagged: z.discriminatedUnion("t", [
        z.object({ t: z.literal("x") }),
        z.object({ t: z.literal("y"), n: z.number() }),
      ]),
      nullable: item.nullable(),
      optional: item.exactOptional(),
      lazy: z.lazy(() => item),
      both: z.intersection(item, z.object({ b: z.string() })),
      readonly: z.array(item).readonly(),
    };
    const more = { more: { x: [1] } };
    const fields = {
      tree: { name: "a", children: [{ name: "b", children: [], ...more }], ...more },
      record: { k: { a: "1", ...more } },
      tuple: [
        { a: "1", ...more },
        { a: "2", ...more },
      ] as [{ a: string }, { a: string }],
      either: { a: "1", ...more },
      tagged: { t: "y" as const, n: 1, ...more },
      nullable: { a: "1", ...more },
      optional: { a: "1", ...more },
      lazy: { a: "1", ...more },
      both: { a: "1", b: "2", ...more },
      readonly: [{ a: "1", ...more }],
    };
    const All = defineDocument({ ...options, kind: "all", version: 1, shape, examples: [fields] });
    const document = { kind: "all", schemaVersion: 1, id: "1", ...fields };
    expect(unwrap(All.read(document))).toEqual(document);
    const refused = All.create({ id: "1", ...fields });
    expect(codes(refused).every((code) => code === "unknown-field")).toBe(true);
    expect(new Set(paths(refused).map((path) => path.split(".")[0]))).toEqual(new Set(Object.keys(shape)));
  });
});
