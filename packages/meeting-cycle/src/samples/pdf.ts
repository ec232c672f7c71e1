/** What a document tells of itself; each is blanked where it stands, so that nothing moves. */
const TOLD =
  /\/(Title|Author|Subject|Keywords|Creator|Producer|CreationDate|ModDate|Company|Manager|SourceModified|LastModified)\s*(?=[(<][^<]|\(\))/g;

/** What may carry a name, a place or an earlier state past the cleaning. */
const UNSAFE = /\/(Encrypt|EmbeddedFile|JavaScript|Launch|RichMedia)\b/;

/**
 * A PDF whose title, author, program, dates and XMP packet are blanked, and the Exif of photographs inside it; every byte
 * stays at its place. `undefined` where that cannot be sure: encrypted or changed afterwards, with files inside, or with
 * its own data compressed. Printing such a file to a new PDF helps.
 * Source: ISO 32000-1, 7.3.4 strings, 7.5.6 incremental updates, 14.3 metadata.
 */
export function cleanPdf(bytes: Uint8Array): Uint8Array | undefined {
  const text = latin(bytes);
  if (!text.startsWith("%PDF-") || !text.includes("%%EOF") || UNSAFE.test(text)) return undefined;
  const states = text.split("startxref").length - 1;
  // A linearized file has two tables of one state; any other second table is a later change of an earlier page.
  if (states > (/\/Linearized\b/.test(text) ? 2 : 1)) return undefined;
  const result = bytes.slice();
  if (!blankInfo(text, result)) return undefined;
  if (!blankPackets(text, result)) return undefined;
  for (const { index, 0: key } of text.matchAll(TOLD)) blankString(text, index + key.length, result);
  blankExif(bytes, result);
  return result;
}

/** One character a byte, so that positions in the text are positions in the file. */
function latin(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Blanks every string of the document's own information, whatever a program calls it; false where it is out of reach. */
function blankInfo(text: string, result: Uint8Array): boolean {
  const info = /\/Info\s+(\d+)\s+(\d+)\s+R/.exec(text);
  if (!info) return true;
  const start = new RegExp(`(?<![0-9])${info[1]}\\s+${info[2]}\\s+obj\\b`).exec(text)?.index;
  const end = start === undefined ? -1 : text.indexOf("endobj", start);
  if (start === undefined || end < 0) return false;
  for (let i = start; i < end; i++) {
    const isHex = text[i] === "<" && text[i + 1] !== "<" && text[i - 1] !== "<";
    if (text[i] === "(" || isHex) i = blankString(text, i, result);
  }
  return true;
}

/** Blanks every metadata stream; false where one is compressed. */
function blankPackets(text: string, result: Uint8Array): boolean {
  for (const { index } of text.matchAll(/\/Type\s*\/Metadata\b/g)) {
    const start = text.indexOf("stream", index);
    const end = text.indexOf("endstream", start);
    if (start < 0 || end < 0) return false;
    const head = text.slice(text.lastIndexOf(" obj", index), start);
    if (/\/Filter\b/.test(head)) return false;
    result.fill(0x20, text[start + 6] === "\r" ? start + 8 : start + 7, end - 1);
  }
  return true;
}

/** Blanks a string in parentheses, with those nested or escaped in it, or in angle brackets; returns where it ends. */
function blankString(text: string, from: number, result: Uint8Array): number {
  if (text[from] === "<") {
    const end = text.indexOf(">", from);
    result.fill(0x30, from + 1, Math.max(from + 1, end));
    return Math.max(from, end);
  }
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === "(") depth++;
    if (c === ")") depth--;
    if (depth === 0) return i;
    if (i > from) result[i] = 0x20;
    if (c === "\\") result[++i] = 0x20;
  }
  return text.length;
}

/** Zeroes the Exif of photographs that lie in the file as they are. */
function blankExif(bytes: Uint8Array, result: Uint8Array): void {
  for (let i = 0; i + 10 < bytes.length; i++) {
    const isExif =
      bytes[i] === 0xff && bytes[i + 1] === 0xe1 && bytes[i + 4] === 0x45 && bytes[i + 5] === 0x78;
    if (isExif) result.fill(0, i + 4, i + 2 + ((bytes[i + 2]! << 8) | bytes[i + 3]!));
  }
}
