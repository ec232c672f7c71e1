import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRoster } from "../dist/index.js";
import { makeOrgs, makeUsers } from "./make-users.mjs";

const USERS = 100_000;
const RUNS = 5;

/** In a process of its own: the import alone, streaming from disk. Prints the most memory it held, in bytes. */
if (process.argv[2] === "memory") {
  const folder = process.argv[3];
  const read = await readRoster(
    ["orgs.csv", "users.csv"].map((name) => ({ name, content: createReadStream(join(folder, name)) })),
  );
  if (!read.ok || read.value.roster.people.length !== USERS) throw new Error("The import lost people.");
  console.log(process.resourceUsage().maxRSS * 1024);
  process.exit();
}

const bytes = makeUsers(USERS);
const orgs = makeOrgs();
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** The peer: the same bytes decoded and split into strings, unchecked. */
function split() {
  const rows = new TextDecoder()
    .decode(bytes)
    .split("\r\n")
    .map((line) => line.split(","));
  if (rows.length < USERS) throw new Error("The peer lost rows.");
}

async function importUsers() {
  const read = await readRoster([
    { name: "orgs.csv", content: orgs },
    { name: "users.csv", content: bytes },
  ]);
  if (!read.ok || read.value.roster.people.length !== USERS) throw new Error("The import lost people.");
}

const peer = [];
const own = [];
for (let run = 0; run < RUNS; run++) {
  let from = performance.now();
  split();
  peer.push(performance.now() - from);
  from = performance.now();
  await importUsers();
  own.push(performance.now() - from);
}
const folder = mkdtempSync(join(tmpdir(), "roster-"));
writeFileSync(join(folder, "users.csv"), bytes);
writeFileSync(join(folder, "orgs.csv"), orgs);
const memory = Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), "memory", folder]));
rmSync(folder, { recursive: true });
const [a, b] = [median(own), median(peer)];
console.log(`${USERS} users, ${(bytes.length / 1e6).toFixed(1)} MB, median of ${RUNS}`);
console.log(`readRoster            ${a.toFixed(0)} ms`);
console.log(`split into strings    ${b.toFixed(0)} ms`);
console.log(`ratio                 ${(a / b).toFixed(2)} (at most 3)`);
console.log(`memory of the import  ${(memory / 1e6).toFixed(0)} MB (under 200)`);
