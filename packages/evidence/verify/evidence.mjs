// Runs reference cases against this package: node packages/evidence/verify/evidence.mjs FILE.json --csv DIR
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../../../scripts/bundle.mjs";
import { Forms, misses } from "./compare.mjs";
import { csvFolder, MissingCsv } from "./csv-folder.mjs";
import { families, later } from "./families.mjs";

const args = process.argv.slice(2);
const at = args.indexOf("--csv");
const folder = at === -1 ? undefined : args[at + 1];
const files = args.filter((_, i) => at === -1 || (i !== at && i !== at + 1));
if (files.length === 0 || (at !== -1 && folder === undefined)) {
  console.error("node packages/evidence/verify/evidence.mjs FILE.json [FILE.json …] --csv DIR");
  process.exit(2);
}

const out = fileURLToPath(new URL("../../../node_modules/.cache/verify/evidence.mjs", import.meta.url));
await bundle({ entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))], outfile: out });
const evidence = await import(pathToFileURL(out).href);
const csv = csvFolder(folder);

let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of files) {
  const read = JSON.parse(readFileSync(file, "utf8"));
  const cases = read.cases ?? read.families ?? read;
  for (const one of cases) {
    const listed = read.families !== undefined || one.cases !== undefined;
    if (one.later || later.test(one.id)) skipped++;
    else if (listed) report(one.id, familyOf(one.id) ? [] : ["unknown family"]);
    else report(one.id, check(one));
  }
  if (files.length > 1) console.log(`${basename(file)} read`);
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);

function familyOf(id) {
  return families.find(([pattern]) => pattern.test(id));
}

function check(one) {
  const family = familyOf(one.id);
  if (!family) return ["unknown family"];
  try {
    const actual = family[1](evidence, one.input, csv, one.expect);
    const problems = misses(actual, one.expect, one.relTol, family[2] ?? {});
    for (const value of Object.values(actual)) {
      if (value instanceof Forms && value.held) console.log(`${one.id}: note: ${value.held}`);
    }
    return problems;
  } catch (error) {
    return [error instanceof MissingCsv ? error.message : `threw ${error.stack ?? error}`];
  }
}

function report(id, problems) {
  if (problems.length === 0) passed++;
  else failed++;
  for (const problem of problems.slice(0, 8)) console.log(`${id}: ${problem}`);
  if (problems.length > 8) console.log(`${id}: and ${problems.length - 8} more`);
}
