import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { en } from "../src/messages/en.js";
import { es } from "../src/messages/es.js";

// Raw state goes to decide and to views; a page, print or live path that touches it could show what nobody may see.
const RAW =
  /\b(?:work\.(?:meeting|action|cycles|currentCycle)\(|replay\w+\(|store\.read\(|sent\.state|decide(?:Meeting|Cycle|Action|Run)\()/;
const folder = "examples/school-platform/src/pages";

/** Pages whose text touches raw state. */
function leaks(pages: readonly { file: string; text: string }[]): string[] {
  return pages.filter(({ text }) => RAW.test(text)).map(({ file }) => file);
}

it("no page touches the raw state of a meeting, cycle or action", () => {
  const pages = readdirSync(folder).map((file) => ({
    file,
    text: readFileSync(`${folder}/${file}`, "utf8"),
  }));
  expect(pages.length).toBeGreaterThan(15);
  expect(leaks(pages)).toEqual([]);
});

it("notices a page that would", () => {
  const planted = "const meeting = await shop.work.meeting(district, id);";
  expect(leaks([{ file: "planted.tsx", text: planted }])).toEqual(["planted.tsx"]);
});

it("says every text in both languages with the same values, and uses every text", () => {
  const values = (text: string) => [...new Set(text.match(/\{\w+/g) ?? [])].sort();
  const source = readdirSync("examples/school-platform/src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("messages"))
    .map((file) => readFileSync(`examples/school-platform/src/${file}`, "utf8"))
    .join("\n");
  // A key is used as it stands, or made from a word in place of one of its parts.
  const templates = [...source.matchAll(/`([a-z.]+)\$\{[^`]*?\}([a-z.]*)`/gi)].map(
    (m) => [m[1], m[2]] as const,
  );
  const used = (key: string) =>
    source.includes(`"${key}"`) ||
    templates.some(([head, tail]) => key.startsWith(head!) && key.endsWith(tail!));
  for (const [key, text] of Object.entries(en)) {
    expect(values(es[key as keyof typeof en]), key).toEqual(values(text));
    expect(used(key), `${key} is used`).toBe(true);
  }
});
