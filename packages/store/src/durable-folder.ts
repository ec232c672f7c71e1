import { existsSync, fsyncSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { type EngineModule, type FileNode, watchChanges } from "./engine-module.js";
import { syncFolder } from "./sync-folder.js";

type EngineOptions = Parameters<NodeFS["init"]>[1];

/**
 * Engine files in a folder, with what the engine's own `NodeFS` lacks. Without `fsync` a commit reaches the operating
 * system but not the disk, and a power cut loses it; without a stop at a failed write the engine goes round in circles
 * when the disk is full. Rests on private objects of the pinned engine version: tests count the calls and fill a
 * disk, so that an upgrade cannot switch either off unseen.
 */
export class DurableFolder extends NodeFS {
  /** How often the engine asked for data to be on disk. */
  syncs = 0;
  /** Set once a write has failed: this engine is dead, like a killed process, and another must recover its files. */
  stopped = false;

  /** While the engine starts: the paths it has changed. */
  #changed: Set<string> | undefined = new Set();

  override async init(engine: PGlite, options: EngineOptions): ReturnType<NodeFS["init"]> {
    // After a crash the engine waits for each of its thousand files in turn; all at once is many times faster.
    if (existsSync(join(this.rootDir, "postmaster.pid"))) await syncFolder(this.rootDir);
    const started = await super.init(engine, options);
    started.emscriptenOpts.preRun = [
      ...(started.emscriptenOpts.preRun ?? []),
      (module: unknown) => this.#amend(module as EngineModule),
    ];
    return started;
  }

  #amend(module: EngineModule) {
    module.NODEFS.stream_ops["fsync"] = ({ nfd, node }: { nfd: number; node: FileNode }) => {
      if (this.#changed?.has(module.NODEFS.realPath(node)) === false) return 0;
      this.syncs++;
      fsyncSync(nfd);
      return 0;
    };
    watchChanges(module, {
      onChange: (path) => this.#changed?.add(path),
      onStop: () => {
        this.stopped = true;
      },
    });
  }

  /** To be called when the engine has started: from now on every wait for the disk is a real one. */
  hasStarted(): void {
    this.#changed = undefined;
  }

  /** Bytes that this program may still write. */
  free(): number {
    const { bavail, bsize } = statfsSync(this.rootDir);
    return bavail * bsize;
  }
}
