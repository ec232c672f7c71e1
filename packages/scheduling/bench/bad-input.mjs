// Bad input gets a code and a sentence in under 50 ms of processor time, also on the first call of a fresh process.
import { badFiles, growing } from "./lib/bad-files.mjs";
import { badRules } from "./lib/bad-rules.mjs";
import { coldly } from "./lib/cold.mjs";
import { sayWhatIsMeasured } from "./lib/say-what-is-measured.mjs";

if (process.argv[2] !== "--case") sayWhatIsMeasured();
const MOST = 50;
const only = process.argv[2] === "--case" ? "" : process.argv[2];
const cases = [...badRules, ...badFiles, ...growing];
const answers = await coldly(cases, only);
let failed = 0;
let tried = 0;
console.log("first call  later  codes (milliseconds of processor time)");
for (const [at, { name, sound, events }] of cases.entries()) {
  if (!answers[at]) continue;
  const { first, later, codes } = answers[at];
  const bad = events === undefined && (!(first < MOST) || (codes.length === 0 && !sound));
  if (events === undefined) tried++;
  if (bad) failed++;
  const ms = (time, places) => time.toFixed(1).padStart(places);
  console.log(
    `${ms(first, 8)} ${ms(later, 8)}  ${codes.join(", ") || (sound ? "sound" : "NO CODE")}  ${name.slice(0, 90)}${events ? `: ${((1000 * first) / events).toFixed(1)} microseconds each` : ""}${bad ? "  <-" : ""}`,
  );
}
console.log(`${tried - failed} of ${tried} answered in under ${MOST} ms`);
process.exit(failed > 0 ? 1 : 0);
