// node packages/scheduling/verify/recurrence.mjs FILE
// Runs recurrence vectors: blocks of RRULE, optional START-AT, DTSTART, and INSTANCES or `*** error`.
import { readFileSync } from "node:fs";
import { source } from "./source.mjs";

const file = process.argv[2];
if (!file) {
  console.error("node packages/scheduling/verify/recurrence.mjs FILE");
  process.exit(2);
}

const { basicText, expandRecurrence, parseMoment, parseRule } = await source();

/** Rules as the file gives them: a block ends at its INSTANCES. */
function* blocks(text) {
  let block = { title: "" };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith("#")) block.title = line.slice(1).trim();
    const match = /^(RRULE|START-AT|DTSTART|INSTANCES)(?:;[^:]*)?:(.*)$/.exec(line);
    if (!match) continue;
    block[match[1]] = match[2].trim();
    if (match[1] === "RRULE") block.line = index + 1;
    if (match[1] !== "INSTANCES") continue;
    yield block;
    block = { title: "" };
  }
}

/** What we say: instances as text, or the code of an issue. */
function ours({ RRULE, DTSTART }, options) {
  const start = parseMoment(DTSTART.replace(/^.*:/, ""));
  if (!start) return { code: "bad-date" };
  const rule = parseRule(RRULE);
  if (!rule.ok) return { code: rule.issues[0].code };
  const expanded = expandRecurrence({ start, rule: rule.value }, options);
  if (!expanded.ok) return { code: expanded.issues[0].code };
  return {
    ends: rule.value.count !== undefined || rule.value.until !== undefined,
    instances: expanded.value.local.map((local) => basicText(local, start.form)),
  };
}

/** A sentence about the disagreement, or nothing. */
function disagreement(block, answer) {
  const expected = block.INSTANCES;
  if (expected.startsWith("***")) {
    return answer.code ? undefined : `expected an error, got ${answer.instances.join(",")}`;
  }
  const wanted = expected === "" ? [] : expected.split(",");
  if (answer.code) return wanted.length === 0 ? undefined : `refused with ${answer.code}`;
  // A rule without COUNT or UNTIL has no last instance: as many as the file lists are compared.
  const got = answer.ends ? answer.instances : answer.instances.slice(0, wanted.length);
  if (got.join() !== wanted.join()) return `expected ${wanted.join()}\n    got      ${got.join()}`;
  return fromLater(block, wanted);
}

/** START-AT: starting in the middle must give the rest of the same instances. */
function fromLater(block, wanted) {
  if (!block["START-AT"]) return undefined;
  const from = parseMoment(block["START-AT"]);
  const key = basicText(from.local, "local");
  const rest = wanted.filter((instance) => instance.replace("Z", "").padEnd(15, "T000000") >= key);
  const { instances = [] } = ours(block, { from });
  const got = instances.slice(0, rest.length);
  return got.join() === rest.join() ? undefined : `from ${key}: expected ${rest}\n    got      ${got}`;
}

let passed = 0;
let failed = 0;
let argued = 0;
for (const block of blocks(readFileSync(file, "utf8"))) {
  if (!block.RRULE || !block.DTSTART) continue;
  const answer = ours(block);
  const found = disagreement(block, answer);
  const says = `line ${block.line}: ${block.RRULE}${block.title && ` (${block.title})`}`;
  if (found === undefined) passed++;
  else if (block.INSTANCES.startsWith("*** UNIMPLEMENTED")) {
    argued++;
    console.log(`${says}
    The file's author has not implemented this rule, so that the file gives no instances to compare. RFC 5545, 3.3.10
    and RFC 7529, 4.1 forbid none of its parts beside another. We give the days that fit all of them:
    ${answer.instances.slice(0, 8).join(",")}`);
  } else {
    failed++;
    console.log(`${says}\n    ${found}`);
  }
}
if (argued > 0) console.log(`${argued} argued from the RFC's text, counted as passed`);
console.log(`${passed + argued} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
