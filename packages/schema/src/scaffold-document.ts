import { fail, ok, type Result } from "./result.js";

/** One file to be written, its path from the folder of the package that will own the document. */
export interface ScaffoldFile {
  /** `src/visit-form.ts`. */
  readonly path: string;
  /** What the file holds. */
  readonly text: string;
}

/**
 * The files of a new document kind, for a contributor to fill in: schema, test, a valid and an invalid fixture, and a
 * page that says what it is for. They compile and their test passes as they are.
 *
 * Issue code: `bad-kind`.
 * @example
 * ```ts
 * unwrap(scaffoldDocument("visit-form"))[0].path; // => "src/visit-form.ts"
 * scaffoldDocument("Visit Form").ok; // => false
 * ```
 */
export function scaffoldDocument(kind: string): Result<ScaffoldFile[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind) || kind.length > 60) {
    const message = "A kind is written in small letters, digits and single hyphens.";
    return fail({ code: "bad-kind", path: [], message, hint: "For example visit-form." });
  }
  const name = kind.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const title = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");
  const conformance = `conformance/${kind}/v1`;
  return ok([
    { path: `src/${kind}.ts`, text: definition(kind, name, title) },
    { path: `test/${kind}.test.ts`, text: test(kind, name) },
    {
      path: `${conformance}/valid/smallest.json`,
      text: json({ kind, schemaVersion: 1, id: "1", name: "Example" }),
    },
    {
      path: `${conformance}/invalid/without-name.json`,
      text: json({
        because: "It has no name.",
        code: "missing",
        path: ["name"],
        document: { kind, schemaVersion: 1, id: "1" },
      }),
    },
    { path: `docs/${kind}.md`, text: page(kind, title) },
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function definition(kind: string, name: string, title: string): string {
  return `import { type DocumentOf, defineDocument } from "@collegium/schema";
import * as z from "zod";

/** What it is for a school, in one sentence. */
export const ${name} = defineDocument({
  kind: "${kind}",
  title: "${title}",
  description: "What it is for a school, in one sentence.",
  stability: "draft",
  retention: "school-year",
  version: 1,
  shape: {
    // For every text: does it identify a person? direct, indirect or none.
    name: z.string().min(1).meta({ "x-privacy": "none" }),
  },
  examples: [{ name: "Example" }],
});

/** See {@link ${name}}. */
export type ${name} = DocumentOf<typeof ${name}>;
`;
}

function test(kind: string, name: string): string {
  return `import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ${name} } from "../src/${kind}.js";

const folder = new URL("../conformance/${kind}/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

describe("${kind}", () => {
  it.each(files.filter((file) => file.includes("/valid/")))("opens %s", (file) => {
    expect(${name}.read(read(file)).ok).toBe(true);
  });

  it.each(files.filter((file) => file.includes("/invalid/")))("refuses %s", (file) => {
    const { code, path, document } = read(file);
    expect(${name}.read(document)).toMatchObject({ ok: false, issues: [{ code, path }] });
  });
});
`;
}

function page(kind: string, title: string): string {
  return `# ${title}

Which decision in a meeting it supports; who writes it, who reads it, who must not.

| field | is | private |
|---|---|---|
| \`name\` | what people call it | none |

Kept until the end of the school year. Conformance: \`conformance/${kind}/\`.
`;
}
