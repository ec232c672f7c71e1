// node packages/store/verify/kills.mjs [KILLS] [SEED]: kills a program under load and says what it lost, in figures.
import { mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundle } from "../../../scripts/bundle.mjs";

const [kills, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1)];
const outfile = "node_modules/.cache/verify/store-kill-run.mjs";
mkdirSync("node_modules/.cache/verify", { recursive: true });
await bundle({ entryPoints: ["packages/store/verify/kill-run.ts"], outfile, workspaceOnly: true });
const { killRun, randomOf } = await import(pathToFileURL(outfile).href);

const inARow = 10;
const total = { kills: 0, early: 0, acknowledged: 0, retried: 0, faults: [] };
for (let start = 0; start < kills; start += inARow) {
  const count = Math.min(inARow, kills - start);
  const report = await killRun({ kills: count, random: randomOf(seed * 1000 + start) });
  total.kills += count;
  total.faults.push(...report.faults);
  for (const name of ["early", "acknowledged", "retried"]) total[name] += report[name];
}
const planted = await killRun({ kills: 1, random: randomOf(seed, 0.5), lose: true });
console.log(
  `${total.kills} kills (${total.early} while starting or recovering), ${total.acknowledged} events acknowledged, ` +
    `${total.retried} commands sent again for want of an answer, ${total.faults.length} faults; ` +
    `a planted loss was ${planted.faults.length > 0 ? "noticed" : "missed"}`,
);
for (const fault of total.faults) console.log(fault);
process.exit(total.faults.length > 0 || planted.faults.length === 0 ? 1 : 0);
