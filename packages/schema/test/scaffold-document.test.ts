import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { documentRegistry, scaffoldDocument, unwrap, validateDocument } from "../src/index.js";

const folder = resolve(import.meta.dirname, "../node_modules/.scaffold");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a scaffolded document", () => {
  const files = unwrap(scaffoldDocument("visit-form"));
  const text = (end: string) => files.find(({ path }) => path.endsWith(end))!.text;

  it("has schema, test, fixtures and a page", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "src/visit-form.ts",
      "test/visit-form.test.ts",
      "conformance/visit-form/v1/valid/smallest.json",
      "conformance/visit-form/v1/invalid/without-name.json",
      "docs/visit-form.md",
    ]);
  });

  it("works as it is: opens its fixture, refuses the other", async () => {
    for (const file of files) {
      mkdirSync(dirname(`${folder}/${file.path}`), { recursive: true });
      writeFileSync(`${folder}/${file.path}`, file.text);
    }
    const { VisitForm } = await import(`${folder}/src/visit-form.ts`);
    const registry = documentRegistry([VisitForm]);
    expect(validateDocument(registry, text("smallest.json"))).toMatchObject({
      ok: true,
      value: { kind: "visit-form" },
    });
    const { code, path, document } = JSON.parse(text("without-name.json"));
    expect(VisitForm.read(document)).toMatchObject({ ok: false, issues: [{ code, path }] });
  });

  it.each(["", "Visit", "visit form", "../x", "visit--form", "-x", "a".repeat(61)])(
    "refuses the kind %s",
    (kind) => {
      expect(scaffoldDocument(kind)).toMatchObject({ ok: false, issues: [{ code: "bad-kind" }] });
    },
  );
});
