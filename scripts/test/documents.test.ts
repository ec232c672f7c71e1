import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  type AnyDefinition,
  checkSchemas,
  type JsonSchemaObject,
  OWN_KEYWORDS,
  stringFields,
  toJsonSchema,
} from "@collegium/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { documents } from "../../packages/cli/src/documents.js";

/** Every document that a package exports, wherever it is registered. */
const exported = await Promise.all(
  readdirSync("packages")
    .filter(
      (name) => existsSync(`packages/${name}/src/index.ts`) && !["cli", "testing", "schema"].includes(name),
    )
    .map(async (name) => {
      const module = (await import(`../../packages/${name}/src/index.ts`)) as Record<string, unknown>;
      return Object.values(module).filter(isDefinition);
    }),
).then((lists) => lists.flat());

function isDefinition(value: unknown): value is AnyDefinition {
  return (
    typeof value === "object" && value !== null && "kind" in value && "options" in value && "schemas" in value
  );
}

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .map((name) => `${folder}/${name}`)
    : [];
const schemasOf = (owner: string): JsonSchemaObject[] => filesIn(`packages/${owner}/schemas`).map(read);

function validator(schema: JsonSchemaObject) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  ajv.addVocabulary([...OWN_KEYWORDS]);
  return ajv.compile(schema);
}

it("registers every exported document, once", () => {
  const kinds = documents.map(({ definition }) => definition.kind);
  expect([...kinds].sort()).toEqual(exported.map(({ kind }) => kind).sort());
  expect(new Set(kinds).size).toBe(kinds.length);
});

it("breaks nobody, and is exported as it is", () => {
  const committed = [...new Set(documents.map(({ owner }) => owner))].flatMap(schemasOf);
  const report = checkSchemas(
    documents.map(({ definition }) => definition),
    committed,
  );
  expect(report.checks.filter(({ verdict }) => verdict !== "same" && verdict !== "draft")).toEqual([]);
});

describe.each(documents.map(({ owner, definition }) => ({ kind: definition.kind, owner, definition })))(
  "$kind",
  ({ owner, definition }) => {
    const { kind, options } = definition;
    const versions = definition.schemas.map((_, index) => index + 1);
    const document = (fields: unknown) => ({
      kind,
      schemaVersion: options.version,
      id: "example",
      ...(fields as object),
    });
    const schema = () => validator(toJsonSchema(definition));

    it("has a privacy mark on every text", () => {
      const fields = stringFields(definition);
      expect(fields.filter(({ mark }) => mark === undefined).map(({ path }) => path)).toEqual([]);
      const known = new Set(fields.map(({ path }) => path));
      const marked = Object.values(options.privacy ?? {}).flatMap((paths) => [...(paths ?? [])]);
      expect(marked.filter((path) => !known.has(path))).toEqual([]);
    });

    it("has examples that are valid for us and for another validator", () => {
      const valid = schema();
      for (const example of options.examples.map(document)) {
        expect(definition.read(example)).toMatchObject({ ok: true });
        expect(valid(example), JSON.stringify(valid.errors)).toBe(true);
      }
    });

    it("has rules, each broken by its own example and by no other validator's measure", () => {
      const valid = schema();
      for (const rule of options.rules ?? []) {
        const bad = document(rule.badExample);
        expect(definition.read(bad).ok, rule.name).toBe(false);
        const broken = (options.rules ?? []).filter(({ check }) => check(bad as never).length > 0);
        expect(broken.map(({ name }) => name)).toEqual([rule.name]);
        expect(valid(bad), `${rule.name}: ${JSON.stringify(valid.errors)}`).toBe(true);
      }
    });

    if (options.stability === "draft") return;

    it("has a conformance folder for every version", () => {
      for (const version of versions) {
        const folder = `packages/${owner}/conformance/${kind}/v${version}`;
        const valid = validator(toJsonSchema(definition, version));
        const [good, bad] = [filesIn(`${folder}/valid`), filesIn(`${folder}/invalid`)];
        expect(good.length).toBeGreaterThan(0);
        expect(bad.length).toBeGreaterThan(0);
        for (const file of good) expect(definition.read(read(file)), file).toMatchObject({ ok: true });
        for (const file of bad) {
          const { code, path, rule, document: wrong } = read(file);
          const result = definition.read(wrong);
          expect(result.ok ? [] : result.issues, file).toContainEqual(
            expect.objectContaining({ code, path }),
          );
          expect(valid(wrong), file).toBe(rule !== undefined);
        }
        const rules = bad
          .map((file) => read(file).rule)
          .filter((rule) => rule !== undefined && rule !== "requires");
        if (version === options.version)
          expect(rules.sort()).toEqual((options.rules ?? []).map(({ name }) => name).sort());
      }
    });
  },
);
