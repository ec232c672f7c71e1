import { exifWithOrientation, orientationOf } from "./exif.js";
import { joined } from "./joined.js";

/** Markers without a length: fill, restart, and the one of a temporary arithmetic code. */
const alone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Colour marker of Adobe; without it some pictures come out in false colours. */
const ADOBE = 0xee;

/**
 * A JPEG without application segments and comments, save JFIF's own head, the colour marker of Adobe, and which way up
 * the picture is. Small previews inside the head, which may show what was covered since, are taken out as well, and so is
 * anything behind the end of the picture. `undefined` where the bytes do not follow the format.
 * Source: ITU-T T.81, annex B; JFIF 1.02; Exif 2.32, tag 0x0112.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  let scanned = false;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (marker === undefined || marker === 0) return undefined;
    if (marker === 0xd9) {
      if (!scanned) return undefined;
      const [head, ...rest] = kept as [Uint8Array, ...Uint8Array[]];
      const upright = orientation === 1 ? [] : [exifWithOrientation(orientation)];
      return joined([head, ...upright, ...rest, Uint8Array.of(0xff, 0xd9)]);
    }
    if (alone(marker)) {
      kept.push(Uint8Array.of(0xff, marker));
      at += 2;
      continue;
    }
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    const end = at + 2 + length;
    if (!(length >= 2) || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1) orientation = orientationOf(segment.subarray(4)) ?? orientation;
    if (marker === 0xe0) kept.push(...jfif(segment));
    else if (!isPersonal(marker)) kept.push(segment);
    at = end;
    if (marker === 0xda) {
      const next = endOfScan(bytes, at);
      if (next < 0) return undefined;
      kept.push(bytes.subarray(at, next));
      at = next;
      scanned = true;
    }
  }
  return undefined;
}

const isPersonal = (marker: number): boolean =>
  marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== ADOBE);

/** JFIF's head without the preview in it; nothing of its extension, which holds previews alone. */
function jfif(segment: Uint8Array): Uint8Array[] {
  const isHead = String.fromCharCode(...segment.subarray(4, 8)) === "JFIF" && segment.length >= 18;
  if (!isHead) return [];
  const head = segment.slice(0, 18);
  head.set([0, 16], 2);
  head.set([0, 0], 16);
  return [head];
}

/** Position of the next marker that is neither a stuffed zero nor a restart; -1 where the bytes end before. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let i = from; i + 1 < bytes.length; i++) {
    const next = bytes[i + 1]!;
    if (bytes[i] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return i;
  }
  return -1;
}
