// node verify/bound.mjs FILE TEAMS: states and solves, on its own, the linear relaxation from which bounds are taken,
// and certifies its value by the row prices. For plans that miss no block and in which nobody covers: with cover fewer
// periods may have to move, so that it says nothing about them. Shares no code with the optimiser.
import { readFileSync } from "node:fs";
import loadHighs from "highs";
import { certifiedBound, relaxationOf } from "./relaxation.mjs";
import { readArchive, readWeek } from "./week.mjs";

const [file, teamsFile] = process.argv.slice(2);
if (!teamsFile) {
  console.error("node verify/bound.mjs FILE TEAMS");
  process.exit(2);
}
const { solution, teams } = JSON.parse(readFileSync(teamsFile, "utf8"));
const week = readWeek(readArchive(file), solution);
const bound = certifiedBound(await loadHighs(), relaxationOf(week, teams));
console.log(JSON.stringify({ ...bound, of: "plans that miss no block and in which nobody covers" }));
