/** A way in which a file names its days. */
export interface DaySystem {
  readonly id: "weekdays" | "letters" | "numbers" | "masks";
  /** Days named by a cell, in order, each with the text that named it; `undefined` where a word is unknown. */
  readonly parse: (cell: string) => readonly NamedDay[] | undefined;
  readonly name: (day: string) => string;
}

/** A day and how the file wrote it; without a text where it stood inside a range. */
export interface NamedDay {
  readonly day: string;
  readonly text?: string;
}

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** The day that a Tuesday's initial means the second time: MTWTF in English, LMMJV in Spanish. */
const THURSDAY = 3;
const WEDNESDAY = 2;
/** Single letters of the English week; in the Spanish one an M is a Tuesday. */
const ENGLISH = ["m", "t", "w", "rh", "f", "s", "u"];
const SPANISH = ["l", "m", "xw", "j", "v", "s", "d"];
const WORDS = [
  /^(mo|mon|monday|lu|lun|lunes|montag)$/,
  /^(tu|tue|tues|tuesday|ma|mar|martes|di|dienstag)$/,
  /^(we|wed|weds|wednesday|mi|mie|mier|miercoles|mittwoch)$/,
  /^(th|thu|thur|thurs|thursday|ju|jue|jueves|do|donnerstag)$/,
  /^(fr|fri|friday|vi|vie|viernes|freitag)$/,
  /^(sa|sat|saturday|sab|sabado|samstag)$/,
  /^(su|sun|sunday|dom|domingo|sonntag)$/,
];
const PIECE = /mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|th|tu|su|sa|[mtwrhfsu]/gy;
const DAILY = /^(daily|every ?day|all(?: days)?|each day|todos los dias|diario|taglich)$/;
const NUMBERED = 20;

const weekdays = weekdaySystem(ENGLISH, THURSDAY, (word) => {
  const found = word.match(PIECE);
  return found && found.join("").length === word.length ? found : undefined;
});
const spanish = weekdaySystem(SPANISH, WEDNESDAY, (word) =>
  /^[lmxjvsd]+$/.test(word) ? [...word] : undefined,
);

function weekdaySystem(
  initials: readonly string[],
  again: number,
  split: (word: string) => readonly string[] | undefined,
): DaySystem {
  const index = (word: string) =>
    word.length === 1
      ? initials.findIndex((set) => set.includes(word))
      : WORDS.findIndex((w) => w.test(word));
  return {
    id: "weekdays",
    name: (day) => NAMES[WEEK.indexOf(day)] ?? day,
    parse: (cell) => parseList(cell, WEEK, index, split, WEEK.slice(0, 5), new Map([[1, again]])),
  };
}

const letters: DaySystem = {
  id: "letters",
  name: (day) => `${day} day`,
  parse: (cell) => {
    const alphabet = [..."ABCDEFGHIJ"];
    const index = (word: string) => (/^[a-j]$/.test(word) ? word.charCodeAt(0) - 97 : -1);
    return parseList(cell, alphabet, index, (word) => (/^[a-j]+$/.test(word) ? [...word] : undefined));
  },
};

const numbers: DaySystem = {
  id: "numbers",
  name: (day) => `Day ${day}`,
  parse: (cell) => {
    const all = Array.from({ length: NUMBERED }, (_, i) => String(i + 1));
    const index = (word: string) => (/^d?\d{1,2}$/.test(word) ? Number(word.replace("d", "")) - 1 : -1);
    const split = (word: string) => (/^[1-9]{2,}$/.test(word) && ascending(word) ? [...word] : undefined);
    return parseList(cell, all, index, split);
  },
};

const masks: DaySystem = {
  id: "masks",
  name: (day) => weekdays.name(day),
  parse: (cell) =>
    /^[01]{4,7}$/.test(cell) && cell.includes("1")
      ? [...cell].flatMap((bit, index) => (bit === "1" ? [{ day: WEEK[index]! }] : []))
      : undefined,
};

/** The system that understands the most of these cells; weekdays where two do equally well. */
export function chooseDaySystem(cells: readonly string[]): DaySystem {
  const filled = cells.filter((cell) => cell !== "");
  const score = (system: DaySystem) => filled.filter((cell) => system.parse(cell) !== undefined).length;
  const systems = filled.every((cell) => /^[01]{4,7}$/.test(cell))
    ? [masks]
    : [weekdays, spanish, letters, numbers];
  return systems.reduce((best, system) => (score(system) > score(best) ? system : best));
}

/** The days of a week in which these occur: Monday to Friday at least, or from the first letter or number on. */
export function daysOfWeek(system: DaySystem, seen: Iterable<string>): string[] {
  const days = new Set(seen);
  if (system.id === "weekdays" || system.id === "masks") {
    return WEEK.filter((day, index) => index < 5 || days.has(day));
  }
  const all =
    system.id === "letters"
      ? [..."ABCDEFGHIJ"]
      : Array.from({ length: NUMBERED }, (_, index) => String(index + 1));
  const last = Math.max(...[...days].map((day) => all.indexOf(day)));
  return all.slice(0, last + 1);
}

