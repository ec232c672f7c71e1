import * as v from "valibot";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineExtension, unwrap } from "../src/index.js";

const levels = {
  zod: z.object({ level: z.enum(["A", "B"]), since: z.string().exactOptional() }),
  valibot: v.object({ level: v.picklist(["A", "B"]), since: v.exactOptional(v.string()) }),
};

describe.each(Object.entries(levels))("an extension with a schema of %s", (_, schema) => {
  const Level = defineExtension("org.example/reading-level", schema);
  const document = { kind: "plan", extensions: { "com.vendor/x": [1, 2] } };

  it("sets and gets a typed value and keeps every other extension", () => {
    const changed = unwrap(Level.set(document, { level: "A" }));
    expect(changed.extensions).toEqual({
      "com.vendor/x": [1, 2],
      "org.example/reading-level": { level: "A" },
    });
    expect(unwrap(Level.get(changed))).toEqual({ level: "A" });
    expect(document.extensions).toEqual({ "com.vendor/x": [1, 2] });
  });

  it("yields undefined where a document has none", () => {
    expect(unwrap(Level.get(document))).toBeUndefined();
    expect(unwrap(Level.get({}))).toBeUndefined();
  });

  it("reports a value that does not fit, at its place", () => {
    const result = Level.get({ extensions: { "org.example/reading-level": { level: "Maria" } } });
    expect(result).toMatchObject({
      ok: false,
      issues: [{ code: "extension-invalid", path: ["extensions", "org.example/reading-level", "level"] }],
    });
    expect(JSON.stringify(result)).not.toContain("Maria");
    expect(Level.set(document, { level: "Z" } as never).ok).toBe(false);
  });
});

describe("an extension with versions", () => {
  const Level = defineExtension("org.example/reading-level", z.object({ level: z.int() }), {
    version: 3,
    earlier: [
      { version: 1, schema: z.number(), up: (level) => ({ grade: level as number }) },
      {
        version: 2,
        schema: v.object({ grade: v.number() }),
        up: (value) => ({ level: (value as { grade: number }).grade }),
      },
    ],
  });
  const at = (value: unknown) => ({ extensions: { "org.example/reading-level": value as never } });

  it("reads every version as the newest", () => {
    expect(unwrap(Level.get(at(4)))).toEqual({ level: 4 });
    expect(unwrap(Level.get(at({ schemaVersion: 2, grade: 4 })))).toEqual({ level: 4 });
    expect(unwrap(Level.get(at({ schemaVersion: 3, level: 4 })))).toEqual({ level: 4 });
  });

  it("writes the newest with its number", () => {
    expect(unwrap(Level.set({}, { level: 4 }))).toEqual(at({ schemaVersion: 3, level: 4 }));
  });

  it("refuses an old value that does not fit its own version, and a future one", () => {
    expect(Level.get(at("four"))).toMatchObject({ ok: false, issues: [{ code: "extension-invalid" }] });
    expect(Level.get(at({ schemaVersion: 2, level: 4 }))).toMatchObject({
      ok: false,
      issues: [{ code: "extension-invalid" }],
    });
    expect(Level.get(at({ schemaVersion: 4, level: 4 }))).toMatchObject({
      ok: false,
      issues: [{ code: "from-the-future" }],
    });
  });

  it("refuses gaps between versions", () => {
    expect(() => defineExtension("org.example/x", z.object({}), { version: 3, earlier: [] })).toThrow(
      "versions",
    );
  });
});

describe("an extension", () => {
  it("refuses a key without a namespace", () => {
    expect(() => defineExtension("level", z.string())).toThrow("Not a namespaced key");
  });

  it("refuses a schema that validates asynchronously", () => {
    const slow = defineExtension(
      "org.example/x",
      z.string().refine(async () => true),
    );
    expect(() => slow.get({ extensions: { "org.example/x": "a" } })).toThrow();
    const promised = {
      "~standard": { version: 1, vendor: "test", validate: async () => ({ value: 1 }) },
    } as const;
    expect(() => defineExtension("org.example/x", promised).set({}, 1)).toThrow("synchronously");
  });

  it("refuses a value that is not JSON or is too large", () => {
    const Any = defineExtension("org.example/x", z.unknown());
    expect(Any.set({}, new Date(0))).toMatchObject({ ok: false, issues: [{ code: "not-json" }] });
    expect(Any.set({}, "x".repeat(70_000))).toMatchObject({ ok: false, issues: [{ code: "too-large" }] });
    expect(Any.set({}, undefined)).toMatchObject({ ok: false, issues: [{ code: "not-json" }] });
  });
});
