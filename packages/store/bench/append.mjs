// Appends per second of the store beside the bare engine in the same run.
// With COLLEGIUM_POSTGRES_URL set, beside bare `pg` on that server too.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@collegium/store";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { DurableFolder } from "../dist/durable-folder.js";

const COUNT = 300;
const ROUNDS = 5;
const DATA = { text: "x".repeat(200) };
const TABLE = `create table if not exists bare_event
  (district text, stream text, version int, data json, primary key (district, stream, version))`;
const INSERT = "insert into bare_event values ($1, $2, $3, $4)";

const folder = mkdtempSync(join(tmpdir(), "collegium-bench-"));
const run = String(process.pid);
let streams = 0;

async function open(options) {
  const result = await openStore(options);
  if (!result.ok) throw new Error(result.issues[0].message);
  return result.value;
}

async function appends(store, writers = 1) {
  const rounds = streams++;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; n < COUNT / writers; n++) {
        const result = await store.append({
          districtId: "bench",
          stream: `${run}:${rounds}:${writer}`,
          expectedVersion: n,
          commandId: `c${n}`,
          actor: "p",
          at: "2026-09-01T08:30:00.000Z",
          events: [{ type: "note-added", typeVersion: 1, data: DATA }],
        });
        if (!result.ok) throw new Error(result.issues[0].message);
      }
    }),
  );
}

async function inserts(query) {
  const stream = `${run}:${streams++}`;
  for (let n = 1; n <= COUNT; n++) await query(INSERT, ["bench", stream, n, JSON.stringify(DATA)]);
}

/** Median of rounds that take turns, so that a busy moment meets all alike. */
async function measure(contenders) {
  const times = contenders.map(() => []);
  for (const [, work] of contenders) await work();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, [, work]] of contenders.entries()) {
      const began = performance.now();
      await work();
      times[index].push(performance.now() - began);
    }
  }
  const rates = times.map((list) => (1000 * COUNT) / list.sort((a, b) => a - b)[ROUNDS >> 1]);
  for (const [index, [name]] of contenders.entries()) {
    const rate = Math.round(rates[index]).toLocaleString("en").padStart(7);
    console.log(`${name.padEnd(48)} ${rate}/s   ${(rates[index] / rates[0]).toFixed(2)}`);
  }
}

let began = performance.now();
const lap = (label) => {
  console.log(`${label.padEnd(48)} ${(performance.now() - began).toFixed(0).padStart(6)} ms`);
  began = performance.now();
};
const cacheDirectory = join(folder, "cache");
const first = await open({ directory: join(folder, "first"), cacheDirectory });
lap("first start, template made");
await first.close();
began = performance.now();
const store = await open({ directory: join(folder, "store"), cacheDirectory });
lap("first start of another folder, template kept");
await store.close();
began = performance.now();
const again = await open({ directory: join(folder, "store"), cacheDirectory });
lap("start again");
const bare = await PGlite.create(join(folder, "bare"));
await bare.exec(TABLE);
const waiting = await PGlite.create({
  fs: new DurableFolder(join(folder, "waiting")),
  startParams: [...PGlite.defaultStartParams.filter((word) => word !== "-F"), "-c", "wal_sync_method=fsync"],
});
waiting.fs.hasStarted();
await waiting.exec(TABLE);
console.log();
await measure([
  ["bare PGlite, no wait for the disk", () => inserts((text, values) => bare.query(text, values))],
  ["bare PGlite, waits for the disk", () => inserts((text, values) => waiting.query(text, values))],
  ["store in a folder, waits for the disk", () => appends(again)],
]);
await Promise.all([bare.close(), waiting.close(), again.close()]);

const url = process.env.COLLEGIUM_POSTGRES_URL;
if (url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLE);
  const server = await open({ url });
  console.log();
  await measure([
    ["bare pg, one statement per commit", () => inserts((text, values) => client.query(text, values))],
    ["store on a server, one writer", () => appends(server)],
    ["store on a server, ten writers", () => appends(server, 10)],
  ]);
  await client.query("drop table bare_event");
  await Promise.all([client.end(), server.close()]);
}
rmSync(folder, { recursive: true });
