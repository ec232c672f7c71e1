import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Waits until a folder with all it contains is on disk. */
export function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    sync(join(entry.parentPath, entry.name));
  }
  sync(folder);
}

/** Waits until a file, or the names in a folder, are on disk. */
export function sync(path: string): void {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    // Windows opens no folders; there the file system's journal has to do.
    if (process.platform === "win32") return;
    throw error;
  }
  try {
    fsyncSync(handle);
  } catch (error) {
    if (process.platform !== "win32") throw error;
  } finally {
    closeSync(handle);
  }
}
