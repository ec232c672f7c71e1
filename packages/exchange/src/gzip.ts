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
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  // A damaged file fails the reader below; the same failure here would go unheard.
  const written = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close());
  written.catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        await reader.cancel().catch(() => undefined);
        return fail(tooLarge(limit));
      }
      parts.push(part.value);
    }
  } catch {
    return fail({
      code: "broken-gzip",
      path: [],
      message: "The gzip file is damaged or was cut off.",
      hint: "Copy or download it again.",
    });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return ok(whole);
}

/** Bytes as a gzip file; the same bytes always give the same file. Node only: a browser compresses what it is given plain. */
export function zip(bytes: Uint8Array): Uint8Array {
  return process.getBuiltinModule("node:zlib").gzipSync(bytes, { level: 9 });
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
