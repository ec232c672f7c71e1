import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";

const guide = new URL("../../../docs/guides/extend-a-schema.md", import.meta.url);
const BLOCK = /<!-- from (\S+) (\S+) -->\n\n```ts\n([\s\S]*?)```/g;

/** The part of a file between `// #region name` and `// #endregion`. */
function region(file: string, name: string): string {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const found = new RegExp(`// #region ${name}\n([\\s\\S]*?)// #endregion`).exec(text)?.[1];
  if (found === undefined) throw new Error(`${file} has no region ${name}.`);
  return found;
}

it("the guide shows the code that is tested here", () => {
  const text = readFileSync(guide, "utf8");
  const wanted = text.replace(BLOCK, (block, file: string, name: string, old: string) =>
    block.replace(`ts\n${old}\`\`\``, () => `ts\n${region(file, name)}\`\`\``),
  );
  expect([...text.matchAll(BLOCK)]).toHaveLength(7);
  // UPDATE_GUIDE=1 writes it.
  if (process.env["UPDATE_GUIDE"]) writeFileSync(guide, wanted);
  else expect(text).toBe(wanted);
});
