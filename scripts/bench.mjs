// Runs a package's benchmarks against built code; peers are installed beside them, never in the workspace.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const [name, ...rest] = process.argv.slice(2);
const folder = `packages/${name}/bench`;
if (!name || !existsSync(folder)) {
  const having = readdirSync("packages").filter((p) => existsSync(`packages/${p}/bench`));
  console.error(
    `npm run bench -- <package> [FILE] ; packages with benchmarks: ${having.join(", ") || "none"}`,
  );
  process.exit(2);
}
const run = (args, cwd) => {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};
run([
  "node_modules/turbo/bin/turbo",
  "run",
  "build",
  `--filter=@collegium/${name}...`,
  "--output-logs=errors-only",
]);
if (existsSync(`${folder}/package.json`) && !existsSync(`${folder}/node_modules`)) {
  run(
    [process.env.npm_execpath, "install", "--no-workspaces", "--ignore-scripts", "--no-audit", "--no-fund"],
    folder,
  );
}
const files = readdirSync(folder).filter((f) => f.endsWith(".mjs") && (!rest[0] || f.startsWith(rest[0])));
for (const file of files) run([`${folder}/${file}`, ...rest.slice(1)]);
