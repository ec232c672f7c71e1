import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sentence, unwrap } from "@collegium/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asOwner } from "../src/database.js";
import { openFolder } from "../src/embedded.js";
import { lockFolder } from "../src/folder-lock.js";
import { openStore } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { copyTemplate, withTemplate } from "../src/template.js";
import { buildProgram } from "../verify/kill-run.js";
import { temporaryFolder } from "./places.js";
import { note, request } from "./requests.js";

let opener: string;
const ends: (() => void)[] = [];
const newFolder = () => {
  const { folder, end } = temporaryFolder();
  ends.push(end);
  return folder;
};
beforeAll(async () => {
  opener = await buildProgram("opener");
  ends.push(() => rmSync(opener, { force: true }));
});
afterAll(() => {
  for (const end of ends) end();
});

/** Starts another program on a folder and gives what it says of it. */
async function openElsewhere(folder: string) {
  const child = spawn(process.execPath, ["--liftoff-only", opener, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await new Promise<string[]>((resolve) => lines.once("line", (text) => resolve([text])));
  return { child, ...(JSON.parse(line ?? "{}") as { code: string; took: number }) };
}

describe("a data folder", () => {
  it("is refused to a second program, taken over from a killed one, and keeps its data", async () => {
    const folder = newFolder();
    const first = await openElsewhere(folder);
    expect(first.code).toBe("open");
    const refused = await openStore({ directory: folder });
    expect(refused).toMatchObject({
      ok: false,
      issues: [{ code: "folder-in-use", data: { process: first.child.pid } }],
    });
    if (!refused.ok)
      expect(sentence(refused.issues[0]!)).toMatch(/^Another program has this data folder open\. Stop/);
    first.child.kill("SIGKILL");
    await new Promise((resolve) => first.child.once("exit", resolve));

    const store = unwrap(await openStore({ directory: folder }));
    const { events } = unwrap(await store.append(request("d")));
    const second = await openElsewhere(folder);
    expect(second.code).toBe("folder-in-use");
    expect(await openStore({ directory: folder })).toMatchObject({
      ok: false,
      issues: [{ code: "folder-in-use" }],
    });
    await store.close();
    expect(readdirSync(folder)).toEqual(["database"]);

    const again = unwrap(await openStore({ directory: folder }));
    expect(await again.read("d", "meeting:1")).toEqual(events);
    await again.close();
  }, 60_000);

  it("goes to one of many programs that find the lock of a dead one", async () => {
    const file = join(newFolder(), "lock");
    const dead = {
      pid: 2 ** 22 + 7,
      started: "1",
      host: (await import("node:os")).hostname(),
      token: "dead",
    };
    for (let round = 0; round < 5; round++) {
      writeFileSync(file, JSON.stringify({ ...dead, token: `dead-${round}` }));
      const results = await Promise.all(Array.from({ length: 8 }, () => lockFolder(file)));
      const won = results.filter((result) => result.ok);
      expect(won).toHaveLength(1);
      for (const result of won) unwrap(result)();
      expect(existsSync(file)).toBe(false);
    }
  });

  it("is taken over from a process number that now belongs to another program", async () => {
    const file = join(newFolder(), "lock");
    const unlock = unwrap(await lockFolder(file));
    const lock = JSON.parse(readFileSync(file, "utf8"));
    unlock();
    writeFileSync(file, JSON.stringify({ ...lock, started: "1", token: "earlier" }));
    expect((await lockFolder(file)).ok).toBe(process.platform === "linux");
  });

  it("stays with another computer, which cannot be asked whether it runs", async () => {
    const file = join(newFolder(), "lock");
    writeFileSync(file, JSON.stringify({ pid: 1, host: "elsewhere", token: "x" }));
    const refused = await lockFolder(file);
    expect(refused).toMatchObject({ ok: false, issues: [{ code: "folder-in-use" }] });
  });

  it("is taken over from a lock that nobody finished writing", async () => {
    const file = join(newFolder(), "lock");
    writeFileSync(file, '{"pid":');
    expect((await lockFolder(file)).ok).toBe(true);
  });

  it("is refused in words where it cannot be used", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "file"), "");
    const notAFolder = await openStore({ directory: join(folder, "file") });
    expect(notAFolder).toMatchObject({ ok: false, issues: [{ code: "folder-unusable" }] });
    const other = join(folder, "other");
    mkdirSync(join(other, "database"), { recursive: true });
    const noEngine = await openStore({ directory: other });
    expect(noEngine).toMatchObject({ ok: false, issues: [{ code: "folder-unusable" }] });
    writeFileSync(join(other, "database", "PG_VERSION"), "17\n");
    const otherEngine = await openStore({ directory: other });
    expect(otherEngine).toMatchObject({ ok: false, issues: [{ code: "folder-version" }] });
    expect(existsSync(join(other, "lock"))).toBe(false);
  });
});

describe("the engine on a folder", () => {
  it("waits for the disk once per commit, not at all for a read, and refuses tables of a newer program", async () => {
    const folder = newFolder();
    const files = join(folder, "database");
    await withTemplate(undefined, (template) => copyTemplate(template, files));
    const database = await openFolder(files);
    const store = storeOn(database);
    await store.append(request("d"));
    const before = database.syncs();
    for (let n = 0; n < 50; n++) unwrap(await store.append(request("d", { events: [note({ n })] })));
    const perCommit = (database.syncs() - before) / 50;
    expect(perCommit).toBeGreaterThanOrEqual(1);
    expect(perCommit).toBeLessThan(1.2);
    const read = database.syncs();
    await store.read("d", "meeting:1");
    expect(database.syncs()).toBe(read);

    await asOwner(database, ({ query }) => query("insert into collegium.migration values (10000)"));
    await store.close();
    expect(await openStore({ directory: folder })).toMatchObject({
      ok: false,
      issues: [{ code: "store-newer" }],
    });
    expect(readdirSync(folder)).toEqual(["database"]);
  });
});
