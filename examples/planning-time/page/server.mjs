// Bundles the page and its worker from the sources, and hands them out; the school's file stays in the browser.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const bundled = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    conditions: ["@collegium/source"],
    logLevel: "error",
    external: ["node:*", "module", "fs", "path"],
  });
  return outputFiles[0].contents;
};
const example = async () => {
  const { outputFiles } = await build({
    entryPoints: [here("example.mjs")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["@collegium/source"],
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return (await import(`data:text/javascript;base64,${code}`)).file;
};
const script = "text/javascript; charset=utf-8";
const wasm = createRequire(import.meta.url).resolve("highs/runtime");
const files = {
  "/": ["text/html; charset=utf-8", await readFile(here("index.html"))],
  "/style.css": ["text/css; charset=utf-8", await readFile(here("style.css"))],
  "/page.js": [script, await bundled("page.mjs")],
  "/school.js": [script, await bundled("school-worker.mjs")],
  "/worker.js": [script, await bundled("../../../packages/planning-time/src/browser-worker.ts")],
  "/highs.wasm": ["application/wasm", await readFile(wasm)],
  "/example.xml": ["application/xml", await example()],
};
const server = createServer((request, response) => {
  const file = files[new URL(request.url, "http://localhost").pathname];
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, {
    "content-type": file[0],
    "content-security-policy":
      "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; base-uri 'none'; form-action 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    // Isolated pages may share memory with the worker, so that Stop ends a search at once.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  response.end(file[1]);
});
server.listen(Number(process.env.PORT ?? 4321), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
