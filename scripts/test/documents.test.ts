import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  canonicalJson,
  checkSchemas,
  type JsonSchemaObject,
  OWN_KEYWORDS,
  parseJson,
  stringFields,
  toJsonSchema,
  unwrap,
} from "@collegium/schema";
import { documentsOf, faultyDocumentsOf } from "@collegium/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { documents } from "../../packages/cli/src/documents.js";
import { type Exported, isZod, QUESTIONS, unregistered } from "./wire-schemas.js";

/** Everything that any entry point of any package exports, by package and name. */
const exported = await Promise.all(
  readdirSync("packages")
    .filter((name) => existsSync(`packages/${name}/package.json`))
    .flatMap((name) => entryPoints(name).map((entry) => exportsOf(name, entry))),
).then((lists) => lists.flat());

function entryPoints(name: string): string[] {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, "utf8"));
  const sources = Object.values(exports as Record<string, { "@collegium/source"?: string } | string>);
  return sources.flatMap((one) => (typeof one === "object" ? (one["@collegium/source"] ?? []) : []));
}

async function exportsOf(name: string, entry: string): Promise<Exported[]> {
  const module = (await import(`../../packages/${name}/${entry.replace("./", "")}`)) as object;
  return Object.entries(module).map(([key, value]) => ({ name: `${name}: ${key}`, value }));
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

describe("the registry", () => {
  const definitions = documents.map(({ definition }) => definition);

  it("has every exported document and wire schema, once", () => {
    expect(unregistered(exported, definitions)).toEqual(Object.keys(QUESTIONS));
    expect(exported.filter(({ value }) => isZod(value)).length).toBeGreaterThan(5);
    expect(new Set(definitions.map(({ kind }) => kind)).size).toBe(definitions.length);
  });

  it("notices a document that nobody registered, and a schema that is in no document", () => {
    const stray = z.object({ seat: z.string(), row: z.int() });
    const Stray = { ...documents[0]!.definition, kind: "stray" };
    const all = [...exported, { name: "goals: Stray", value: Stray }, { name: "goals: Seat", value: stray }];
    expect(unregistered(all, definitions)).toEqual([
      ...Object.keys(QUESTIONS),
      "goals: Stray",
      "goals: Seat",
    ]);
    expect(unregistered(exported, definitions.slice(1)).length).toBeGreaterThan(0);
  });

  it("has every definition in the sources, exported or not", () => {
    const files = readdirSync("packages", { recursive: true, encoding: "utf8" }).filter(
      (file) => /^[a-z-]+\/src\/.*\.ts$/.test(file) && !/^(schema|testing)\//.test(file),
    );
    const kinds = files.flatMap((file) => {
      const text = readFileSync(`packages/${file}`, "utf8");
      return text.includes("= defineDocument(") ? [...text.matchAll(/^ {2}kind: "([a-z-]+)"/gm)] : [];
    });
    expect(kinds.map((match) => match[1]).sort()).toEqual(definitions.map(({ kind }) => kind).sort());
  });
});

it("ships what it published: schemas and conformance are among each owner's files", () => {
  for (const { owner, definition } of documents) {
    if (definition.options.stability === "draft") continue;
    const { files } = JSON.parse(readFileSync(`packages/${owner}/package.json`, "utf8"));
    expect(files).toEqual(expect.arrayContaining(["schemas", "conformance"]));
  }
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

    it("keeps what it is given, byte for byte, and refuses each fault that can be planted", () => {
      const valid = schema();
      const seed = { seed: 4, numRuns: 12 };
      const drawn = fc.sample(documentsOf(definition), seed);
      expect(new Set(drawn.map((one) => canonicalJson(one))).size).toBeGreaterThan(8);
      for (const one of drawn) {
        const text = canonicalJson({ ...one, "org.example/later": [1, null] });
        expect(valid(one), JSON.stringify(valid.errors)).toBe(true);
        expect(canonicalJson(unwrap(definition.read(unwrap(parseJson(text)))))).toBe(text);
      }
      for (const { fault, path, document: bad } of fc.sample(faultyDocumentsOf(definition), seed))
        expect(definition.read(bad).ok, `${fault} at ${path.join(".")}`).toBe(false);
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
