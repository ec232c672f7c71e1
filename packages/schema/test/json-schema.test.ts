import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineDocument, OWN_KEYWORDS, stringFields, toJsonSchema } from "../src/index.js";
import { Plan } from "./plan.js";

type Tree = { name: string; children: Tree[] };
const Tree: z.ZodType<Tree> = z.object({
  name: z.string().meta({ "x-privacy": "direct", "x-ceds": "First Name" }),
  get children() {
    return z.array(Tree);
  },
});
const Register = defineDocument({
  kind: "register",
  title: "Register",
  description: "For tests.",
  stability: "draft",
  retention: "permanent",
  version: 1,
  shape: {
    tree: Tree,
    notes: z.array(z.string()).meta({ "x-privacy": "indirect" }),
    grades: z.record(z.string(), z.enum(["A", "B"])),
    on: z.iso.date().meta({ "x-privacy": "none" }),
    at: z.tuple([z.string(), z.number()]).meta({ "x-privacy": "none" }),
    mixed: z.union([
      z.number(),
      z.string().meta({ "x-privacy": "none", "x-edfi": "Mixed", "x-oneroster": "mixed" }),
    ]),
  },
  examples: [
    { tree: { name: "A", children: [] }, notes: [], grades: {}, on: "2026-01-31", at: ["a", 1], mixed: 1 },
  ],
});

describe("the JSON Schema of a document", () => {
  it("says kind, version, id, stability, retention, rules and examples", () => {
    expect(toJsonSchema(Plan)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "https://collegium.school/schemas/plan.v3.json",
      title: "Plan",
      "x-stability": "published",
      "x-retention": "school-year",
      "x-rules": [{ name: "at-most-an-hour", sentence: "All steps together take at most an hour." }],
      examples: [{ kind: "plan", schemaVersion: 3, id: "example", owners: ["p1"] }],
      required: ["kind", "schemaVersion", "id", "owners", "steps"],
    });
    expect(toJsonSchema(Plan, 1)).toMatchObject({
      properties: { schemaVersion: { const: 1 }, owner: { type: "string" } },
    });
    expect(toJsonSchema(Plan, 1)).not.toHaveProperty("x-rules");
    expect(() => toJsonSchema(Plan, 4)).toThrow(RangeError);
  });

  it("is accepted by ajv in strict mode and accepts its own examples", () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: true, strictTuples: true, allErrors: true });
    addFormats.default(ajv);
    ajv.addVocabulary([...OWN_KEYWORDS]);
    for (const definition of [Plan, Register]) {
      for (let version = 1; version <= definition.options.version; version++) {
        const schema = toJsonSchema(definition, version);
        const validate = ajv.compile(schema);
        for (const example of (schema["examples"] ?? []) as unknown[]) expect(validate(example)).toBe(true);
        expect(validate({ kind: definition.kind, schemaVersion: version })).toBe(false);
      }
    }
  });
});

describe("stringFields", () => {
  it("lists every text with its mark, inherited from what holds it", () => {
    const fields = new Map(stringFields(Register).map(({ path, ...rest }) => [path, rest]));
    expect(Object.fromEntries(fields)).toEqual({
      id: { mark: "indirect" },
      "extensions.{key}": { mark: "direct" },
      "requires.[]": { mark: "none" },
      "tree.name": { mark: "direct", ceds: "First Name" },
      "notes.[]": { mark: "indirect" },
      "grades.{key}": { mark: undefined },
      "grades.{}": { mark: undefined },
      on: { mark: "none" },
      "at.[]": { mark: "none" },
      mixed: { mark: "none", edfi: "Mixed", oneroster: "mixed" },
    });
  });
});
