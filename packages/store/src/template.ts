import { createHash, randomUUID } from "node:crypto";
import { constants, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { openFolder } from "./embedded.js";
import { lockFolder } from "./folder-lock.js";
import { migrate } from "./migrate.js";
import { MIGRATIONS } from "./migrations.js";
import { sync, syncFolder } from "./sync-folder.js";

/** Changes with the engine or the tables; each has a template of its own. */
const ENGINE = "pglite-0.5.16";

/** Milliseconds to wait for another process that makes the template; then this one makes its own. */
const PATIENCE = 60_000;

/** Name of the template that belongs to this engine and these tables. */
function templateName(): string {
  const hash = createHash("sha256")
    .update([ENGINE, ...MIGRATIONS].join(";\n"))
    .digest("hex");
  return `store-${hash.slice(0, 16)}`;
}

/**
 * Calls `use` with a folder of engine files that hold the empty tables. Making one takes seconds and most of a
 * gigabyte of memory, so it is kept in the user's cache; where that cannot be written, it is made for this once.
 */
export async function withTemplate<T>(
  cacheFolder: string | undefined,
  use: (template: string) => Promise<T>,
): Promise<T> {
  const cache = writable(cacheFolder ?? userCache());
  if (cache !== undefined) return use(await cached(cache));
  const once = mkdtempSync(join(tmpdir(), "collegium-"));
  try {
    return await use(await cached(once));
  } finally {
    rmSync(once, { recursive: true, force: true });
  }
}

/** The template in the cache. One process makes it while others wait, since it takes so much memory. */
async function cached(cache: string): Promise<string> {
  const template = join(cache, templateName());
  const patience = Date.now() + PATIENCE;
  while (!existsSync(template)) {
    const lock = await lockFolder(`${template}.lock`);
    if (lock.ok) {
      try {
        if (!existsSync(template)) await build(template, `${template}.new`);
      } finally {
        lock.value();
      }
    } else if (Date.now() < patience) {
      await setTimeout(100);
    } else {
      await build(template, `${template}.${randomUUID()}`);
    }
  }
  return template;
}

async function build(template: string, draft: string) {
  rmSync(draft, { recursive: true, force: true });
  try {
    const database = await openFolder(draft);
    await migrate(database);
    await database.close();
    renameSync(draft, template);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have finished its own meanwhile.
    if (!existsSync(template)) throw error;
  }
}

/** Copies a template so that the target either is there whole and on disk or not at all. */
export async function copyTemplate(template: string, target: string): Promise<void> {
  const draft = `${target}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    cpSync(template, draft, { recursive: true, mode: constants.COPYFILE_FICLONE });
    await syncFolder(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  await sync(dirname(target));
}

function userCache(): string {
  const home = homedir();
  if (process.platform === "darwin") return join(home, "Library", "Caches", "collegium");
  if (process.platform === "win32") {
    return join(process.env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "collegium", "cache");
  }
  return join(process.env["XDG_CACHE_HOME"] ?? join(home, ".cache"), "collegium");
}

function writable(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = mkdtempSync(join(folder, "probe-"));
    rmSync(probe, { recursive: true });
    return folder;
  } catch {
    return undefined;
  }
}
