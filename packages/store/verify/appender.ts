// A program that appends as fast as it can until it is killed, and tells on standard output what it was promised.
import { readFileSync } from "node:fs";
import type { StoredEvent } from "@collegium/schema";
import { asOwner } from "../src/database.js";
import type { AppendRequest, Store } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { inFolder } from "../src/place.js";

/** What the program says, one JSON text per line. */
export type Line =
  | { readonly kind: "found"; readonly events: readonly StoredEvent[] }
  | { readonly kind: "opened" }
  | { readonly kind: "ready" }
  | { readonly kind: "sent"; readonly request: AppendRequest }
  | { readonly kind: "refused"; readonly commandId: string }
  | { readonly kind: "acknowledged"; readonly commandId: string; readonly events: readonly StoredEvent[] };

const DISTRICT = "district";
const STREAMS = ["meeting:1", "meeting:2", "goal:1"];

/** A planted loss: the last event of each stream, and its head set back, so that no gap gives it away. */
const LOSE = [
  "delete from collegium.personal p using collegium.stream s where p.stream = s.stream and p.version = s.version",
  "delete from collegium.event e using collegium.stream s where e.stream = s.stream and e.version = s.version",
  "update collegium.stream set version = version - 1",
];

const [folder = "", retryFile = "", run = "", fault] = process.argv.slice(2);
const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const database = await inFolder(folder);
if (fault === "lose") {
  await asOwner(database, async ({ query }) => {
    for (const statement of LOSE) await query(statement);
  });
}
const store = storeOn(database);
for (const { stream } of await store.streams(DISTRICT, "")) {
  say({ kind: "found", events: await store.read(DISTRICT, stream) });
}
say({ kind: "opened" });
// What was sent before the kill and not answered is sent again, as a browser would.
for (const request of JSON.parse(readFileSync(retryFile, "utf8"))) await send(store, request);
say({ kind: "ready" });
await Promise.all([0, 1, 2, 3].map((writer) => write(store, writer)));

async function write(store: Store, writer: number) {
  for (let n = 0; ; n++) {
    const stream = STREAMS[(writer + n) % STREAMS.length] as string;
    const heads = n % 5 === 0 ? await store.streams(DISTRICT, stream) : [];
    await send(store, {
      districtId: DISTRICT,
      stream,
      expectedVersion: n % 5 === 0 ? (heads[0]?.version ?? 0) : "any",
      commandId: `${run}-${writer}-${n}`,
      actor: `person-${writer}`,
      at: new Date().toISOString(),
      events: Array.from({ length: 1 + (n % 3) }, (_, part) => ({
        type: "note-added",
        typeVersion: 1,
        data: { n, part, text: "x".repeat((n * 37) % 700) },
        ...(n % 4 === 0 ? { personal: { text: `of ${writer}` } } : {}),
      })),
    });
  }
}

async function send(store: Store, request: AppendRequest) {
  say({ kind: "sent", request });
  const result = await store.append(request);
  if (result.ok) say({ kind: "acknowledged", commandId: request.commandId, events: result.value.events });
  else if (result.issues[0]?.code === "stale-version") say({ kind: "refused", commandId: request.commandId });
  else throw new Error(result.issues[0]?.message);
}
