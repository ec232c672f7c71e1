// The search beside one whole-model HiGHS call on the same school in the same run; the ratio is what counts.
import highs from "highs";
import { compile } from "../dist/compile.js";
import { highsSolver } from "../dist/highs-solver.js";
import { planInWorker } from "../dist/node.js";
import { programOf } from "../dist/program.js";
import { loadSchool } from "./schools.mjs";

if (!process.env.COLLEGIUM_DATA) {
  console.error("COLLEGIUM_DATA is not set: there are no schools to plan.");
  process.exit(2);
}
const solver = highsSolver(await highs());
for (const name of process.argv.slice(2).length > 0 ? process.argv.slice(2) : ["AU-BG-98", "FI-PB-98"]) {
  const { timetable, teams } = loadSchool(name);
  const problem = { timetable, teams, rules: "clashes" };
  const clock = async (act) => {
    const began = performance.now();
    const result = await act();
    return { seconds: (performance.now() - began) / 1000, result };
  };
  const model = compile(problem);
  const { program } = programOf(model, { start: model.today }, 50);
  const whole = await clock(() => solver.solve(program, {}));
  const began = performance.now();
  let proven = Infinity;
  const onProgress = ({ wanted, placed, moved, bound }) => {
    if (wanted - placed === bound.missing && moved === bound.moved)
      proven = Math.min(proven, (performance.now() - began) / 1000);
  };
  const ours = await clock(() => planInWorker(problem, { seconds: 120, onProgress }));
  console.log(
    `${name}: HiGHS alone ${whole.seconds.toFixed(1)} s, objective ${Math.round(whole.result.objective)}; ` +
      `search ${ours.seconds.toFixed(1)} s, ${ours.result.placed} of ${ours.result.wanted} blocks, ` +
      `${ours.result.moved} moved, proven ${ours.result.proven} after ${proven.toFixed(1)} s; ` +
      `ratio ${(ours.seconds / whole.seconds).toFixed(2)}, until proven ${(Math.min(proven, ours.seconds) / whole.seconds).toFixed(2)}`,
  );
}
