import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import type { Database, Queries } from "./database.js";
import { DurableFolder } from "./durable-folder.js";
import { DISK_FULL, FILLED_UP, Refusal } from "./failure.js";
import { MemoryCopy } from "./memory-copy.js";
import { PARSERS } from "./value-types.js";

/** Major version of PostgreSQL in the pinned engine; folders of another are not opened. */
export const ENGINE_MAJOR = "18";

/** Bytes that stay free, so that the engine can finish and tidy up: two segments of its log and some more. */
const RESERVE = 48 * 1024 * 1024;

/** The engine's own choices, with files synchronised at each commit and a log that stays small. */
const START = [
  ...PGlite.defaultStartParams.filter((word) => word !== "-F"),
  ...["-c", "wal_sync_method=fsync", "-c", "max_wal_size=64MB", "-c", "min_wal_size=32MB"],
];

/** An embedded engine, with what its tests look at. */
export interface EmbeddedDatabase extends Database {
  /** How often the engine asked for data to be on disk. */
  syncs(): number;
}

/** Opens the engine on a folder that holds its files. The caller holds the folder's lock. */
export async function openFolder(folder: string, reserve = RESERVE): Promise<EmbeddedDatabase> {
  let files = new DurableFolder(folder);
  let earlierSyncs = 0;
  const database = await oneAtATime({
    start: async () => {
      earlierSyncs += files.syncs;
      files = new DurableFolder(folder);
      const engine = await start(files);
      files.hasStarted();
      return engine;
    },
    isFull: () => files.free() < reserve,
    hasStopped: () => files.stopped,
  });
  return { ...database, syncs: () => earlierSyncs + files.syncs };
}

/** Opens the engine in memory, with the tables of a template. */
export function openMemory(template: string): Promise<Database> {
  return oneAtATime({
    start: () => start(new MemoryCopy(template)),
    isFull: () => false,
    hasStopped: () => false,
  });
}

function start(files: NonNullable<PGliteOptions["fs"]>): Promise<PGlite> {
  return PGlite.create({ fs: files, startParams: START, parsers: PARSERS });
}

/** The engine has one connection: transactions stand in line. One that has stopped is started again for the next. */
async function oneAtATime(place: {
  start(): Promise<PGlite>;
  isFull(): boolean;
  hasStopped(): boolean;
}): Promise<Database> {
  const startOrRefuse = async () => {
    try {
      return await place.start();
    } catch (error) {
      throw place.hasStopped() ? new Refusal(DISK_FULL) : error;
    }
  };
  let engine: PGlite | undefined = await startOrRefuse();
  let line: Promise<unknown> = Promise.resolve();

  const run = async <T>(preamble: string, work: (queries: Queries) => Promise<T>): Promise<T> => {
    engine ??= await startOrRefuse();
    const running = engine;
    let committing = false;
    try {
      await running.exec(`begin; ${preamble}`);
      const value = await work({
        query: async <Row>(text: string, values: readonly unknown[] = []) =>
          (await running.query<Row>(text, [...values])).rows,
      });
      committing = true;
      await running.exec("commit");
      return value;
    } catch (error) {
      if (place.hasStopped()) {
        engine = undefined;
        throw new Refusal(committing ? FILLED_UP : DISK_FULL);
      }
      await running.exec("rollback");
      throw error;
    }
  };
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => {});
    return turn;
  };
  return {
    kind: "embedded",
    transaction: (mode, preamble, work) =>
      next(() => {
        if (mode === "write" && place.isFull()) throw new Refusal(DISK_FULL);
        return run(preamble, work);
      }),
    close: () => next(async () => engine?.close()),
  };
}
