/** An id as a part of a stream's name, and as whoever acts in it: the store takes no spaces or other signs. */
export function streamWord(id: string): string {
  return id.replace(/[^A-Za-z0-9.-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
}

/** The id that a word of the store stands for. */
export function idOfWord(word: string): string {
  return word.replace(/_([0-9a-f]{1,6})_/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
