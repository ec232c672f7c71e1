import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  type AnyDefinition,
  checkSchemas,
  defineDocument,
  documentRegistry,
  exportSchemas,
  type JsonSchemaObject,
  schemaFile,
  validateDocument,
} from "../src/index.js";
import { Plan } from "./plan.js";

type Field = z.ZodType;
const shape = { title: z.string(), level: z.enum(["A", "B"]), note: z.string().exactOptional() };
const define = (
  fields: Record<string, Field>,
  more: { stability?: "draft" | "published"; earlier?: Record<string, Field>[] } = {},
): AnyDefinition => {
  const earlier = (more.earlier ?? []).map((old, index) => ({
    version: index + 1,
    shape: old,
    up: () => ({}),
  }));
  return defineDocument({
    ...{ kind: "goal", title: "Goal", description: "For tests.", retention: "permanent" },
    stability: more.stability ?? "published",
    version: earlier.length + 1,
    shape: fields,
    earlier,
    examples: [{}],
  });
};
const committedOf = (...definitions: AnyDefinition[]): JsonSchemaObject[] =>
  exportSchemas(definitions).map(({ text }) => JSON.parse(text));
const check = (definitions: AnyDefinition[], committed: JsonSchemaObject[]) => {
  const { compatible, exported, checks } = checkSchemas(definitions, committed);
  const list = checks.map(({ kind, version, verdict, level }) =>
    [kind, version, verdict, level].filter(Boolean).join(" "),
  );
  return {
    compatible,
    exported,
    list,
    codes: checks.flatMap(({ findings }) => findings.map(({ code }) => code)),
  };
};

describe("exportSchemas", () => {
  it("writes one file per version of published documents", () => {
    expect(exportSchemas([Plan, define(shape, { stability: "draft" })]).map(({ name }) => name)).toEqual([
      "plan.v1.json",
      "plan.v2.json",
      "plan.v3.json",
    ]);
  });

  it("keeps names that went, with what they held", () => {
    const before = committedOf(define(shape));
    const { note, ...rest } = shape;
    const [file] = exportSchemas([define(rest)], before);
    expect(file!.schema["x-reserved"]).toEqual({ note: { type: "string" } });
    const [again] = exportSchemas([define({ ...rest })], [file!.schema]);
    expect(again!.schema["x-reserved"]).toEqual({ note: { type: "string" } });
  });
});

describe("checkSchemas", () => {
  const committed = committedOf(define(shape));

  it("passes what is as published", () => {
    expect(check([define(shape)], committed)).toMatchObject({
      compatible: true,
      exported: true,
      list: ["goal 1 same full"],
    });
  });

  it.each<[string, Record<string, Field>, string, string]>([
    ["a new optional field", { ...shape, more: z.string().exactOptional() }, "changed full", ""],
    ["an optional field gone", { title: shape.title, level: shape.level }, "changed full", ""],
    ["a new required field", { ...shape, more: z.string() }, "breaking forward", "field-required"],
    ["a word gone", { ...shape, level: z.enum(["A"]) }, "breaking forward", "value-refused"],
    ["a word more", { ...shape, level: z.enum(["A", "B", "C"]) }, "breaking backward", "value-refused"],
    ["another type", { ...shape, title: z.number() }, "breaking none", "type-refused type-refused"],
    ["a limit", { ...shape, title: z.string().max(9) }, "breaking forward", "limit"],
  ])("judges %s", (_, fields, verdict, codes) => {
    const result = check([define(fields)], committed);
    expect(result.list).toEqual([`goal 1 ${verdict}`]);
    expect(result.codes.join(" ")).toBe(codes);
    expect(result.compatible).toBe(verdict.startsWith("changed"));
    expect(result.exported).toBe(false);
  });

  it("passes the same break as a new version, and wants it exported", () => {
    const next = define({ ...shape, title: z.number() }, { earlier: [shape] });
    expect(check([next], committed)).toMatchObject({
      compatible: true,
      exported: false,
      list: ["goal 1 same full", "goal 2 not-exported"],
    });
  });

  it("looks at every published version, not the last alone", () => {
    const two = define({ ...shape, title: z.number() }, { earlier: [shape] });
    const edited = define({ ...shape, title: z.number() }, { earlier: [{ ...shape, level: z.enum(["A"]) }] });
    expect(check([edited], committedOf(two)).list).toEqual(["goal 1 breaking forward", "goal 2 same full"]);
  });

  it("refuses that a published kind or version goes, or becomes a draft", () => {
    expect(check([], committed).list).toEqual(["goal 1 breaking"]);
    const two = committedOf(define(shape, { earlier: [shape] }));
    expect(check([define(shape)], two).list).toEqual(["goal 1 changed full", "goal 2 breaking"]);
    expect(check([define(shape, { stability: "draft" })], committed).list).toEqual(["goal 1 breaking full"]);
  });

  it("reports drafts and never stops them", () => {
    const draft = define(shape, { stability: "draft" });
    const old = [schemaFile(draft, 1).schema];
    const changed = define({ ...shape, title: z.number() }, { stability: "draft" });
    expect(check([changed], old)).toMatchObject({ compatible: true, list: ["goal 1 draft none"] });
    expect(check([changed], [])).toMatchObject({ compatible: true, exported: true, list: ["goal 1 draft"] });
    expect(check([], old).list).toEqual(["goal 1 draft"]);
  });

  it("refuses a name that comes back with another meaning, within a version and across", () => {
    const { note, ...without } = shape;
    const within = exportSchemas([define(without)], committed).map(({ schema }) => schema);
    const back = check([define({ ...without, note: z.number().exactOptional() })], within);
    expect(back).toMatchObject({ compatible: false, codes: ["name-reserved"] });
    expect(check([define(shape)], within).compatible).toBe(true);
    const across = define({ ...without, note: z.number().exactOptional() }, { earlier: [shape, without] });
    expect(check([across], committedOf(define(without, { earlier: [shape] }))).codes).toEqual([
      "name-reserved",
    ]);
  });

  it("refuses a nested name that comes back with another meaning", () => {
    const nested = (field: Record<string, Field>) => define({ ...shape, steps: z.array(z.object(field)) });
    const minutes = { minutes: z.number().exactOptional() };
    const first = committedOf(nested({ text: z.string(), ...minutes }));
    const second = exportSchemas([nested({ text: z.string() })], first).map(({ schema }) => schema);
    const third = check([nested({ text: z.string(), minutes: z.string().exactOptional() })], second);
    expect(third.codes).toEqual(["name-reserved"]);
  });

  it("passes over schemas that are of something else", () => {
    expect(check([define(shape)], [...committed, { type: "object" }]).list).toEqual(["goal 1 same full"]);
  });
});

describe("validateDocument", () => {
  const registry = documentRegistry([Plan]);
  const old = { kind: "plan", schemaVersion: 1, id: "p", owner: "a", steps: [] };

  it("says kind and written version, and upgrades", () => {
    expect(validateDocument(registry, JSON.stringify(old))).toMatchObject({
      ok: true,
      value: { kind: "plan", version: 1, document: { schemaVersion: 3, owners: ["a"] } },
    });
  });

  it.each([
    ["not-json", "{"],
    ["duplicate-key", '{"kind":"plan","kind":"plan"}'],
    ["unknown-kind", '{"kind":"x"}'],
    ["missing", '{"kind":"plan","schemaVersion":3,"id":"p","steps":[]}'],
  ])("refuses with %s", (code, text) => {
    expect(validateDocument(registry, text)).toMatchObject({ ok: false, issues: [{ code }] });
  });
});
