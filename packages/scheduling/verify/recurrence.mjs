// node packages/scheduling/verify/recurrence.mjs FILE
// Runs recurrence vectors: blocks of RRULE, optional START-AT, DTSTART, and INSTANCES or `*** error`.
import { existsSync, readFileSync } from "node:fs";
import { source } from "./source.mjs";

const file = process.argv[2];
if (!file) {
  console.error("node packages/scheduling/verify/recurrence.mjs FILE");
  process.exit(2);
}

const { basicText, expandRecurrence, findZone, parseMoment, parseRule } = await source();

const NAMES = /^\s*(RRULE|START-AT|DTSTART|RDATE|EXDATE|INSTANCES)((?:;[^:]*)?)\s*:(.*)$/i;

/**
 * Rules as the file gives them: a block ends at its INSTANCES, whatever the order of the lines before. Comments, empty
 * lines, CRLF, a byte order mark, folded lines and spaces between instances make no difference.
 */
function* blocks(text) {
  const fresh = () => ({ title: "", RDATE: [], EXDATE: [] });
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  let block = fresh();
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index];
    if (/^\s*#/.test(line)) block.title = line.replace(/^\s*#\s*/, "").trim();
    if (!NAMES.test(line)) continue;
    const first = index;
    while (/^[ \t]+[^\s#]/.test(lines[index + 1] ?? "") && !NAMES.test(lines[index + 1])) {
      line += lines[++index].trim();
    }
    const [, found, parameters, value] = NAMES.exec(line);
    const name = found.toUpperCase();
    if (name === "RRULE" && block.RRULE !== undefined) {
      yield block; // the one before has no INSTANCES
      block = fresh();
    }
    if (name === "RDATE" || name === "EXDATE") block[name].push(...listed(value));
    else block[name] = value.trim();
    block.line ??= first + 1;
    if (name === "DTSTART") block.zone = /TZID="?([^;":]+)/i.exec(parameters)?.[1];
    if (name !== "INSTANCES") continue;
    yield block;
    block = fresh();
  }
  if (block.RRULE !== undefined) yield block;
}

function listed(text) {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** What we say: instances as text, or the code of an issue. */
function ours({ RRULE, DTSTART, RDATE, EXDATE, zone: name }, options) {
  const start = parseMoment(DTSTART.replace(/^.*:/, ""));
  const [dates, except] = [RDATE, EXDATE].map((list) => list.map((text) => parseMoment(text.split("/")[0])));
  if (!start || [...dates, ...except].includes(undefined)) return { code: "bad-date" };
  const rule = parseRule(RRULE);
  if (!rule.ok) return { code: rule.issues[0].code };
  const zone = name === undefined ? undefined : findZone(name);
  if (zone && !zone.ok) return { code: "unknown-zone" };
  const recurrence = { start, rule: rule.value, dates, except, ...(zone && { zone: zone.value }) };
  const expanded = expandRecurrence(recurrence, options);
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
  const wanted = listed(expected);
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
  if (!from) return "START-AT is no date";
  const key = basicText(from.local, "local");
  const rest = wanted.filter((instance) => instance.replace("Z", "").padEnd(15, "T000000") >= key);
  const { instances = [] } = ours(block, { from });
  const got = instances.slice(0, rest.length);
  return got.join() === rest.join() ? undefined : `from ${key}: expected ${rest}\n    got      ${got}`;
}

let passed = 0;
let failed = 0;
let argued = 0;
let incomplete = 0;
const text = existsSync(file) ? readFileSync(file, "utf8") : undefined;
if (text === undefined) {
  console.error(`There is no file ${file}.`);
  process.exit(2);
}
for (const block of blocks(text)) {
  const missing = ["RRULE", "DTSTART", "INSTANCES"].filter((name) => block[name] === undefined);
  if (missing.length > 0) {
    incomplete++;
    console.log(`line ${block.line}: no ${missing.join(", no ")} in this block, left out`);
    continue;
  }
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
if (incomplete > 0) console.log(`${incomplete} incomplete, not counted`);
console.log(`${passed + argued} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
