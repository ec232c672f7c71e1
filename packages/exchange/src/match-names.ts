/** A student as the roster knows them. */
export interface KnownStudent {
  readonly id: string;
  readonly name: string;
  readonly class?: string;
}

/** What a name in a sheet may mean. */
export type NameMatch =
  | { readonly found: KnownStudent }
  | { readonly near: readonly KnownStudent[] }
  | { readonly none: true };

/**
 * Finds students by what a sheet calls them: an id, or a name in either order, without regard to case, accents and
 * punctuation. What is only nearly the same is never taken, but given back to be asked about.
 */
export function nameMatcher(students: readonly KnownStudent[]): (text: string) => NameMatch {
  const ids = new Map(students.map((student) => [student.id.toLowerCase(), student]));
  const names = new Map<string, KnownStudent[]>();
  for (const student of students) {
    const key = wordsOf(student.name).sort().join(" ");
    names.set(key, [...(names.get(key) ?? []), student]);
  }
  return (text) => {
    const byId = ids.get(text.trim().toLowerCase());
    if (byId) return { found: byId };
    const words = wordsOf(text).sort();
    const same = names.get(words.join(" ")) ?? [];
    if (same.length === 1) return { found: same[0]! };
    if (same.length > 1) return { near: same };
    const near = students.filter((student) => isNear(words, wordsOf(student.name).sort()));
    return near.length > 0 ? { near } : { none: true };
  };
}

function wordsOf(name: string): string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** Whether two names agree but for slips of the pen, initials, short forms, or names that one of them leaves out. */
function isNear(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b];
  const rest = a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const exact = a.length - rest.length;
  const [few, many] = rest.length <= left.length ? [rest, left] : [left, rest];
  for (const word of few) {
    const at = many.findIndex((other) => alike(word, other));
    if (at < 0) return false;
    many.splice(at, 1);
  }
  return exact > 0 || few.length > 1;
}

function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) || distance(a, b) <= (short.length > 4 ? 2 : 1);
}

/** Letters to add, drop, change or swap to turn one word into the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
