import type { Availability } from "./availability.js";

/**
 * Every cell at which a stretch of free time begins that all rows share: the heart of finding a slot.
 * Returns `day index × cells of a day + cell`, ascending. `rows` are {@link Availability.row} values and `minutes` is
 * rounded up to whole cells. Reads each row once; a run of n cells takes about log2(n) steps of shift and AND on whole
 * words instead of a test per cell.
 */
export function commonStarts(
  availability: Availability,
  rows: readonly number[],
  minutes: number,
): Int32Array {
  const { grid, busy } = availability;
  const { cells, words } = grid;
  const length = Math.ceil(minutes / grid.step);
  if (length < 1 || length > cells) return new Int32Array(0);
  const total = grid.days.length * words;
  const free = new Uint32Array(total);
  for (const row of rows) {
    const base = row * total;
    for (let word = 0; word < total; word++) free[word]! |= busy[base + word]!;
  }
  for (let word = 0; word < total; word++) free[word] = ~free[word]!;
  // Days follow each other without a gap: a run may look into the next day, but not one that may begin there.
  keepRuns(free, length);
  const mayBegin = Array.from({ length: words }, (_, word) => lowBits(cells - length + 1 - word * 32));
  let count = 0;
  for (let word = 0; word < total; word++) {
    free[word]! &= mayBegin[word % words]!;
    count += bitCount(free[word]!);
  }
  const found = new Int32Array(count);
  let next = 0;
  for (let word = 0; word < total; word++) {
    const first = Math.floor(word / words) * cells + (word % words) * 32;
    for (let bits = free[word]!; bits !== 0; bits &= bits - 1) {
      found[next++] = first + 31 - Math.clz32(bits & -bits);
    }
  }
  return found;
}

/** Leaves only the bits at which a run of so many set bits begins, in place; bits run on from word to word. */
function keepRuns(words: Uint32Array, length: number): void {
  for (let have = 1; have < length; ) {
    const more = Math.min(have, length - have);
    const jump = more >>> 5;
    const shift = more & 31;
    const last = words.length - 1 - jump;
    for (let word = 0; word < last; word++) {
      const low = words[word + jump]!;
      words[word]! &= shift === 0 ? low : (low >>> shift) | (words[word + jump + 1]! << (32 - shift));
    }
    if (last >= 0) words[last]! &= words[last + jump]! >>> shift;
    for (let word = Math.max(0, last + 1); word < words.length; word++) words[word] = 0;
    have += more;
  }
}

/** A word with so many of its low bits set: none below 0, all above 31. */
function lowBits(count: number): number {
  return count <= 0 ? 0 : count >= 32 ? -1 : (1 << count) - 1;
}

/** Number of set bits of a word (Hacker's Delight, figure 5-2). */
function bitCount(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return (((sum + (sum >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
