// Bad input gets a code and a sentence in under 50 ms of processor time, also on the first call of a fresh process.
import { badFiles } from "./lib/bad-files.mjs";
import { badRules } from "./lib/bad-rules.mjs";
import { coldly } from "./lib/cold.mjs";
import { sayWhatIsMeasured } from "./lib/say-what-is-measured.mjs";

if (process.argv[2] !== "--case") sayWhatIsMeasured();
const MOST = 50;
const only = process.argv[2] === "--case" ? "" : process.argv[2];
const cases = [...badRules, ...badFiles];
const answers = await coldly(cases, only);
let failed = 0;
console.log("first call  later  codes (milliseconds of processor time)");
for (const [at, { name }] of cases.entries()) {
  if (!answers[at]) continue;
  const { first, later, codes } = answers[at];
  const bad = !(first < MOST) || codes.length === 0;
  if (bad) failed++;
  const ms = (time, places) => time.toFixed(1).padStart(places);
  console.log(
    `${ms(first, 8)} ${ms(later, 8)}  ${codes.join(", ") || "NO CODE"}  ${name.slice(0, 90)}${bad ? "  <- " : ""}`,
  );
}
console.log(`${cases.length - failed} of ${cases.length} answered in under ${MOST} ms`);
process.exit(failed > 0 ? 1 : 0);
