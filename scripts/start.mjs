// Bundles the example platform once, from sources and without declarations, and starts it.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const platform = `${root}examples/school-platform/src`;
const bundles = `${root}.collegium/app`;
// One folder per process, so that a second start does not pull the code from under the first.
const out = `${bundles}/${process.pid}`;

if (existsSync(bundles)) for (const pid of readdirSync(bundles).filter(ended)) remove(`${bundles}/${pid}`);
process.on("exit", () => remove(out));

const islands = readdirSync(`${platform}/islands`).filter((file) => file.endsWith(".ts"));
await Promise.all([
  bundle({
    entryPoints: {
      main: `${platform}/main.ts`,
      style: `${platform}/style.css`,
      "plan-worker": `${root}packages/planning-time/src/node-worker.ts`,
    },
    outdir: out,
    outExtension: { ".js": ".mjs" },
    sourcemap: true,
    workspaceOnly: true,
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
  }),
  bundle({
    entryPoints: islands.map((file) => `${platform}/islands/${file}`),
    outdir: `${out}/islands`,
    platform: "browser",
    target: "es2022",
    minify: true,
  }),
]);
const { start } = await import(pathToFileURL(`${out}/main.mjs`).href);
process.exitCode = await start(process.argv.slice(2));

function ended(pid) {
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}
