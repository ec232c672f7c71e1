import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { openStore, type Store } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { inMemory } from "../src/place.js";
import { SERVER, serverDatabase } from "./places.js";
import { AT, note, request } from "./requests.js";

async function fill(store: Store) {
  for (const district of ["north", "south"]) {
    const events = Array.from({ length: 700 }, (_, n) =>
      note({ z: n, a: "\u0000\ud800 é" }, n % 2 === 0 ? { personal: { n } } : { handle: `h${n}` }),
    );
    unwrap(await store.append(request(district, { commandId: "first", events })));
    unwrap(await store.putDocument(district, "team", "t1", { district }));
    unwrap(await store.setDue({ districtId: district, stream: "meeting:1", name: "end", at: AT }));
    const entry = { at: AT, actor: "p", action: "read", subject: "s", purpose: "team-work" };
    for (let n = 0; n < 3; n++) unwrap(await store.appendAudit(district, entry));
  }
}

async function contents(store: Store) {
  return Promise.all(
    ["north", "south"].map(async (district) => [
      await store.read(district, "meeting:1"),
      await store.listDocuments(district, "team"),
      await store.readAudit(district),
      await store.verifyAudit(district),
    ]),
  );
}

describe.skipIf(SERVER === undefined)("export to a server (COLLEGIUM_POSTGRES_URL)", () => {
  it("moves everything, goes on there, and touches no database that holds something", async () => {
    const store = storeOn(await inMemory());
    await fill(store);
    const { url, end } = await serverDatabase();
    expect(unwrap(await store.exportTo(url))).toEqual({
      districts: 2,
      events: 1400,
      documents: 2,
      auditRows: 6,
    });
    const there = unwrap(await openStore({ url }));
    expect(await contents(there)).toEqual(await contents(store));
    expect(unwrap(await there.append(request("north", { commandId: "first" }))).repeated).toBe(true);
    expect(unwrap(await there.append(request("north", { expectedVersion: 700 }))).version).toBe(701);
    expect(unwrap(await there.claimDue({ now: AT }))).toHaveLength(2);

    expect(await store.exportTo(url)).toMatchObject({ ok: false, issues: [{ code: "target-not-empty" }] });
    expect(await there.exportTo(url)).toMatchObject({ ok: false, issues: [{ code: "not-embedded" }] });
    await Promise.all([store.close(), there.close()]);
    await end();
  });
});

describe("a server that cannot be used", () => {
  it("is named in words", async () => {
    const nobody = await openStore({ url: "postgres://nobody@127.0.0.1:1/none" });
    expect(nobody).toMatchObject({ ok: false, issues: [{ code: "server-unreachable" }] });
    expect(JSON.stringify(nobody)).not.toContain("nobody@");
  });

  it.skipIf(SERVER === undefined)(
    "refuses a wrong password and a database that is not there in words",
    async () => {
      const url = new URL(SERVER ?? "");
      url.pathname = "/collegium_not_there";
      expect(await openStore({ url: url.href })).toMatchObject({
        ok: false,
        issues: [{ code: "server-refused" }],
      });
    },
  );
});
