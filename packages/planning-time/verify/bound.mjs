// node verify/bound.mjs FILE TEAMS: states and solves, on its own, the linear relaxation from which bounds are taken,
// and certifies its value by the row prices. For plans that miss no block; shares no code with the optimiser.
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
console.log(JSON.stringify(certifiedBound(await loadHighs(), relaxationOf(week, teams))));
