import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type StoredEvent, unwrap } from "@collegium/schema";
import { afterEach, describe, expect, it } from "vitest";
import { openFolder } from "../src/embedded.js";
import { type AppendRequest, openStore, type Store } from "../src/index.js";
import { storeOn } from "../src/open-store.js";
import { copyTemplate, withTemplate } from "../src/template.js";
import { brokenPromises } from "../verify/promises.js";
import { temporaryFolder } from "./places.js";
import { AT, note, request } from "./requests.js";

const MEGABYTE = 1024 * 1024;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A small disk of its own; only an administrator of a Linux computer can make one. */
function smallDisk(megabytes: number) {
  const { folder, end } = temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  ends.push(() => {
    execFileSync("umount", ["-l", folder]);
    end();
  });
  const filler = join(folder, "filler");
  return {
    folder,
    /** Leaves so many bytes free. */
    fill(leave: number) {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leave)));
    },
    clear: () => rmSync(filler, { force: true }),
  };
}

const canMount =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  (() => {
    const { folder, end } = temporaryFolder();
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]).status === 0;
    if (mounted) execFileSync("umount", [folder]);
    end();
    return mounted;
  })();

describe.skipIf(!canMount)("a full disk (needs the right to mount one)", () => {
  it("refuses the first start and leaves nothing behind", async () => {
    const disk = smallDisk(20);
    const refused = await openStore({ directory: join(disk.folder, "data") });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: "disk-full" }] });
    expect(readdirSync(join(disk.folder, "data"))).toEqual([]);
  });

  it("refuses writes before it is quite full, goes on reading, and takes the same command when there is space", async () => {
    const disk = smallDisk(140);
    const store = unwrap(await openStore({ directory: join(disk.folder, "data") }));
    const { events } = unwrap(await store.append(request("d")));
    disk.fill(20 * MEGABYTE);
    const command = request("d", { expectedVersion: 1, events: [note(), note()] });
    const full = {
      ok: false,
      issues: [{ code: "disk-full", message: "The disk is full; nothing was saved." }],
    };
    expect(await store.append(command)).toMatchObject(full);
    expect(await store.putDocument("d", "team", "t1", {})).toMatchObject(full);
    expect(await store.setDue({ districtId: "d", stream: "s", name: "end", at: AT })).toMatchObject(full);
    expect(await store.read("d", "meeting:1")).toEqual(events);
    disk.clear();
    expect(unwrap(await store.append(command))).toMatchObject({ version: 3, repeated: false });
    await store.close();
  });

  it("ends the engine where a write fails all the same, and loses nothing", async () => {
    const disk = smallDisk(140);
    const files = join(disk.folder, "database");
    await withTemplate(undefined, (template) => copyTemplate(template, files));
    const store = storeOn(await openFolder(files, 0));
    const acknowledged = new Map<string, readonly StoredEvent[]>();
    const sent = new Map<string, AppendRequest>();
    const send = async (command: AppendRequest) => {
      sent.set(command.commandId, command);
      const result = await store.append(command);
      if (result.ok) acknowledged.set(command.commandId, result.value.events);
      return result.ok ? "ok" : result.issues[0]?.code;
    };
    await send(request("d"));
    disk.fill(MEGABYTE);
    let last = "ok" as string | undefined;
    while (last === "ok") last = await send(request("d", { events: [bulky(sent.size), note()] }));
    expect(["disk-full", "outcome-unknown"]).toContain(last);
    // A small event may still fit once the engine has recovered.
    expect(["ok", "disk-full"]).toContain(await send(request("d")));
    disk.clear();
    const retry = [...sent.values()].filter(({ commandId }) => !acknowledged.has(commandId));
    for (const command of retry) expect(await send(command)).toBe("ok");
    expect(brokenPromises({ sent, acknowledged }, await allOf(store))).toEqual([]);
    await store.close();
  });
});

/** Text that does not compress. */
function bulky(seed: number) {
  const text = Array.from({ length: 400 }, (_, n) =>
    createHash("sha256").update(`${seed}/${n}`).digest("base64"),
  );
  return note({ text: text.join("") });
}

const allOf = (store: Store) => store.read("d", "meeting:1");
