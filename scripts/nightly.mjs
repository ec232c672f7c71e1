// Runs a package's laws at their full count. Progress is kept in .nightly/, so an interrupted night goes on; what was
// counted on other code does not count.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const usage = "npm run nightly -- <package> [--only NAME] [--seed N] [--count N] [--fresh]";
const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const name = args[0];
const folder = `packages/${name}/nightly`;
if (!name || name.startsWith("--")) exit(2, usage);
if (!existsSync(folder)) exit(2, `The package ${name} has no laws (${folder} is missing).\n${usage}`);

mkdirSync(".nightly", { recursive: true });
const file = `.nightly/${name}.json`;
const saved = !args.includes("--fresh") && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
const seed = Number(option("--seed") ?? saved.seed ?? 1);
const state = saved.seed === seed ? saved : { seed, laws: {} };

let failed = 0;
for (const entry of readdirSync(folder)
  .filter((f) => f.endsWith(".ts"))
  .sort()) {
  const out = `node_modules/.cache/nightly/${name}-${entry.replace(/\.ts$/, ".mjs")}`;
  await bundle({ entryPoints: [`${folder}/${entry}`], outfile: out, workspaceOnly: true });
  const code = createHash("sha256").update(readFileSync(out)).digest("hex");
  const module = await import(pathToFileURL(out).href);
  for (const law of module.laws ?? []) {
    if (option("--only") && law.name !== option("--only")) continue;
    await run(law, code);
  }
}
process.exit(failed > 0 ? 1 : 0);

async function run(law, code) {
  const total = Number(option("--count") ?? law.nightly);
  const caught = [];
  for (const fault of law.faults ?? []) if (await fault.caught(seed)) caught.push(fault.name);
  const faults = law.faults?.length ?? 0;
  const before = state.laws[law.name];
  let done = before?.code === code ? Math.min(before.done, total) : 0;
  const began = Date.now();
  let counterexample;
  while (done < total && counterexample === undefined) {
    const size = Math.min(law.chunk ?? 1000, total - done);
    try {
      await law.run(seed, done, size);
      done += size;
      state.laws[law.name] = { done, code };
      writeFileSync(file, JSON.stringify(state));
    } catch (error) {
      counterexample = error;
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    if (process.stderr.isTTY) process.stderr.write(`\r${law.name}: ${done} of ${total}, ${seconds} s `);
  }
  if (process.stderr.isTTY) process.stderr.write("\r");
  const verdict = counterexample ? "counterexample" : caught.length < faults ? "fault missed" : "held";
  if (verdict !== "held") failed++;
  console.log(
    `${name}/${law.name}: ${verdict}, seed ${seed}, ${done.toLocaleString("en")} of ${total.toLocaleString("en")}, ` +
      `${caught.length} of ${faults} planted faults caught`,
  );
  if (counterexample) console.error(counterexample);
}

function exit(code, text) {
  console.error(text);
  process.exit(code);
}
