import { statfsSync } from "node:fs";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import type { Database } from "./database.js";
import { DurableFolder, MemoryCopy } from "./embedded-files.js";
import { DISK_FULL, Refusal } from "./failure.js";
import { PARSERS } from "./value-types.js";

/** Major version of PostgreSQL in the pinned engine; folders of another are not opened. */
export const ENGINE_MAJOR = "18";

/** Bytes that stay free, so that the engine can always finish and tidy up: two segments of its log and some more. */
const RESERVE = 48 * 1024 * 1024;

/** The engine's own choices, with files synchronised at each commit and a log that stays small. */
const START = [
  ...PGlite.defaultStartParams.filter((word) => word !== "-F"),
  ...["-c", "wal_sync_method=fsync", "-c", "max_wal_size=64MB", "-c", "min_wal_size=32MB"],
];

/** An embedded engine, with what its tests look at. */
export interface EmbeddedDatabase extends Database {
  /** How often the engine asked for data to be on disk; 0 in memory. */
  syncs(): number;
}

/** Opens the engine on a folder that holds its files. The caller holds the folder's lock. */
export function openFolder(folder: string, reserve = RESERVE): Promise<EmbeddedDatabase> {
  const files = new DurableFolder(folder);
  const isFull = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < reserve;
  };
  return open(files, isFull, () => files.syncs);
}

/** Opens the engine in memory, with the tables of a template. */
export function openMemory(template: string): Promise<EmbeddedDatabase> {
  return open(
    new MemoryCopy(template),
    () => false,
    () => 0,
  );
}

async function open(
  files: NonNullable<PGliteOptions["fs"]>,
  isFull: () => boolean,
  syncs: () => number,
): Promise<EmbeddedDatabase> {
  const engine = await PGlite.create({ fs: files, startParams: START, parsers: PARSERS });
  return {
    kind: "embedded",
    syncs,
    async transaction(mode, preamble, work) {
      if (mode === "write" && isFull()) throw new Refusal(DISK_FULL);
      return engine.transaction(async (transaction) => {
        if (preamble !== "") await transaction.exec(preamble);
        return work({
          query: async <Row>(text: string, values: readonly unknown[] = []) =>
            (await transaction.query<Row>(text, [...values])).rows,
        });
      });
    },
    close: () => engine.close(),
  };
}
