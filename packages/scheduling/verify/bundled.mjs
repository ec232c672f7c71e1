// A TypeScript file of this package as a module, with the built package in place of its sources.
import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

export async function bundled(file) {
  const outfile = `${root}node_modules/.cache/${file.replace(/\W+/g, "-")}.mjs`;
  mkdirSync(`${root}node_modules/.cache`, { recursive: true });
  const dist = {
    name: "dist",
    setup: ({ onResolve }) => {
      onResolve({ filter: /src\/index\.js$/ }, () => ({ path: `${root}dist/index.js`, external: true }));
    },
  };
  await build({
    entryPoints: [root + file],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    plugins: [dist],
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
