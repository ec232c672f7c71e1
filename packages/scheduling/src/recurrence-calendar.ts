import { dayNumber } from "./civil-date.js";
import type { CalendarMonth, CalendarYear, CalendarYears } from "./recurrence-year.js";

/** CLDR's names of the Hebrew months, in the numbering of RFC 7529 where 5L is Adar I. */
const HEBREW = "Tishri Heshvan Kislev Tevet Shevat Adar Nisan Iyar Sivan Tamuz Av Elul".split(" ");

const KNOWN = new Set([
  "hebrew",
  "chinese",
  "dangi",
  "ethiopic",
  "coptic",
  "persian",
  "indian",
  "islamic-civil",
  "islamic-tbla",
  "islamic-umalqura",
]);
/** Other names of the above. */
const ALIASES: Record<string, string> = {
  ethioaa: "ethiopic",
  "ethiopic-amete-alem": "ethiopic",
  islamicc: "islamic-civil",
};
const found = new Map<string, CalendarYears>();

/** A date of another calendar: its year, month and day of the month. */
interface Reading {
  readonly year: number;
  readonly month: number;
  readonly leap: boolean;
  readonly day: number;
}

/** Years of a calendar that the runtime's formatter knows, read month by month and remembered; none for others. */
export function findCalendarYears(name: string): CalendarYears | undefined {
  const wanted = ALIASES[name] ?? name;
  if (!KNOWN.has(wanted)) return undefined;
  const kept = found.get(wanted);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat(`en-u-ca-${wanted}-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    month: wanted === "hebrew" ? "long" : "numeric",
    day: "numeric",
  });
  if (format.resolvedOptions().calendar !== wanted) return undefined;
  const years = yearsFrom(wanted, (day) => read(format, day));
  found.set(wanted, years);
  return years;
}

function read(format: Intl.DateTimeFormat, day: number): Reading {
  const parts: Partial<Record<string, string>> = {};
  for (const { type, value } of format.formatToParts(day * 86_400_000)) parts[type] = value;
  const month = parts["month"] ?? "";
  return {
    year: Number(parts["relatedYear"] ?? parts["year"]),
    day: Number(parts["day"]),
    ...(/^\d/.test(month)
      ? { month: Number.parseInt(month, 10), leap: month.endsWith("bis") }
      : hebrewMonth(month)),
  };
}

function hebrewMonth(name: string): { month: number; leap: boolean } {
  if (name === "Adar I") return { month: 5, leap: true };
  return { month: HEBREW.indexOf(name === "Adar II" ? "Adar" : name) + 1, leap: false };
}

/** What one question to the formatter costs, in units of effort. */
const READ = 27;

function yearsFrom(name: string, ask: (day: number) => Reading): CalendarYears {
  const tables = new Map<number, CalendarYear>();
  let cost = 0;
  const reading = (day: number) => {
    cost += READ;
    return ask(day);
  };
  const anchor = dayNumber(2000, 6, 15);
  const anchorYear = reading(anchor).year;
  const meanYear = name.startsWith("islamic") ? 354.367 : 365.2425;

  const year = (wanted: number): CalendarYear => {
    const kept = tables.get(wanted);
    if (kept) return kept;
    const before = tables.get(wanted - 1);
    const first = before ? before.first + before.length : firstDay(wanted);
    const made = yearOn(wanted, first, reading);
    tables.set(wanted, made);
    return made;
  };
  /** From some day of the wanted year back to its first, month by month. */
  const firstDay = (wanted: number): number => {
    let day = Math.round(anchor + (wanted - anchorYear) * meanYear);
    let at = reading(day);
    for (; at.year !== wanted; at = reading(day)) day += at.year < wanted ? 25 : -25;
    for (;;) {
      const first = day - at.day + 1;
      day = first - 1;
      at = reading(day);
      if (at.year !== wanted) return first;
    }
  };
  let last: CalendarYear | undefined;
  const yearOf = (day: number): number => {
    if (!last || day < last.first || day >= last.first + last.length) last = year(reading(day).year);
    return last.year;
  };
  const takeCost = () => {
    const taken = cost;
    cost = 0;
    return taken;
  };
  return { name, year, yearOf, takeCost };
}

/** The year that begins on a day: one look into each next month tells the length of the one before. */
function yearOn(year: number, first: number, reading: (day: number) => Reading): CalendarYear {
  const months: CalendarMonth[] = [];
  let at = reading(first);
  for (let start = first; at.year === year; ) {
    // Months have 29 to 32 days; only a thirteenth month may have 5 or 6.
    const ahead = start + (at.month === 13 ? 7 : 32);
    const next = reading(ahead);
    const end = ahead - next.day + 1;
    months.push({ month: at.month, leap: at.leap, first: start, length: end - start });
    start = end;
    at = next;
  }
  const last = months[months.length - 1]!;
  return { year, first, length: last.first + last.length - first, months };
}
