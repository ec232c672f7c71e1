import { closeSync } from "node:fs";

/** The parts we touch of the engine compiled to WebAssembly, which are not in its types. */
export interface EngineModule {
  [name: string]: unknown;
  readonly NODEFS: Readonly<Record<"stream_ops" | "node_ops", Record<string, Operation>>>;
  readonly FS: {
    readonly streams: readonly ({ readonly nfd?: number } | null | undefined)[];
    mkdirTree(path: string): void;
    writeFile(path: string, data: Uint8Array, options: { canOwn: boolean }): void;
  };
}

// biome-ignore lint/suspicious/noExplicitAny: these functions are called by the engine, never by us.
type Operation = (...values: any[]) => unknown;

/** Thrown out of the engine when it must not go on. */
class EngineStopped extends Error {
  override readonly name = "EngineStopped";
}

/** No space, quota used up, input/output error, read-only: the engine's numbers for them. */
const FATAL = [51, 19, 29, 69];

/** File operations whose failure leaves the engine in a state from which only recovery leads on. */
const WRITING = {
  stream_ops: ["write", "fsync", "setattr"],
  node_ops: ["mknod", "setattr", "rename"],
} as const;

/**
 * Ends the engine at the first write that fails, and when it aborts by itself. What it has not committed is gone, as
 * after a kill; what it has is recovered when the files are opened again.
 */
export function stopOnFailure(module: EngineModule, onStop: () => void): void {
  const stop = () => {
    onStop();
    for (const { nfd } of module.FS.streams.filter((stream) => stream != null)) if (nfd) tryToClose(nfd);
    // The engine's caller swallows exceptions and calls again; so nothing that it calls may work any more.
    for (const name of Object.keys(module)) {
      if (!/^(_|stackSave|stackRestore)/.test(name) || typeof module[name] !== "function") continue;
      module[name] = () => {
        throw new EngineStopped();
      };
    }
  };
  for (const kind of ["stream_ops", "node_ops"] as const) {
    for (const name of WRITING[kind]) {
      const operation = module.NODEFS[kind][name] as Operation;
      module.NODEFS[kind][name] = (...values) => {
        try {
          return operation(...values);
        } catch (error) {
          const { errno, code } = error as { errno?: number; code?: string };
          if (code === undefined && !FATAL.includes(errno ?? 0)) throw error;
          stop();
          throw new EngineStopped();
        }
      };
    }
  }
  module["onAbort"] = stop;
}

function tryToClose(handle: number) {
  try {
    closeSync(handle);
  } catch {
    // It was closed already.
  }
}
