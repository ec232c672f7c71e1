import { readRoster } from "../dist/index.js";
import { makeOrgs, makeUsers } from "./make-users.mjs";

const USERS = 100_000;
const RUNS = 5;
const bytes = makeUsers(USERS);
const orgs = makeOrgs();
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** The peer: the same bytes decoded and split into strings, unchecked. */
function split() {
  const rows = new TextDecoder().decode(bytes).split("\r\n").map((line) => line.split(","));
  if (rows.length < USERS) throw new Error("The peer lost rows.");
  return rows;
}

async function importUsers() {
  const read = await readRoster([
    { name: "orgs.csv", content: orgs },
    { name: "users.csv", content: bytes },
  ]);
  if (!read.ok || read.value.roster.people.length !== USERS) throw new Error("The import lost people.");
  return read.value;
}

const peer = [];
const own = [];
let most = 0;
for (let run = 0; run < RUNS; run++) {
  globalThis.gc?.();
  let from = performance.now();
  split();
  peer.push(performance.now() - from);
  globalThis.gc?.();
  from = performance.now();
  await importUsers();
  own.push(performance.now() - from);
  most = Math.max(most, process.memoryUsage().rss);
}
const [a, b] = [median(own), median(peer)];
console.log(`${USERS} users, ${(bytes.length / 1e6).toFixed(1)} MB, median of ${RUNS}`);
console.log(`readRoster            ${a.toFixed(0)} ms`);
console.log(`split into strings    ${b.toFixed(0)} ms`);
console.log(`ratio                 ${(a / b).toFixed(2)} (at most 3)`);
console.log(`peer and import resident ${(most / 1e6).toFixed(0)} MB`);
