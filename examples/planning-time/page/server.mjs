// Bundles the page and its worker, and hands them out; the school's file stays in the browser.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const bundled = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
    external: ["node:*", "module", "fs", "path"],
  });
  return outputFiles[0].contents;
};
const resolve = createRequire(import.meta.url).resolve;
const worker = here("../../../packages/planning-time/dist/browser-worker.js");
const files = {
  "/": ["text/html; charset=utf-8", await readFile(here("index.html"))],
  "/page.js": ["text/javascript", await bundled(here("page.mjs"))],
  "/worker.js": ["text/javascript", await bundled(worker)],
  "/highs.wasm": ["application/wasm", await readFile(resolve("highs/runtime"))],
};
const server = createServer((request, response) => {
  const file = files[new URL(request.url, "http://localhost").pathname];
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, {
    "content-type": file[0],
    // Isolated pages may share memory with the worker, so that Stop ends a search at once.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  response.end(file[1]);
});
server.listen(Number(process.env.PORT ?? 4321), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
