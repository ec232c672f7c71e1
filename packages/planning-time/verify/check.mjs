// node verify/check.mjs BEFORE AFTER TEAMS: looks at two timetable files and says whether the second is a plan for the
// first. Shares no code with the optimiser or with the readers and writers of this project.
import { readFileSync } from "node:fs";
import { checkPlan } from "./compare.mjs";
import { readFetWeek } from "./fet-week.mjs";
import { readArchive, readWeek } from "./week.mjs";

const [beforeFile, afterFile, teamsFile] = process.argv.slice(2);
if (!teamsFile) {
  console.error("node verify/check.mjs BEFORE AFTER TEAMS");
  process.exit(2);
}
const { solution, teams } = JSON.parse(readFileSync(teamsFile, "utf8"));
const read = (file, name) => {
  const root = readArchive(file);
  return root.name.toLowerCase() === "fet" ? readFetWeek(root) : readWeek(root, name);
};
const before = read(beforeFile, solution);
const after = read(afterFile);
const result = checkPlan(before, after, teams);
console.log(JSON.stringify(result, undefined, 2));
process.exit(result.faults.length > 0 ? 1 : 0);
