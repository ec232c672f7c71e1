import { closeSync, fsyncSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryFS, PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type EngineOptions = Parameters<NodeFS["init"]>[1];

/** The parts we touch of the engine compiled to WebAssembly, which are not in its types. */
interface EngineModule {
  readonly NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
  readonly FS: {
    mkdirTree(path: string): void;
    writeFile(path: string, data: Uint8Array, options: { canOwn: boolean }): void;
  };
}

/**
 * Engine files in a folder, with the call the engine's own `NodeFS` lacks: without it a commit reaches the operating
 * system but not the disk, and a power cut loses it. Rests on a private object of the pinned engine version; a test
 * counts the calls, so that an upgrade cannot switch durability off unseen.
 */
export class DurableFolder extends NodeFS {
  /** How often the engine asked for data to be on disk. */
  syncs = 0;

  override async init(engine: PGlite, options: EngineOptions): ReturnType<NodeFS["init"]> {
    const started = await super.init(engine, options);
    const hook = (module: unknown) => {
      (module as EngineModule).NODEFS.stream_ops.fsync = ({ nfd }) => {
        this.syncs++;
        fsyncSync(nfd);
        return 0;
      };
    };
    started.emscriptenOpts.preRun = [...(started.emscriptenOpts.preRun ?? []), hook];
    return started;
  }
}

/** Engine files in memory, filled from a template folder before the engine looks at them. */
export class MemoryCopy extends MemoryFS {
  readonly #template: string;

  constructor(template: string) {
    super();
    this.#template = template;
  }

  override async initialSyncFs() {
    const { FS } = (this.pg as PGlite).Module as unknown as EngineModule;
    FS.mkdirTree(PGlite.paths.PGDATA);
    for (const entry of readdirSync(this.#template, { recursive: true, withFileTypes: true })) {
      const inside = join(entry.parentPath, entry.name).slice(this.#template.length);
      const path = `${PGlite.paths.PGDATA}${inside.replaceAll("\\", "/")}`;
      if (entry.isDirectory()) FS.mkdirTree(path);
      else FS.writeFile(path, readFileSync(join(entry.parentPath, entry.name)), { canOwn: true });
    }
  }
}

/** Waits until a folder with all it contains is on disk. */
export function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    sync(join(entry.parentPath, entry.name));
  }
  sync(folder);
}

/** Windows cannot sync a folder; there the file system's journal has to do. */
function sync(path: string) {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error;
  } finally {
    closeSync(handle);
  }
}
