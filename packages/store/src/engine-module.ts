import { closeSync } from "node:fs";

/** The parts we touch of the engine compiled to WebAssembly, which are not in its types. */
export interface EngineModule {
  [name: string]: unknown;
  readonly NODEFS: {
    readonly stream_ops: Record<string, Operation>;
    readonly node_ops: Record<string, Operation>;
    realPath(node: FileNode): string;
  };
  readonly FS: {
    readonly streams: readonly ({ readonly nfd?: number } | null | undefined)[];
    mkdirTree(path: string): void;
    writeFile(path: string, data: Uint8Array, options: { canOwn: boolean }): void;
  };
}

/** A file or folder as the engine sees it. */
export interface FileNode {
  readonly parent: FileNode;
}

// biome-ignore lint/suspicious/noExplicitAny: these functions are called by the engine, never by us.
type Operation = (...values: any[]) => unknown;

/** The file operations that change something, and what each changes. */
const CHANGING = {
  stream_ops: {
    write: ({ node }: { node: FileNode }) => [node],
    setattr: ({ node }: { node: FileNode }) => [node],
    fsync: () => [],
  },
  node_ops: {
    setattr: (node: FileNode) => [node],
    mknod: (parent: FileNode) => [parent],
    rename: (old: FileNode, newParent: FileNode) => [old, old.parent, newParent],
    unlink: (parent: FileNode) => [parent],
    rmdir: (parent: FileNode) => [parent],
  },
} satisfies Record<"stream_ops" | "node_ops", Record<string, (...values: never[]) => readonly FileNode[]>>;

/** Thrown out of the engine when it must not go on. */
class EngineStopped extends Error {
  override readonly name = "EngineStopped";
}

/** No space, quota used up, input/output error, read-only: the engine's numbers for them. */
const FATAL = [51, 19, 29, 69];

/**
 * Watches every change of a file. At the first that fails, and when the engine aborts by itself, the engine is ended:
 * what it has not committed is gone, as after a kill; what it has is recovered when the files are opened again.
 */
export function watchChanges(
  module: EngineModule,
  { onChange, onStop }: { onChange: (path: string) => void; onStop: () => void },
): void {
  const stop = () => {
    onStop();
    end(module);
  };
  for (const kind of ["stream_ops", "node_ops"] as const) {
    for (const [name, changed] of Object.entries(CHANGING[kind])) {
      const operation = module.NODEFS[kind][name] as Operation;
      module.NODEFS[kind][name] = (...values) => {
        for (const node of (changed as (...values: unknown[]) => FileNode[])(...values)) {
          onChange(module.NODEFS.realPath(node));
        }
        try {
          const value = operation(...values);
          // A renamed file is known by its new name from here on.
          if (name === "rename") onChange(module.NODEFS.realPath(values[0]));
          return value;
        } catch (error) {
          if (!isFatal(error)) throw error;
          stop();
          throw new EngineStopped();
        }
      };
    }
  }
  module["onAbort"] = stop;
}

function isFatal(error: unknown): boolean {
  const { errno, code } = error as { errno?: number; code?: string };
  return code !== undefined || (errno !== undefined && FATAL.includes(errno));
}

/** The engine's caller swallows exceptions and calls again; so nothing that it calls may work any more. */
function end(module: EngineModule) {
  for (const stream of module.FS.streams) if (stream?.nfd) tryToClose(stream.nfd);
  for (const name of Object.keys(module)) {
    if (!/^(_|stackSave|stackRestore)/.test(name) || typeof module[name] !== "function") continue;
    module[name] = () => {
      throw new EngineStopped();
    };
  }
}

function tryToClose(handle: number) {
  try {
    closeSync(handle);
  } catch {
    // It was closed already.
  }
}
