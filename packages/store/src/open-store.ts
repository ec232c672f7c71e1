import type { Result } from "@collegium/schema";
import { auditTrail } from "./audit.js";
import type { Database } from "./database.js";
import { documents } from "./documents.js";
import { dueTimes } from "./due-times.js";
import { eventStreams } from "./events.js";
import { exportTo } from "./export.js";
import { settle } from "./failure.js";
import { inFolder, inMemory, onServer } from "./place.js";
import type { Hint, Store } from "./store.js";

/** Where the data are: a folder on this computer, a PostgreSQL server, or in memory only. */
export type StoreOptions =
  | {
      /** Created where it is missing. One process at a time. */
      readonly directory: string;
      /** Where the prepared empty database is kept; by default the user's cache folder. */
      readonly cacheDirectory?: string;
    }
  | {
      /** `postgres://user:password@host/database`, version 15 or later. */
      readonly url: string;
    }
  | {
      /** Gone when closed. For tests and for trying things out. */
      readonly memory: true;
      readonly cacheDirectory?: string;
    };

/**
 * Opens what a school's platform keeps, and makes it where it is missing.
 *
 * What an append has returned is on disk: it survives a killed process. Codes: `folder-in-use` within a second,
 * `folder-unusable`, `folder-version`, `store-newer`, `server-unreachable`, `server-refused`, `server-permission`, `disk-full`.
 *
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const store = unwrap(await openStore({ memory: true }));
 * await store.append({
 *   districtId: "d1", stream: "meeting:1", expectedVersion: 0, commandId: "c1", actor: "p1",
 *   at: "2026-09-01T08:30:00.000Z", events: [{ type: "meeting-started", typeVersion: 1, data: {} }],
 * });
 * (await store.read("d1", "meeting:1")).length; // => 1
 * await store.close();
 * ```
 */
export function openStore(options: StoreOptions): Promise<Result<Store>> {
  return settle(async () => {
    if ("url" in options) return storeOn(await onServer(options.url));
    if ("memory" in options) return storeOn(await inMemory(options.cacheDirectory));
    return storeOn(await inFolder(options.directory, options.cacheDirectory));
  });
}

/** The store on an opened database. */
export function storeOn(database: Database): Store {
  const listeners = new Set<(hint: Hint) => void>();
  // Apart from the append, which has succeeded whatever a listener makes of it.
  const announce = (hint: Hint) => {
    for (const listener of listeners) queueMicrotask(() => listener(hint));
  };
  return {
    ...eventStreams(database, announce),
    ...documents(database),
    ...dueTimes(database),
    ...auditTrail(database),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exportTo: (url) => exportTo(database, url),
    close: () => database.close(),
  };
}
