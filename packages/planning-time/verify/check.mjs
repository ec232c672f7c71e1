// node verify/check.mjs BEFORE AFTER TEAMS [PLAN COVER]: looks at two timetable files and says whether the second is a
// plan for the first. A file does not say who covers whom: PLAN is the answer of `time plan --json`, COVER what the
// school allows. Shares no code with the optimiser or with the readers and writers of this project.
import { readFileSync } from "node:fs";
import { checkPlan } from "./compare.mjs";
import { readFetWeek } from "./fet-week.mjs";
import { readArchive, readWeek } from "./week.mjs";

const [beforeFile, afterFile, teamsFile, planFile, coverFile] = process.argv.slice(2);
if (!teamsFile || (planFile && !coverFile)) {
  console.error("node verify/check.mjs BEFORE AFTER TEAMS [PLAN COVER]");
  process.exit(2);
}
const { solution, teams } = JSON.parse(readFileSync(teamsFile, "utf8"));
const read = (file, name) => {
  const root = readArchive(file);
  return root.name.toLowerCase() === "fet" ? readFetWeek(root) : readWeek(root, name);
};
const before = read(beforeFile, solution);
const after = read(afterFile);
const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const cover = planFile && { plan: json(planFile), cover: json(coverFile) };
const result = checkPlan(before, after, teams, cover ?? {});
console.log(JSON.stringify(result, undefined, 2));
process.exit(result.faults.length > 0 ? 1 : 0);
