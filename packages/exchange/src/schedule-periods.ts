/** A period as a cell names it: the key that equal periods share, and the text. */
export interface NamedPeriod {
  readonly key: string;
  readonly text: string;
}

/** Periods and the days they meet on, from one cell: `1(A-B) 3(C)`. */
export interface PeriodExpression {
  readonly period: string;
  readonly days: string;
}

const PREFIX = /^(?:period|periodo|per|pd|prd|p|hour|hr|block|blk|stunde|hora|lesson|slot)[\s.:#_-]*(?=\d)/i;
const ORDINAL = /^(\d+)(?:st|nd|rd|th|ª|º)?$/i;
const EXPRESSION = /([A-Za-z0-9][\w./ -]*?)\s*\(([^()]*)\)[\s,;]*/gy;
const LONGEST = 12;

/**
 * Periods that a cell names: `3`, `P3`, `3rd`, `1-2`, `3,4`, `HR`. Ranges count numbers up.
 * `undefined` where the cell names none.
 */
export function parsePeriods(cell: string): readonly NamedPeriod[] | undefined {
  const text = cell.trim();
  if (text === "") return undefined;
  const range = /^(.*?\d)\s*(?:-|–|—|to|thru)\s*(\D*\d+\D*)$/i.exec(text);
  if (range) {
    const [from, to] = [keyOf(range[1]!), keyOf(range[2]!)];
    const [a, b] = [Number(from), Number(to)];
    if (Number.isInteger(a) && Number.isInteger(b) && a < b && b - a < LONGEST) {
      return Array.from({ length: b - a + 1 }, (_, i) => ({ key: String(a + i), text: String(a + i) }));
    }
  }
  const parts = text.split(/\s*[,;&+/]\s*/).filter((part) => part !== "");
  const numbered = parts.length > 1 && parts.every((part) => /^\D{0,8}\d{1,2}\D{0,2}$/.test(part));
  const named = numbered ? parts : [text];
  return named.map((part) => ({ key: keyOf(part), text: part }));
}

function keyOf(text: string): string {
  const plain = text.trim().replace(PREFIX, "");
  const number = ORDINAL.exec(plain)?.[1];
  return number === undefined ? plain.toUpperCase().replace(/\s+/g, " ") : String(Number(number));
}

/** The parts of a combined cell, or `undefined` where the cell is not of this form. */
export function parseExpression(cell: string): readonly PeriodExpression[] | undefined {
  const parts = [...cell.trim().matchAll(EXPRESSION)];
  const length = parts.reduce((sum, part) => sum + part[0].length, 0);
  if (parts.length === 0 || length !== cell.trim().length) return undefined;
  return parts.map((part) => ({ period: part[1]!, days: part[2]! }));
}

/** Periods in the order of the day: by their start where known, else homeroom, numbers, other names as they came. */
export function orderPeriods(
  keys: Iterable<string>,
  starts: ReadonlyMap<string, number> = new Map(),
): string[] {
  const all = [...new Set(keys)];
  const rank = new Map(all.map((key, index) => [key, index]));
  const place = (key: string) => {
    if (/^(HR|HOMEROOM|REG|REGISTRATION|ADVISORY|ADV|AM)$/.test(key)) return -1;
    const number = /^(\d+)([A-Z]?)$/.exec(key);
    return number ? Number(number[1]) + (number[2] ? (number[2].charCodeAt(0) - 64) / 100 : 0) : 1000;
  };
  const timed = all.every((key) => starts.has(key));
  return all.sort((a, b) =>
    timed ? starts.get(a)! - starts.get(b)! : place(a) - place(b) || rank.get(a)! - rank.get(b)!,
  );
}

/** Minutes after midnight of `8:05`, `08:05`, `8:05 AM`, `1.30 pm`, `805`; `undefined` where it is no time. */
export function parseTime(cell: string): number | undefined {
  const match = /^(\d{1,2})[:.h]?(\d{2})(?::\d{2})?\s*([ap])?\.?m?\.?$/i.exec(cell.trim());
  if (!match) return undefined;
  const half = match[3]?.toLowerCase();
  const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === "p" ? 12 : 0);
  const minutes = hour * 60 + Number(match[2]);
  return Number(match[2]) < 60 ? minutes : undefined;
}
