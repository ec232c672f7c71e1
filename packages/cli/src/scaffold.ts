/** The files of a new kind of document, to be filled in by whoever defines it. */
export function scaffold(kind: string): readonly { readonly name: string; readonly content: string }[] {
  const words = kind.split("-");
  const type = words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join("");
  const title = `${type[0]}${words.join(" ").slice(1)}`;
  return [
    {
      name: `src/${kind}.ts`,
      content: `import { type DocumentOf, defineDocument } from "@collegium/schema";
import * as z from "zod";

/**
 * One sentence: what this is for a school.
 * One sentence: what it guarantees.
 */
export const ${type} = defineDocument({
  kind: "${kind}",
  title: "${title}",
  description: "One sentence for whoever meets the document without knowing it.",
  stability: "draft",
  retention: "school-year",
  version: 1,
  shape: {
    text: z.string().min(1).meta({ description: "In own words.", "x-privacy": "none" }),
  },
  examples: [{ text: "An example." }],
});
/** See the constant of the same name. */
export type ${type} = DocumentOf<typeof ${type}>;
`,
    },
    {
      name: `test/fixtures/${kind}.v1.json`,
      content: `${JSON.stringify({ kind, schemaVersion: 1, id: "example", text: "An example." }, undefined, 2)}\n`,
    },
    {
      name: `test/${kind}.test.ts`,
      content: `import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ${type} } from "../src/${kind}.js";

const fixture = JSON.parse(readFileSync(new URL("fixtures/${kind}.v1.json", import.meta.url), "utf8"));

it("opens what version 1 wrote, and keeps what it does not know", () => {
  const read = ${type}.read({ ...fixture, later: true });
  expect(read).toMatchObject({ ok: true, value: { ...fixture, later: true } });
});

it("refuses what version 1 forbids", () => {
  expect(${type}.read({ ...fixture, text: "" }).ok).toBe(false);
});
`,
    },
    {
      name: `docs/${kind}.md`,
      content: `# ${title}

Which decision in a meeting does this document support? Without one, it should not exist.

| Field | Means | Identifies a student? |
|---|---|---|
| \`text\` | in own words | no |
`,
    },
  ];
}
