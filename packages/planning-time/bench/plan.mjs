// Blocks, moved periods, seconds to the first full answer and gap to the bound, one row per school.
// npm run bench -- planning-time plan [NAME…]; seconds per school as in the table below.
// On a machine that other work shares: SHARED=6 lets a run last six times as long at most, and counts the processor
// seconds of each of its two threads instead (Linux).
import { planInWorker } from "@collegium/planning-time/node";
import { checkPlan } from "../verify/compare.mjs";
import { loadSchool, planned } from "./schools.mjs";

const SECONDS = { "synth-30": 30, "synth-120": 60, "synth-400": 120 };
const ALL = [
  ...Object.keys(SECONDS).flatMap((name) => [7, 8, 9].map((seed) => `${name}-s${seed}`)),
  ...["AU-BG-98", "FI-PB-98", "ZA-WD-09", "BR-SN-00", "GR-PA-08"],
];
const SHARED = Number(process.env.SHARED ?? 0);
if (!process.env.COLLEGIUM_DATA) {
  console.error("COLLEGIUM_DATA is not set: there are no schools to plan.");
  process.exit(2);
}
const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ALL;
console.log("| school | blocks | moved | first full answer, s | bound | ended after, s | checker |");
console.log("|---|---|---|---|---|---|---|");
for (const name of names) {
  const { timetable, teams, week } = loadSchool(name);
  const seconds = SECONDS[name.replace(/-s\d+$/, "")] ?? 30;
  const began = performance.now();
  const elapsed = () => ((performance.now() - began) / 1000).toFixed(1);
  let first = "";
  const shared = SHARED > 0 && { workerUrl: new URL("./processor-worker.mjs", import.meta.url) };
  const found = await planInWorker(
    { timetable, teams, rules: "clashes" },
    {
      seconds: seconds * (SHARED || 1),
      ...shared,
      onProgress: (progress) => {
        if (first === "" && progress.placed === progress.wanted)
          first = progress.used?.toFixed(1) ?? elapsed();
      },
    },
  );
  const ended = elapsed();
  const { faults, possible } = checkPlan(week, planned(week, found.placements), teams);
  const verdict =
    faults.length === 0 && possible >= found.placed
      ? "stands"
      : faults.slice(0, 2).join("; ") || "blocks missing";
  const bound = found.proven ? "proven" : `missing ${found.bound.missing}, moved ${found.bound.moved}`;
  console.log(
    `| ${name} | ${found.placed} / ${found.wanted} | ${found.moved} | ${first || "none"} | ${bound} | ${ended} | ${verdict} |`,
  );
}
