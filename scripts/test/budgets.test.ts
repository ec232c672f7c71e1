import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { gzipSync } from "node:zlib";
import type { Plugin } from "esbuild";
import { expect, it } from "vitest";
import { bundle } from "../bundle.mjs";

interface Budget {
  /** An entry point of its own, where it is not the package's main one. */
  readonly from?: string;
  readonly import: string;
  readonly bytes: number;
  readonly never?: readonly string[];
}
const names = readdirSync("packages").filter((name) => existsSync(`packages/${name}/budgets.json`));

/** Imports as an application would write them, as entry points of one bundle. */
function importsOf(entries: readonly Budget[], name: string): Plugin {
  return {
    name: "imports",
    setup(build) {
      build.onResolve({ filter: /^import:/ }, ({ path }) => ({ path: path.slice(7), namespace: "import" }));
      build.onLoad({ filter: /./, namespace: "import" }, ({ path }) => {
        const entry = entries[Number(path)]!;
        return {
          contents: `export ${entry.import} from "${entry.from ?? `@collegium/${name}`}";`,
          resolveDir: `${process.cwd()}/examples/school-platform`,
          loader: "ts",
        };
      });
    },
  };
}

/** Bytes after minifying and gzip, and the packages inside, of each import. */
async function weigh(name: string, entries: readonly Budget[]) {
  const { outputFiles, metafile } = await bundle({
    entryPoints: entries.map((_, i) => ({ in: `import:${i}`, out: String(i) })),
    plugins: [importsOf(entries, name)],
    outdir: "out",
    write: false,
    minify: true,
    metafile: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@collegium/source", "import", "default"],
    external: ["node:*", ...builtinModules],
  });
  return entries.map((entry, i) => {
    const packages = Object.entries(metafile.outputs[`out/${i}.js`]!.inputs)
      .filter(([, input]) => input.bytesInOutput > 0)
      .map(([file]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
      .filter((name) => name !== undefined);
    const file = outputFiles.find(({ path }) => path.endsWith(`/out/${i}.js`))!;
    return { entry, bytes: gzipSync(file.contents).length, packages: [...new Set(packages)] };
  });
}

for (const name of names) {
  const entries: Budget[] = JSON.parse(readFileSync(`packages/${name}/budgets.json`, "utf8"));
  it(`${name} keeps its ${entries.length} size budgets`, async () => {
    expect(entries.length).toBeGreaterThanOrEqual(3);
    for (const { entry, bytes, packages } of await weigh(name, entries)) {
      expect(bytes, `${entry.import} from ${entry.from ?? name}`).toBeLessThanOrEqual(entry.bytes);
      for (const banned of entry.never ?? []) expect(packages, entry.import).not.toContain(banned);
    }
  });
}

it("notices what it forbids", async () => {
  const [weighed] = await weigh("schema", [{ import: "{ defineDocument }", bytes: 0 }]);
  expect(weighed!.packages).toContain("zod");
});
