import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { gzipSync } from "node:zlib";
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

/** Bytes after minifying and gzip, and the packages inside, of one import as an application would write it. */
async function weigh(from: string, names: string) {
  const result = await bundle({
    stdin: {
      contents: `export ${names} from "${from}";`,
      resolveDir: "examples/school-platform",
      loader: "ts",
    },
    write: false,
    minify: true,
    metafile: true,
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@collegium/source", "import", "default"],
    external: ["node:*", ...builtinModules],
  });
  const used = Object.values(result.metafile.outputs)[0]?.inputs ?? {};
  const packages = Object.entries(used)
    .filter(([, input]) => input.bytesInOutput > 0)
    .map(([file]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter((name) => name !== undefined);
  return { bytes: gzipSync(result.outputFiles[0]!.contents).length, packages: [...new Set(packages)] };
}

for (const name of names) {
  const entries: Budget[] = JSON.parse(readFileSync(`packages/${name}/budgets.json`, "utf8"));
  it(`${name} keeps its ${entries.length} size budgets`, async () => {
    expect(entries.length).toBeGreaterThanOrEqual(3);
    for (const entry of entries) {
      const { bytes, packages } = await weigh(entry.from ?? `@collegium/${name}`, entry.import);
      expect(bytes, `${entry.import} from ${entry.from ?? name}`).toBeLessThanOrEqual(entry.bytes);
      for (const banned of entry.never ?? []) expect(packages, entry.import).not.toContain(banned);
    }
  });
}

it("notices what it forbids", async () => {
  const { packages } = await weigh("@collegium/schema", "{ defineDocument }");
  expect(packages).toContain("zod");
});
