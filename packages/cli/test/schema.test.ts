import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AnyDefinition, defineDocument } from "@collegium/schema";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { run } from "./run.js";

const none = { "x-privacy": "none" };
const define = (changes: { shape?: object; early?: string; stability?: string } = {}) =>
  defineDocument({
    kind: "visit-form",
    title: "Visit form",
    description: "For tests.",
    stability: changes.stability ?? "published",
    retention: "school-year",
    version: 1,
    shape: { on: z.iso.date().meta(none), room: z.string().min(1).meta(none), ...changes.shape },
    rules: [
      {
        name: "not-too-early",
        sentence: "It is not too early.",
        check: ({ on }: { on: string }) =>
          on < (changes.early ?? "2026-01-01")
            ? [{ code: "too-early", path: ["on"], message: "Too early." }]
            : [],
        badExample: { on: "2025-12-31", room: "12" },
      },
    ],
    examples: [{ on: "2026-02-03", room: "12" }],
  } as never) as AnyDefinition;

/** A module of somebody's own, as `--documents` takes it. */
const holder = globalThis as unknown as { ownForm: AnyDefinition };
const home = process.cwd();
let folder: string;
let count = 0;
const withForm = async (definition: AnyDefinition, ...command: string[]) => {
  holder.ownForm = definition;
  const module = `own-${count++}.mjs`; // a module is loaded once
  writeFileSync(join(folder, module), "export const Form = globalThis.ownForm;\n");
  return run(...command, "--documents", module);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "collegium-schema-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

describe("schema check on documents of one's own", () => {
  const stored = "conformance/visit-form/v1/valid/example.json";
  const publish = () => withForm(define(), "schema", "export");

  it("publishes with schema, documents and digests, and finds them the same", async () => {
    expect((await withForm(define(), "schema", "check")).out).toContain("export it");
    await publish();
    expect(readdirSync("schemas")).toEqual(["visit-form.v1.json"]);
    expect(readdirSync("conformance/visit-form/v1/invalid")).toContain("rule-not-too-early.json");
    expect(Object.keys(JSON.parse(readFileSync("conformance/visit-form/v1/digests.json", "utf8")))).toContain(
      "valid/example.json",
    );
    expect(await withForm(define(), "schema", "check")).toMatchObject({ code: 0 });
    expect((await withForm(define(), "validate", stored)).err).toContain("1 valid, 0 not.");
  });

  it.each([
    ["a limit", define({ shape: { room: z.string().min(2).meta(none) } })],
    ["a required field", define({ shape: { who: z.string().meta(none) } })],
    ["a rule that became stricter without another name", define({ early: "2026-03-01" })],
    ["a rule that became looser without another name", define({ early: "2020-01-01" })],
    ["a draft again", define({ stability: "draft" })],
  ])("stops %s", async (_, changed) => {
    await publish();
    const { code, out } = await withForm(changed, "schema", "check");
    expect(out).toContain("breaking");
    expect(code).toBe(1);
  });

  it("stops a stored document that was edited, or taken away", async () => {
    await publish();
    writeFileSync(stored, readFileSync(stored, "utf8").replace('"12"', '"13"'));
    expect((await withForm(define(), "schema", "check")).out).toContain("has been edited");
    await publish();
    expect((await withForm(define(), "schema", "check")).out).toContain("has been edited");
    rmSync(stored);
    expect((await withForm(define(), "schema", "check")).out).toContain("is gone");
  });

  it("lets an optional field pass, once it is exported", async () => {
    await publish();
    const wider = define({ shape: { note: z.string().exactOptional().meta(none) } });
    expect((await withForm(wider, "schema", "check")).out).toContain("breaks nobody");
    await withForm(wider, "schema", "export");
    expect(await withForm(wider, "schema", "check")).toMatchObject({ code: 0 });
  });

  it("checks Collegium's own documents from any folder, against what their packages ship", async () => {
    const { code, out } = await run("schema", "check");
    expect(out).toContain("protocol-definition version 1 is as published");
    expect(code, out).toBe(0);
  });

  it("says what is wrong with a module that is none", async () => {
    writeFileSync("empty.mjs", "export const x = 1;\n");
    writeFileSync("torn.mjs", "export const x = ;\n");
    for (const [module, says] of [
      ["nowhere.mjs", "no module"],
      ["empty.mjs", "no document"],
      ["torn.mjs", "cannot be loaded"],
    ] as const) {
      const { code, err } = await run("schema", "check", "--documents", module);
      expect(err).toContain(says);
      expect(code).toBe(2);
    }
  });
});
