import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { bundle } from "../bundle.mjs";
import { type Example, examplesIn, toModule } from "./examples.js";

const packages = readdirSync("packages").filter((name) => existsSync(`packages/${name}/src/index.ts`));

for (const name of packages) {
  const sources = readdirSync(`packages/${name}/src`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `packages/${name}/src/${file}`);
  const examples = [...sources, `packages/${name}/README.md`].flatMap((file) =>
    examplesIn(file, readFileSync(file, "utf8")),
  );
  describe.skipIf(examples.length === 0)(`examples of ${name}`, () => {
    for (const example of examples) it(`${example.file}:${example.line}`, () => run(name, example));
  });
}

describe("examples of the project's README", () => {
  for (const example of examplesIn("README.md", readFileSync("README.md", "utf8"))) {
    it(`README.md:${example.line}`, () => run("schema", example));
  }
});

async function run(name: string, example: Example) {
  mkdirSync("node_modules/.cache/examples", { recursive: true });
  const outfile = `node_modules/.cache/examples/${name}-${example.file.replace(/\W+/g, "-")}-${example.line}.mjs`;
  await bundle({
    stdin: { contents: toModule(example), resolveDir: `packages/${name}/src`, loader: "ts" },
    outfile,
    packages: "external",
    alias: aliases,
  });
  const module: { checks?: [actual: unknown, wanted: unknown][] } = await import(pathToFileURL(outfile).href);
  for (const [actual, wanted] of module.checks ?? []) expect(actual).toEqual(wanted);
}

// Names of the package an example stands in need no import there.
const aliases = Object.fromEntries(
  packages.flatMap((name) => {
    const { exports = {} } = JSON.parse(readFileSync(`packages/${name}/package.json`, "utf8"));
    return Object.entries<{ "@collegium/source"?: string }>(exports).flatMap(
      ([entry, { "@collegium/source": source }]) =>
        source === undefined
          ? []
          : [[`@collegium/${name}${entry.slice(1)}`, `${process.cwd()}/packages/${name}/${source.slice(2)}`]],
    );
  }),
);
