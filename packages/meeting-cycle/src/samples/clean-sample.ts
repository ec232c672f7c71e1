import { fail, ok, type Result } from "@collegium/schema";
import { withoutMetadata } from "./metadata.js";
import { cleanPdf } from "./pdf.js";
import type { Sample } from "./sample.js";

/** Bytes that may be stored, and what they are. */
export interface CleanedSample {
  readonly bytes: Uint8Array;
  readonly type: "image/jpeg" | "image/png" | "application/pdf" | "text/plain";
}

/** Most bytes of a sample, so that one drop cannot fill a school's disk. */
export const SAMPLE_BYTES = 20_000_000;

/**
 * A piece of student work as it may be stored: without place, time, device and author in the file; for the server, before
 * `AttachmentStore.put`. The name strip is covered before, on the screen: no program can see what a name is.
 * Guarantees that what it returns is of the stated kind and clean, and that what it cannot clean is refused.
 *
 * Issue codes: `sample-empty`, `sample-too-large`, `sample-kind` (the bytes are something else), `sample-not-cleanable`.
 */
export function cleanSample(kind: Sample["kind"], bytes: Uint8Array): Result<CleanedSample> {
  if (bytes.length === 0) return refused("sample-empty", "The file is empty.", "Take the picture again.");
  if (bytes.length > SAMPLE_BYTES)
    return refused(
      "sample-too-large",
      "The file is larger than 20 MB.",
      "Take the picture with fewer pixels.",
    );
  if (kind === "text") return plainText(bytes);
  const isPdf = startsWith(bytes, "%PDF-");
  const isImage = (bytes[0] === 0xff && bytes[1] === 0xd8) || startsWith(bytes, "\u0089PNG");
  if (kind === "pdf" ? !isPdf : !isImage && !(kind === "scan" && isPdf)) {
    const wanted = kind === "pdf" ? "A PDF is expected here." : "A JPEG or PNG picture is expected here.";
    return refused("sample-kind", wanted, "Save it as JPEG, PNG or PDF, and add it again.");
  }
  const cleaned = isPdf ? cleanPdf(bytes) : withoutMetadata(bytes);
  if (!cleaned) {
    const hint = isPdf ? "Print it to a new PDF, or photograph the page." : "Take the picture again.";
    return refused(
      "sample-not-cleanable",
      "Place, time and names in this file cannot be taken out safely.",
      hint,
    );
  }
  const type = isPdf ? "application/pdf" : bytes[0] === 0xff ? "image/jpeg" : "image/png";
  return ok({ bytes: cleaned, type });
}

const refused = (code: string, message: string, hint: string) => fail({ code, path: [], message, hint });

const startsWith = (bytes: Uint8Array, word: string): boolean =>
  [...word].every((c, i) => bytes[i] === c.charCodeAt(0));

function plainText(bytes: Uint8Array): Result<CleanedSample> {
  if (isText(bytes)) return ok({ bytes, type: "text/plain" });
  return refused("sample-kind", "This is not plain text.", "Save it as plain text, and add it again.");
}

/** Whether bytes are UTF-8 without control bytes that no text has. */
function isText(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const more =
      byte < 0x80 ? 0 : byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1;
    if (more < 0 || byte === 0) return false;
    for (let k = 0; k < more; k++) if ((bytes[++i]! & 0xc0) !== 0x80) return false;
  }
  return true;
}
