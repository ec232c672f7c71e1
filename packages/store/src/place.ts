import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Issue } from "@collegium/schema";
import type { Database } from "./database.js";
import { DISK_FULL, isConnectionError, Refusal, sqlState } from "./failure.js";
import { lockFolder } from "./folder-lock.js";
import { migrate } from "./migrate.js";

// The engines are loaded only where they are used: a refused folder is refused at once, and a server needs no engine.

/** A database in a folder: `lock`, and the engine's files in `database`. */
export async function inFolder(directory: string, cacheDirectory?: string): Promise<Database> {
  const folder = resolve(directory);
  const lock = await asIssue(async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return lockFolder(join(folder, "lock"));
  });
  if (!lock.ok) throw new Refusal(lock.issues[0] as Issue);
  const unlock = lock.value;
  try {
    const { copyTemplate, withTemplate } = await import("./template.js");
    const { ENGINE_MAJOR, openFolder } = await import("./embedded.js");
    const files = join(folder, "database");
    if (!existsSync(files)) {
      await asIssue(() => withTemplate(cacheDirectory, (template) => copyTemplate(template, files)));
    }
    const major = await asIssue(async () => readFileSync(join(files, "PG_VERSION"), "utf8").trim());
    if (major !== ENGINE_MAJOR) throw new Refusal(OTHER_ENGINE);
    const database = await asIssue(() => openFolder(files));
    try {
      await migrate(database);
    } catch (error) {
      await database.close();
      throw error;
    }
    return {
      ...database,
      async close() {
        await database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A database that is gone when it is closed. */
export async function inMemory(cacheDirectory?: string): Promise<Database> {
  const { withTemplate } = await import("./template.js");
  const { openMemory } = await import("./embedded.js");
  return withTemplate(cacheDirectory, openMemory);
}

/** A database on a server. */
export async function onServer(url: string): Promise<Database> {
  const { openServer } = await import("./server.js");
  const database = openServer(url);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    if (isConnectionError(error)) throw new Refusal(UNREACHABLE);
    // Wrong password, unknown user, no such database.
    if (/^(28|3D)/.test(sqlState(error) ?? "")) throw new Refusal(REFUSED);
    throw error;
  }
}

/** Errors of the file system, in words for the person who chose the folder. */
async function asIssue<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" || code === "EDQUOT") throw new Refusal(DISK_FULL);
    if (code !== undefined && /^E[A-Z]+$/.test(code)) throw new Refusal(UNUSABLE);
    throw error;
  }
}

const UNUSABLE: Issue = {
  code: "folder-unusable",
  path: [],
  message: "The data folder cannot be read or written.",
  hint: "Choose a folder that you may write to.",
};

const OTHER_ENGINE: Issue = {
  code: "folder-version",
  path: [],
  message: "This data folder was written with another version of the database engine.",
  hint: "Open it with the version of this program that wrote it, export it to a server, and go on from there.",
};

const UNREACHABLE: Issue = {
  code: "server-unreachable",
  path: [],
  message: "The database server does not answer.",
  hint: "Check the address and whether the server runs.",
};

const REFUSED: Issue = {
  code: "server-refused",
  path: [],
  message: "The database server does not let this user into this database.",
  hint: "Check user, password and database name in the address.",
};
