import { dayNumber, isoDate, type Timetable, WEEKDAYS, weekdayOf } from "@collegium/scheduling";
import type { CalendarAnswers, DayKindWord, OddDays } from "./calendar-answers.js";
import { type BellNames, type BellRows, bellsOfTimetable, evenBells } from "./calendar-bells.js";

/** Names that a proposal needs, in the reader's language. */
export interface ProposalWords extends BellNames {
  readonly year: (from: number, to: number) => string;
  readonly term: (n: number) => string;
  readonly holiday: (name: HolidayName) => string;
}

/** Days that most American public schools are closed. */
export type HolidayName =
  | "labor"
  | "veterans"
  | "thanksgiving"
  | "winter"
  | "king"
  | "presidents"
  | "spring"
  | "memorial"
  | "staffFall"
  | "staffSpring";

const NAMED = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Answers that most schools can take as they are: the year that goes on, two terms, usual holidays, the timetable's bells. */
export function proposeAnswers(
  today: string,
  zone: string,
  timetable: Timetable | undefined,
  words: ProposalWords,
): CalendarAnswers {
  const [now, month] = today.split("-").map(Number) as [number, number];
  const year = month >= 5 ? now : now - 1;
  const first = isoDate(nth(year, 8, 0, 4));
  const last = isoDate(nth(year + 1, 6, 4, 2));
  const days = timetable?.days.map(({ name }) => name.replace(/_/g, " ")) ?? [];
  const named = days.some((name) => weekdayNamed(name) >= 0);
  const rotating = days.length > 0 && !named && days.length !== 5;
  const most = Math.max(0, ...(timetable?.days ?? []).map((day) => periodsOf(timetable, day.id).length));
  const even = { first: "08:30", periods: most || 7, minutes: 45, between: 5, lunchMinutes: 30 };
  const usual = evenBells({ ...even, lunchAfter: Math.ceil(even.periods / 2) }, words);
  const bells = bellsOfTimetable(timetable, words) ?? usual;
  const week = weekOf(timetable, most);
  return {
    name: words.year(year, year + 1),
    // A server that runs on UTC says nothing of where the school is.
    zone: zone === "UTC" ? "America/New_York" : zone,
    first,
    last,
    terms: [
      { name: words.term(1), first },
      { name: words.term(2), first: isoDate(nth(year + 1, 1, 0, 4)) },
    ],
    week: week.kinds,
    odd: usualOddDays(year, words),
    bells,
    cycleBells: [],
    exam: [],
    earlyEnd: week.shortest === undefined ? "" : (teaching(bells)[week.shortest - 1]?.end ?? ""),
    lateStart: "",
    shortHow: week.shortest === undefined ? "squeeze" : "cut",
    cycle: rotating ? "timetable" : days.some((name) => /^(odd|even)\b/i.test(name)) ? "odd-weeks" : "none",
    timetableDays: rotating ? days : [],
  };
}

/** The weekdays of a timetable: those it names, and those with fewer periods as days that end early. */
function weekOf(timetable: Timetable | undefined, most: number) {
  const kinds: Partial<Record<(typeof WEEKDAYS)[number], DayKindWord>> = {};
  let shortest: number | undefined;
  for (const day of timetable?.days ?? []) {
    const weekday = WEEKDAYS[weekdayNamed(day.name)];
    const periods = periodsOf(timetable, day.id).length;
    if (!weekday || periods === 0) continue;
    kinds[weekday] = periods < most ? "early-release" : "regular";
    if (periods < most) shortest = Math.min(shortest ?? periods, periods);
  }
  if (Object.keys(kinds).length > 0) return { kinds, shortest };
  return {
    kinds: Object.fromEntries(WEEKDAYS.slice(0, 5).map((weekday) => [weekday, "regular" as const])),
    shortest,
  };
}

function weekdayNamed(name: string): number {
  const word = name.toLowerCase();
  // Two letters are a weekday only by themselves: Mo, and not Modul.
  return NAMED.findIndex((day) => word.startsWith(day) || word === day.slice(0, 2));
}

function periodsOf(timetable: Timetable | undefined, day: string) {
  return timetable?.periods.filter((period) => period.day === day) ?? [];
}

function teaching(bells: BellRows): BellRows {
  return bells.filter(({ kind }) => kind === undefined || kind === "teaching");
}

/** Federal holidays that fall on school days, the usual breaks, and two days for the staff. */
function usualOddDays(year: number, { holiday }: ProposalWords): OddDays[] {
  const spring = year + 1;
  const closed = (
    name: HolidayName,
    first: number,
    last = first,
    kind: OddDays["kind"] = "holiday",
  ): OddDays => ({
    name: holiday(name),
    first: isoDate(first),
    last: isoDate(last),
    kind,
  });
  const thanksgiving = nth(year, 11, 3, 4);
  const christmas = dayNumber(year, 12, 25);
  const winter = christmas - weekdayOf(christmas);
  const break_ = nth(spring, 3, 0, 4);
  return [
    closed("labor", nth(year, 9, 0, 1)),
    closed("staffFall", nth(year, 10, 0, 2), undefined, "staff"),
    closed("veterans", dayNumber(year, 11, 11)),
    closed("thanksgiving", thanksgiving, thanksgiving + 1),
    closed("winter", winter, winter + 11),
    closed("king", nth(spring, 1, 0, 3)),
    closed("presidents", nth(spring, 2, 0, 3)),
    closed("spring", break_, break_ + 4),
    closed("staffSpring", nth(spring, 4, 4, 3), undefined, "staff"),
    closed("memorial", lastMonday(spring, 5)),
  ];
}

/** The n-th such weekday (0 is Monday) of a month, as a day number. */
function nth(year: number, month: number, weekday: number, n: number): number {
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
}

function lastMonday(year: number, month: number): number {
  const last = dayNumber(year, month + 1, 1) - 1;
  return last - weekdayOf(last);
}
