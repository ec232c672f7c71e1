import { joined } from "./joined.js";

/** Kinds of chunk that a picture needs; all others may tell of place, time, device or person. */
const KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs"]);

/**
 * A PNG with the chunks that draw it and no others; what lies behind its end is dropped. `undefined` where the bytes do
 * not follow the format. Source: ISO/IEC 15948, clause 5.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at === 8 && type !== "IHDR") return undefined;
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return joined(kept);
    at = end;
  }
  return undefined;
}
