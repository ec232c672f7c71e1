import { unwrap } from "@collegium/schema";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/database.js";
import type { Hint, Store } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { AT, newDistrict, note, request } from "./requests.js";

const code = (result: { ok: boolean; issues?: readonly { code: string }[] }) => result.issues?.[0]?.code;

/** What every place must do alike; `open` gives the database of the calling file. */
export function describeContract(open: () => Database): void {
  describe("store", () => {
    let store: Store;
    beforeAll(() => {
      store = storeOn(open());
    });

    it("keeps events letter by letter, in order, without gaps", async () => {
      const district = newDistrict();
      const data = { z: 1, a: ["é", "\u0000", "\ud800", -0.5, 1e300, null], __proto__x: true, "": "" };
      const first = unwrap(
        await store.append(request(district, { events: [note(data), note("text"), note(null)] })),
      );
      const second = unwrap(await store.append(request(district, { expectedVersion: 3 })));
      expect(second.version).toBe(4);
      const read = await store.read(district, "meeting:1");
      expect(read).toEqual([...first.events, ...second.events]);
      expect(JSON.stringify(read[0]?.data)).toBe(JSON.stringify(data));
      expect(read.map((event) => event.version)).toEqual([1, 2, 3, 4]);
      expect(read[3]).toEqual({
        districtId: district,
        stream: "meeting:1",
        version: 4,
        type: "note-added",
        typeVersion: 1,
        at: AT,
        actor: "person-1",
        commandId: second.events[0]?.commandId,
        data: {},
      });
      expect(await store.read(district, "meeting:1", { after: 3 })).toEqual(second.events);
      expect(await store.read(district, "meeting:2")).toEqual([]);
    });

    it("does nothing the second time a command comes, whatever it then says", async () => {
      const district = newDistrict();
      const command = request(district, {
        expectedVersion: 0,
        events: [note({ n: 1 }, { personal: { who: "x" } })],
      });
      const first = unwrap(await store.append(command));
      await store.append(request(district));
      const again = await store.append({ ...command, events: [note({ n: 2 }), note()] });
      expect(again).toMatchObject({ ok: true, value: { ...first, repeated: true } });
      expect(await store.read(district, "meeting:1")).toHaveLength(2);
      const elsewhere = unwrap(await store.append({ ...command, stream: "meeting:2" }));
      expect(elsewhere.repeated).toBe(false);
    });

    it("refuses a command decided on an older version, and leaves no trace of it", async () => {
      const district = newDistrict();
      await store.append(request(district));
      for (const expectedVersion of [0, 2]) {
        const refused = await store.append(request(district, { commandId: "late", expectedVersion }));
        expect(refused).toMatchObject({
          ok: false,
          issues: [{ code: "stale-version", data: { version: 1 } }],
        });
      }
      expect(code(await store.append(request(district, { stream: "new", expectedVersion: 1 })))).toBe(
        "stale-version",
      );
      expect(await store.streams(district, "")).toEqual([{ stream: "meeting:1", version: 1 }]);
      const retried = unwrap(
        await store.append(request(district, { commandId: "late", expectedVersion: 1 })),
      );
      expect(retried).toMatchObject({ version: 2, repeated: false });
    });

    it("lets one of many win who expect the same version, and puts the others in line who do not", async () => {
      const district = newDistrict();
      const many = Array.from({ length: 12 });
      const racing = await Promise.all(
        many.map(() => store.append(request(district, { expectedVersion: 0 }))),
      );
      expect(racing.filter((result) => result.ok)).toHaveLength(1);
      expect(racing.filter((result) => code(result) === "stale-version")).toHaveLength(11);
      const queued = await Promise.all(many.map(() => store.append(request(district))));
      const versions = queued.map((result) => unwrap(result).version).sort((a, b) => a - b);
      expect(versions).toEqual(many.map((_, index) => index + 2));
      const same = request(district, { commandId: "same" });
      const twins = await Promise.all(many.map(() => store.append(same)));
      expect(twins.filter((result) => !unwrap(result).repeated)).toHaveLength(1);
      expect(new Set(twins.map((result) => unwrap(result).version))).toEqual(new Set([14]));
    });

    it("keeps an anonymous author's handle and nothing else", async () => {
      const district = newDistrict();
      const events = [note({}, { handle: "h-1" }), note()];
      const [anonymous, named] = unwrap(await store.append(request(district, { events }))).events;
      expect(anonymous).toMatchObject({ handle: "h-1" });
      expect(anonymous).not.toHaveProperty("actor");
      expect(named).toMatchObject({ actor: "person-1" });
      const { actor: _, ...nobody } = request(district);
      expect(await store.append(nobody)).toMatchObject({
        ok: false,
        issues: [{ code: "author-missing", path: ["events", 0] }],
      });
    });

    it("says what is wrong with a request and stores none of it", async () => {
      const district = newDistrict();
      const cycle: Record<string, unknown> = {};
      cycle["self"] = cycle;
      const wrong = {
        "invalid-identifier": [
          { stream: "" },
          { stream: "a\u0000b" },
          { commandId: "two words" },
          { actor: "x".repeat(201) },
          { events: [note({}, { type: "" })] },
        ],
        "invalid-instant": [{ at: "2026-09-01" }, { at: "2026-13-01T08:30:00.000Z" }, { at: "yesterday" }],
        "too-many-events": [{ events: Array.from({ length: 1001 }, () => note()) }],
        "not-json": [{ events: [note(), { ...note(), data: undefined }] }, { events: [note(cycle)] }],
      };
      for (const [expected, requests] of Object.entries(wrong)) {
        for (const more of requests) expect(code(await store.append(request(district, more)))).toBe(expected);
      }
      expect(code(await store.append(request("o'brien")))).toBe("invalid-identifier");
      expect(await store.streams(district, "")).toEqual([]);
      await expect(store.read("o'brien", "meeting:1")).rejects.toThrow("identifier");
    });

    it("takes a thousand events at once, and none", async () => {
      const district = newDistrict();
      const events = Array.from({ length: 1000 }, (_, n) => note({ n }, { personal: { n } }));
      expect(unwrap(await store.append(request(district, { events }))).version).toBe(1000);
      expect(unwrap(await store.append(request(district, { events: [] })))).toEqual({
        version: 1000,
        events: [],
        repeated: false,
      });
      const read = await store.read(district, "meeting:1", { after: 998 });
      expect(read.map((event) => event.personal)).toEqual([{ n: 998 }, { n: 999 }]);
    });

    it("erases the personal part of an event and leaves the fact", async () => {
      const district = newDistrict();
      const events = [note({ n: 1 }, { personal: { text: "private" } }), note({ n: 2 }, { personal: null })];
      await store.append(request(district, { commandId: "c", events }));
      const before = await store.read(district, "meeting:1");
      expect(before.map((event) => event.personal)).toEqual([{ text: "private" }, null]);
      expect(unwrap(await store.erasePersonal(district, "meeting:1", 1))).toBe(true);
      expect(unwrap(await store.erasePersonal(district, "meeting:1", 1))).toBe(false);
      const { personal: _, ...fact } = before[0]!;
      expect(await store.read(district, "meeting:1")).toEqual([fact, before[1]]);
      const again = unwrap(await store.append(request(district, { commandId: "c", events })));
      expect(again.events).toEqual([fact, before[1]]);
      expect(await store.read(district, "meeting:1")).toHaveLength(2);
    });

    it("lists streams by the beginning of their names", async () => {
      const district = newDistrict();
      for (const stream of ["meeting:2", "meeting:10", "meeting:Z", "goal:1", "meeting_3"]) {
        await store.append(request(district, { stream }));
      }
      const names = async (prefix: string) =>
        (await store.streams(district, prefix)).map(({ stream }) => stream);
      expect(await names("meeting:")).toEqual(["meeting:10", "meeting:2", "meeting:Z"]);
      expect(await names("meeting_")).toEqual(["meeting_3"]);
      expect(await names("%")).toEqual([]);
    });

    it("keeps documents with a revision that others cannot overwrite unseen", async () => {
      const district = newDistrict();
      const put = (document: unknown, expectedRevision?: number) =>
        store.putDocument(
          district,
          "team",
          "t1",
          document,
          expectedRevision === undefined ? {} : { expectedRevision },
        );
      expect(await store.getDocument(district, "team", "t1")).toBeUndefined();
      expect(unwrap(await put({ b: 1, a: 2 }, 0)).revision).toBe(1);
      expect(code(await put({}, 0))).toBe("stale-version");
      expect(unwrap(await put({ b: 2, a: 2 }, 1)).revision).toBe(2);
      expect(unwrap(await put({ b: 3, a: 2 })).revision).toBe(3);
      expect(JSON.stringify(await store.getDocument(district, "team", "t1"))).toBe(
        '{"id":"t1","revision":3,"document":{"b":3,"a":2}}',
      );
      await store.putDocument(district, "team", "t0", [1]);
      expect((await store.listDocuments(district, "team")).map(({ id }) => id)).toEqual(["t0", "t1"]);
      expect(await store.listDocuments(district, "room")).toEqual([]);
      expect(unwrap(await store.removeDocument(district, "team", "t1"))).toBe(true);
      expect(unwrap(await store.removeDocument(district, "team", "t1"))).toBe(false);
      expect(code(await store.putDocument(district, "team", "t1", undefined))).toBe("not-json");
    });

    it("hands out what is due once, oldest first, and again when nobody finished it", async () => {
      const [one, two] = [newDistrict(), newDistrict()];
      const at = (minute: number) => `2026-09-01T08:0${minute}:00.000Z`;
      const due = { districtId: one, stream: "meeting:1", name: "phase-end", at: at(9) };
      await store.setDue(due);
      const second = { ...due, districtId: two, at: at(2) };
      const first = { ...due, at: at(1) };
      await store.setDue(second);
      await store.setDue(first);
      await store.setDue({ ...due, stream: "meeting:2", at: at(5) });
      const claim = async (now: string, limit = 100) =>
        unwrap(await store.claimDue({ now, limit, leaseSeconds: 60 }));
      const claims = await Promise.all([claim(at(3), 1), claim(at(3), 1), claim(at(3), 1)]);
      expect(claims.flat().sort((a, b) => a.at.localeCompare(b.at))).toEqual([first, second]);
      expect(unwrap(await store.clearDue(one, "meeting:1", "phase-end"))).toBe(true);
      expect(unwrap(await store.clearDue(one, "meeting:1", "phase-end"))).toBe(false);
      expect(await claim(at(4))).toEqual([second]);
      await store.clearDue(two, "meeting:1", "phase-end");
      await store.clearDue(one, "meeting:2", "phase-end");
    });

    it("chains the audit trail of each district", async () => {
      const [one, two] = [newDistrict(), newDistrict()];
      const entry = {
        at: AT,
        actor: "person-1",
        action: "read-results",
        subject: "team-1",
        purpose: "team-work",
      };
      await Promise.all([1, 2, 3].map((n) => store.appendAudit(one, { ...entry, subject: `team-${n}` })));
      await store.appendAudit(two, entry);
      const rows = await store.readAudit(one);
      expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(rows.map(({ subject }) => subject).sort()).toEqual(["team-1", "team-2", "team-3"]);
      expect(new Set(rows.map(({ hash }) => hash)).size).toBe(3);
      expect(unwrap(await store.verifyAudit(one))).toBe(3);
      expect(await store.readAudit(one, { after: 1, limit: 1 })).toEqual([rows[1]]);
    });

    it("hints at what has changed, and at nothing else", async () => {
      const district = newDistrict();
      const hints: Hint[] = [];
      const stop = store.subscribe((hint) => hints.push(hint));
      const command = request(district, { events: [note({ secret: 1 }), note()] });
      await store.append(command);
      await store.append(command);
      await store.append(request(district, { expectedVersion: 9 }));
      stop();
      await store.append(request(district));
      expect(hints).toEqual([{ districtId: district, stream: "meeting:1", version: 2 }]);
    });
  });
}
