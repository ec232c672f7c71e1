import { cleanJpeg } from "./jpeg.js";
import { cleanPng } from "./png.js";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A photograph without the place, time and device that cameras write into it, and without previews; before anything is
 * stored. Guarantees to change no picture data and to keep which way up a JPEG is; understands JPEG and PNG and returns
 * `undefined` for what it cannot clean, so that nothing unclean is stored by mistake.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes);
  if (PNG.every((byte, i) => bytes[i] === byte)) return cleanPng(bytes);
  return undefined;
}
