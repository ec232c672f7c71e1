// The one door: every root command comes through here, so that a fresh clone needs no other step.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${root}node_modules/.ready`;
const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };

const node = (file, ...args) => {
  const { status, signal } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: "inherit",
    env,
  });
  if (signal) process.kill(process.pid, signal);
  if (status !== 0) process.exit(status ?? 1);
};
const bin = (pkg, path) => `${root}node_modules/${pkg}/${path}`;
const turbo = (...args) => node(bin("turbo", "bin/turbo"), "run", ...args, "--output-logs=errors-only");
const vitest = (...args) => node(bin("vitest", "vitest.mjs"), "run", ...args);
const biome = (...args) => node(bin("@biomejs/biome", "bin/biome"), ...args);

const tasks = {
  start: {
    says: "start the example school platform",
    run: (...rest) => node("scripts/start.mjs", ...rest),
  },
  test: { says: "run every test", run: (...rest) => vitest(...rest) },
  build: { says: "build every package", run: (...rest) => turbo("build", ...rest) },
  check: {
    says: "format, lint, build, types, package checks, docs, unused code",
    run: () => {
      biome("ci", ".");
      turbo("build", "check", "publint", "attw");
      node(bin("typedoc", "bin/typedoc"), "--logLevel", "Warn");
      node(bin("knip", "bin/knip.js"), "--no-config-hints");
    },
  },
  nightly: {
    says: "run a package's laws at their full count: npm run nightly -- <package>",
    run: (...rest) => node("scripts/nightly.mjs", ...rest),
  },
  bench: {
    says: "measure a package beside its peers: npm run bench -- <package>",
    run: (...rest) => node("scripts/bench.mjs", ...rest),
  },
  docs: { says: "write the API reference to docs/api", run: () => node(bin("typedoc", "bin/typedoc")) },
  format: { says: "format and fix every file", run: () => biome("check", "--write", ".") },
};

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  const list = Object.entries(tasks).map(([key, { says }]) => `  npm run ${key.padEnd(8)} ${says}`);
  console.error(`Unknown task: ${name ?? "(none)"}. There are:\n${list.join("\n")}`);
  process.exit(2);
}

const lock = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  if (!process.env.npm_execpath) {
    console.error(`Run this through npm: npm run ${name}`);
    process.exit(2);
  }
  node(process.env.npm_execpath, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  writeFileSync(stamp, lock);
}
task.run(...rest);
