import { fail, ok, type Result } from "@collegium/schema";

/** How a file writes its characters. The names are those of the WHATWG Encoding standard. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-2" | "iso-8859-15";

/** A text and the encoding it came in; a byte order mark stays in the text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const SINGLE_BYTE: Record<string, Encoding> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "windows-1252",
  "windows-1252": "windows-1252",
  "iso-8859-2": "iso-8859-2",
  "iso-8859-15": "iso-8859-15",
};

/**
 * Text out of bytes, by byte order mark, by the encoding that the caller read in the file, else as UTF-8.
 * With `guess`, bytes that are no UTF-8 are read as Windows-1252, the usual encoding of spreadsheet exports.
 *
 * Issue code: `wrong-encoding`.
 */
export function decode(
  bytes: Uint8Array,
  options: { declared?: string; guess?: boolean } = {},
): Result<Decoded> {
  const [a, b] = bytes;
  const declared = options.declared?.toLowerCase();
  let encoding: Encoding | undefined = "utf-8";
  if (a === 0xff && b === 0xfe) encoding = "utf-16le";
  else if (a === 0xfe && b === 0xff) encoding = "utf-16be";
  else if (declared !== undefined && declared !== "utf-8" && declared !== "utf8")
    encoding = SINGLE_BYTE[declared];
  const text = encoding && tryDecode(bytes, encoding);
  if (encoding && text !== undefined) return ok({ text, encoding });
  if (options.guess && encoding === "utf-8") {
    return ok({ text: tryDecode(bytes, "windows-1252") ?? "", encoding: "windows-1252" });
  }
  return fail({
    code: "wrong-encoding",
    path: [],
    message: `The file is not written in ${options.declared ?? "UTF-8"}, as it says it is.`,
    hint: "Save it again as UTF-8.",
  });
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Bytes out of text; the opposite of {@link decode}.
 *
 * Issue code: `not-in-encoding` for a character that the encoding lacks.
 */
export function encode(text: string, encoding: Encoding): Result<Uint8Array> {
  if (encoding === "utf-8") return ok(new TextEncoder().encode(text));
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === "utf-16le");
    return ok(bytes);
  }
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const byteOf = new Map([...table].map((character, byte) => [character, byte]));
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf.get(text[i]!);
    if (byte === undefined) {
      return fail({
        code: "not-in-encoding",
        path: [],
        message: `A character cannot be written in ${encoding}, the encoding of the file.`,
        hint: "Save the file as UTF-8 and read it again.",
      });
    }
    bytes[i] = byte;
  }
  return ok(bytes);
}
