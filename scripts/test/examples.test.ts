import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
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
  describe.skipIf(examples.length === 0)(`examples of ${name}`, () => check(name, examples));
}

describe("examples of the project's README", () => {
  check("schema", examplesIn("README.md", readFileSync("README.md", "utf8")));
});

/** Bundles the examples together, as they share most of their sources, and runs each. */
function check(name: string, examples: readonly Example[]) {
  const place = ({ file, line }: Example) => `${file.replace(/\W+/g, "-")}-${line}`;
  const outdir = `node_modules/.cache/examples/${name}-${examples[0]?.file.replace(/\W+/g, "-")}`;
  beforeAll(async () => {
    await bundle({
      entryPoints: examples.map((example, i) => ({ in: `example:${i}`, out: place(example) })),
      outdir,
      outExtension: { ".js": ".mjs" },
      splitting: true,
      packages: "external",
      alias: aliases,
      plugins: [textsOf(examples, `packages/${name}/src`)],
    });
  });
  for (const example of examples) {
    it(`${example.file}:${example.line}`, async () => {
      const file = pathToFileURL(`${outdir}/${place(example)}.mjs`).href;
      const module: { checks?: [actual: unknown, wanted: unknown][] } = await import(file);
      for (const [actual, wanted] of module.checks ?? []) expect(actual).toEqual(wanted);
    });
  }
}

/** Examples as entry points of a bundle, standing in a folder. */
function textsOf(examples: readonly Example[], folder: string): Plugin {
  return {
    name: "examples",
    setup(build) {
      build.onResolve({ filter: /^example:/ }, ({ path }) => ({ path: path.slice(8), namespace: "example" }));
      build.onLoad({ filter: /./, namespace: "example" }, ({ path }) => ({
        contents: toModule(examples[Number(path)]!),
        resolveDir: `${process.cwd()}/${folder}`,
        loader: "ts",
      }));
    },
  };
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
