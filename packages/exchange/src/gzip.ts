import { createGunzip, gzipSync } from "node:zlib";
import { fail, ok, type Result } from "@collegium/schema";

/** Whether bytes begin like a gzip file. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * The content of a gzip file, unpacked no further than `limit` bytes, so that a file made to swell costs no more
 * memory than an honest one.
 *
 * Issue codes: `too-large`, `broken-gzip`.
 */
export async function unzip(bytes: Uint8Array, limit: number): Promise<Result<Uint8Array>> {
  const gunzip = createGunzip();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    gunzip.end(bytes);
    for await (const part of gunzip as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > limit) return fail(tooLarge(limit));
      parts.push(part);
    }
  } catch {
    return fail({
      code: "broken-gzip",
      path: [],
      message: "The gzip file is damaged or was cut off.",
      hint: "Copy or download it again.",
    });
  } finally {
    gunzip.destroy();
  }
  return ok(Buffer.concat(parts, size));
}

/** Bytes as a gzip file; the same bytes always give the same file. */
export function zip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9 });
}

/** The issue of input beyond a limit in bytes. */
export function tooLarge(limit: number) {
  const megabytes = Math.round(limit / 1e6);
  return {
    code: "too-large",
    path: [],
    message: `The file holds more than ${megabytes} MB once unpacked.`,
    hint: "A school's timetable is far smaller; check that it is the right file.",
    data: { limit },
  };
}
