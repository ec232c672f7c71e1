import { fsyncSync, statfsSync } from "node:fs";
import type { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { type EngineModule, stopOnFailure } from "./engine-module.js";

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

  override async init(engine: PGlite, options: EngineOptions): ReturnType<NodeFS["init"]> {
    const started = await super.init(engine, options);
    const hook = (module: unknown) => {
      (module as EngineModule).NODEFS.stream_ops["fsync"] = ({ nfd }: { nfd: number }) => {
        this.syncs++;
        fsyncSync(nfd);
        return 0;
      };
      stopOnFailure(module as EngineModule, () => {
        this.stopped = true;
      });
    };
    started.emscriptenOpts.preRun = [...(started.emscriptenOpts.preRun ?? []), hook];
    return started;
  }

  /** Bytes that this program may still write. */
  free(): number {
    const { bavail, bsize } = statfsSync(this.rootDir);
    return bavail * bsize;
  }
}
