import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { fail, ok, type Result } from "@collegium/schema";

/** Who holds a folder. The start time tells a process from a later one that got the same number. */
interface Holder {
  readonly pid: number;
  readonly started: string | undefined;
  readonly host: string;
  readonly token: string;
}

/**
 * Takes a data folder for this process. The engine itself would let two processes write to one folder and lose what
 * one of them wrote. A lock left by a process that no longer runs is taken over; otherwise the code is `folder-in-use`.
 * Returns what frees the folder.
 */
export async function lockFolder(file: string): Promise<Result<() => void>> {
  const own: Holder = {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 10; attempt++) {
    if (create(file, own)) {
      // Another process may have judged an older lock dead and be about to remove this one instead: look again.
      if (attempt > 0) await setTimeout(50);
      if (read(file)?.token !== own.token) continue;
      return ok(() => {
        if (read(file)?.token === own.token) rmSync(file, { force: true });
      });
    }
    const holder = read(file) ?? (await setTimeout(50).then(() => read(file)));
    if (holder && isAlive(holder)) return inUse(holder);
    remove(file, holder);
  }
  return inUse(read(file));
}

/** Creates the lock with its text in one step, so that nobody ever reads half of it; false where there is one. */
function create(file: string, holder: Holder): boolean {
  const text = JSON.stringify(holder);
  const draft = `${file}.${holder.token}`;
  try {
    writeFileSync(draft, text, { mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === "EPERM" || code === "ENOTSUP") return createWithoutLinks(file, text);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For file systems that know no links, such as exFAT. */
function createWithoutLinks(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Undefined where there is no lock or an unreadable one. */
function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Removes a dead lock, by way of a name of its own, and puts it back where it turns out to be another's. */
function remove(file: string, dead: Holder | undefined) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    const moved = read(aside);
    if (moved && moved.token !== dead?.token) linkSync(aside, file);
  } catch {
    // Someone else was faster.
  }
  rmSync(aside, { force: true });
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return holder.started === undefined || holder.started === startOf(holder.pid);
}

/** When a process started, in ticks since the machine did; unknown where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function inUse(holder: Holder | undefined) {
  const elsewhere = holder !== undefined && holder.host !== hostname();
  return fail({
    code: "folder-in-use",
    path: [],
    message: elsewhere
      ? "This data folder is open on another computer."
      : "Another program has this data folder open.",
    hint: elsewhere
      ? "Stop it there. If that computer no longer runs, delete the file named lock in the folder."
      : `Stop that program first${holder ? ` (process ${holder.pid})` : ""}, or choose another folder.`,
    data: holder ? { process: holder.pid, host: holder.host } : {},
  });
}