/**
 * Days in the words of the file: as its other cells write them where they do, else as the plainest list that reads
 * back the same.
 * @param examples - Other cells of the same column.
 */
export function formatDays(system: DaySystem, days: readonly string[], examples: readonly string[]): string {
  if (system.id === "masks") {
    const width = examples.find((cell) => /^[01]+$/.test(cell))?.length ?? 5;
    return WEEK.slice(0, width)
      .map((day) => (days.includes(day) ? "1" : "0"))
      .join("");
  }
  const same = examples.find((cell) => sameDays(system.parse(cell), days));
  if (same !== undefined) return same;
  const words = new Map<string, string>();
  for (const cell of examples) {
    for (const { day, text } of system.parse(cell) ?? [])
      if (text !== undefined && !words.has(day)) words.set(day, text);
  }
  const longest = Math.max(1, ...[...words.values()].map((word) => word.length));
  const plain = (day: string) => (system.id === "weekdays" ? plainWeekday(day, longest) : day);
  const list = days.map((day) => words.get(day) ?? plain(day));
  const separators = examples.flatMap(
    (cell) => /[A-Za-z0-9](\s*[,;/&+]\s*|\s+)(?=[A-Za-z0-9])/.exec(cell)?.[1] ?? [],
  );
  const compact = examples.some(
    (cell) => (system.parse(cell)?.length ?? 0) > 1 && /^[A-Za-z0-9]+$/.test(cell),
  );
  const ranged = examples.some((cell) => /\w\s?-\s?\w/.test(cell)) && days.length > 2;
  const range = ranged ? [`${list[0]}-${list.at(-1)}`] : [];
  const separated = [...(compact ? [""] : []), ...separators.slice(0, 1), "", ",", ", "].map((s) =>
    list.join(s),
  );
  const fits = [...range, ...separated].find((text) => sameDays(system.parse(text), days));
  return fits ?? days.map((day) => (system.id === "weekdays" ? plainWeekday(day, 3) : day)).join(",");
}

function plainWeekday(day: string, length: number): string {
  const name = weekdays.name(day);
  if (length > 3) return name;
  if (length === 3) return name.slice(0, 3);
  return day === "thu" ? (length === 1 ? "R" : "Th") : name.slice(0, 1);
}

function sameDays(parsed: readonly NamedDay[] | undefined, days: readonly string[]): boolean {
  return (
    parsed !== undefined && parsed.length === days.length && parsed.every(({ day }) => days.includes(day))
  );
}

function parseList(
  cell: string,
  all: readonly string[],
  index: (word: string) => number,
  split: (word: string) => readonly string[] | undefined,
  everyDay: readonly string[] = [],
  again: ReadonlyMap<number, number> = new Map(),
): readonly NamedDay[] | undefined {
  const plain = cell.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  if (DAILY.test(plain)) return everyDay.length > 0 ? everyDay.map((day) => ({ day })) : undefined;
  const words = cell
    .normalize("NFC")
    .replace(/\b(days?|cycle|tag|dia)\b\s*/gi, " ")
    .replace(/\s*(?:[-–—]|\bto\b|\bthru\b|\bthrough\b)\s*/gi, "-")
    .split(/[\s,;/&+.]+|\by\b|\band\b/i)
    .filter((word) => word !== "");
  const found = new Map<string, string | undefined>();
  const add = (at: number, text?: string) => {
    const day = all[at]!;
    if (!found.has(day) || found.get(day) === undefined) found.set(day, text);
  };
  const indexOf = (word: string) => index(word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
  for (const word of words) {
    const [from, to, ...more] = word.split("-");
    if (from === undefined || more.length > 0) return undefined;
    if (to !== undefined) {
      const [a, b] = [indexOf(from), indexOf(to)];
      if (a < 0 || b < a || b >= all.length) return undefined;
      for (let at = a; at <= b; at++) add(at);
    } else {
      const at = indexOf(word);
      const parts = at >= 0 && at < all.length ? [word] : split(word.toLowerCase());
      if (parts === undefined) return undefined;
      let offset = 0;
      for (const part of parts) {
        const partAt = indexOf(part);
        if (partAt < 0 || partAt >= all.length) return undefined;
        const other = again.get(partAt);
        if (!found.has(all[partAt]!)) add(partAt, word.slice(offset, offset + part.length));
        else if (other !== undefined && part.length === 1) add(other);
        else if (parts.length > 1) return undefined;
        offset += part.length;
      }
    }
  }
  if (found.size === 0) return undefined;
  return [...found].map(([day, text]) => (text === undefined ? { day } : { day, text })).sort(inOrder(all));
}

function inOrder(all: readonly string[]) {
  return (a: NamedDay, b: NamedDay) => all.indexOf(a.day) - all.indexOf(b.day);
}

function ascending(digits: string): boolean {
  return [...digits].every((digit, index) => index === 0 || digits[index - 1]! < digit);
}
