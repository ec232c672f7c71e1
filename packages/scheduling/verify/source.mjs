// The package's sources as one module, together with further files of it: verification needs no build before.
import { rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../../../scripts/bundle.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export async function source(...further) {
  const outfile = `${root}node_modules/.cache/verify/scheduling-${process.pid}.mjs`;
  const files = ["src/index.ts", ...further];
  await bundle({
    stdin: {
      contents: files.map((file) => `export * from "./${file}";`).join("\n"),
      resolveDir: `${root}packages/scheduling`,
    },
    outfile,
    packages: "external",
    alias: { "@collegium/schema": `${root}packages/schema/src/index.ts` },
  });
  const module = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return module;
}
