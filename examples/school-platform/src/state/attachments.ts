import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { AttachmentStore } from "@collegium/meeting-cycle";

/** An attachment store that can also give up one piece at once, and say what kind its bytes are. */
export interface Attachments extends AttachmentStore {
  /** Media type of the bytes; `undefined` where they are gone. */
  readonly typeOf: (hash: string) => Promise<string | undefined>;
  /** Deletes one piece now, whatever its day. */
  readonly remove: (hash: string) => Promise<void>;
}

interface Label {
  readonly type: string;
  readonly deleteOn: string;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Attachments of one school as files in a folder: the bytes under their SHA-256, beside them their kind and the day on which
 * they are deleted. What has been put is on disk; what has been deleted is gone from it.
 */
export function fileAttachments(folder: string): Attachments {
  const bytesOf = (hash: string) => join(folder, hash);
  const labelOf = (hash: string) => join(folder, `${hash}.json`);
  const label = async (hash: string): Promise<Label | undefined> => {
    if (!HASH.test(hash)) return undefined;
    const text = await readFile(labelOf(hash), "utf8").catch(() => undefined);
    return text === undefined ? undefined : (JSON.parse(text) as Label);
  };
  const remove = async (hash: string) => {
    if (!HASH.test(hash)) return;
    await rm(bytesOf(hash), { force: true });
    await rm(labelOf(hash), { force: true });
  };
  return {
    async put(bytes, { type, deleteOn }) {
      const hash = createHash("sha256").update(bytes).digest("hex");
      const known = (await label(hash))?.deleteOn ?? deleteOn;
      await mkdir(folder, { recursive: true });
      // The label first: bytes without a day of deletion must never lie there.
      const later = known > deleteOn ? known : deleteOn;
      await write(folder, labelOf(hash), new TextEncoder().encode(JSON.stringify({ type, deleteOn: later })));
      await write(folder, bytesOf(hash), bytes);
      return hash;
    },
    async get(hash) {
      if (!HASH.test(hash)) return undefined;
      return readFile(bytesOf(hash)).catch(() => undefined);
    },
    typeOf: async (hash) => (await label(hash))?.type,
    remove,
    async deleteDue(on) {
      const names = await readdir(folder).catch(() => []);
      const deleted: string[] = [];
      for (const name of names.filter((one) => one.endsWith(".json"))) {
        const hash = name.slice(0, -".json".length);
        const known = await label(hash);
        if (known && known.deleteOn > on) continue;
        await remove(hash);
        deleted.push(hash);
      }
      return deleted;
    },
  };
}

/** Writes a file so that it is there whole or not at all. */
async function write(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(folder, `.${randomUUID()}`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
