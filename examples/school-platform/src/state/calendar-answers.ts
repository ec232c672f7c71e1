import { type PeriodChange, parseDate, SchoolCalendar, type WEEKDAYS } from "@collegium/scheduling";
import { fail, type Issue, type Result } from "@collegium/schema";
import { type BellRows, shortened } from "./calendar-bells.js";

/** Kinds of day that a guided calendar knows; a school renames and adds more later. */
export const DAY_KINDS = ["regular", "early-release", "late-start", "staff", "holiday"] as const;
export type DayKindWord = (typeof DAY_KINDS)[number];
/** What odd days can be: one of these kinds, or days of exams, which change the bells that the day has anyway. */
export const ODD_KINDS = [...DAY_KINDS, "exam"] as const;
export type OddKind = (typeof ODD_KINDS)[number];
type Weekday = (typeof WEEKDAYS)[number];

/** Rotating cycles that a form offers by name. */
export const CYCLES: Readonly<Record<string, { days: string[]; counts: "school-days" | "school-weeks" }>> = {
  ab: { days: ["A", "B"], counts: "school-days" },
  ...Object.fromEntries(
    [3, 4, 5, 6, 7, 8, 9, 10].map((n) => [String(n), { days: numbers(n), counts: "school-days" }]),
  ),
  "ab-weeks": { days: ["A", "B"], counts: "school-weeks" },
  "odd-weeks": { days: ["odd", "even"], counts: "school-weeks" },
};

/** The days of the cycle that was answered; none where every week is the same. */
export function cycleDaysOf(answers: Pick<CalendarAnswers, "cycle" | "timetableDays">): readonly string[] {
  return answers.cycle === "timetable" ? answers.timetableDays : (CYCLES[answers.cycle]?.days ?? []);
}

/** Everything a school says in the guided form. */
export interface CalendarAnswers {
  readonly name: string;
  readonly zone: string;
  readonly first: string;
  readonly last: string;
  /** Each lasts until the day before the next begins; the first begins with the year. */
  readonly terms: readonly { readonly name: string; readonly first: string }[];
  readonly week: Readonly<Partial<Record<Weekday, DayKindWord>>>;
  readonly odd: readonly OddDays[];
  readonly bells: BellRows;
  /** Other bells on some days of the cycle. */
  readonly cycleBells: readonly CycleBells[];
  /** What is different on days of exams, period by period; the rest stays as the day has it. */
  readonly exam: readonly PeriodChange[];
  /** When an early-release day ends and a late-start day begins; empty where there is none. */
  readonly earlyEnd: string;
  readonly lateStart: string;
  /** What becomes of the periods on such days: all shorter, or those outside left out. */
  readonly shortHow: "squeeze" | "cut";
  /** A key of {@link CYCLES}, `timetable` for the timetable's own days, or `none`. */
  readonly cycle: string;
  /** Days of the timetable, where they are a cycle. */
  readonly timetableDays: readonly string[];
}

/** Bells of a regular day that has one of these cycle days. */
export interface CycleBells {
  readonly days: readonly string[];
  readonly bells: BellRows;
}

/** Dates that depart from the ordinary week. */
export interface OddDays {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly kind: OddKind;
}

/** What the kinds of day are called, and what an answer that cannot be is told. */
export interface AnswerWords {
  readonly kind: (kind: OddKind) => string;
  readonly problem: (problem: "name" | "year" | "bells" | "odd" | "exam" | "cycleBells") => string;
}

/**
 * A school calendar from the answers of the guided form.
 *
 * Issue codes: `no-name`, `no-year`, `no-bells`, `odd-without-date`, `exam-without-change`, `no-cycle-day`; whether the whole makes sense is what `checkCalendar` says.
 */
export function calendarFrom(
  answers: CalendarAnswers,
  school: { readonly id: string; readonly name: string },
  words: AnswerWords,
): Result<SchoolCalendar> {
  const issues: Issue[] = [];
  const problem = (code: string, path: (string | number)[], word: Parameters<AnswerWords["problem"]>[0]) =>
    issues.push({ code, path, message: words.problem(word) });
  if (answers.name === "") problem("no-name", ["name"], "name");
  const [first, last] = [parseDate(answers.first), parseDate(answers.last)];
  if (first === undefined || last === undefined || last <= first) problem("no-year", ["first"], "year");
  if (answers.bells.length === 0) problem("no-bells", ["bells"], "bells");
  answers.odd.forEach(({ first: from, last: to }, index) => {
    if (parseDate(from) === undefined || (to !== "" && parseDate(to) === undefined))
      problem("odd-without-date", ["odd", index], "odd");
  });
  const exams = answers.odd.findIndex(({ kind }) => kind === "exam");
  if (exams >= 0 && answers.exam.length === 0) problem("exam-without-change", ["odd", exams], "exam");
  const cycleDays = cycleDaysOf(answers);
  const cycleBells = answers.cycleBells.map(({ days, bells }) => ({
    days: days.filter((day) => cycleDays.includes(day)),
    bells,
  }));
  cycleBells.forEach(({ days }, index) => {
    if (days.length === 0) problem("no-cycle-day", ["cycleBells", index], "cycleBells");
  });
  if (issues.length > 0) return fail(...(issues as [Issue, ...Issue[]]));

  const used = new Set<DayKindWord>([
    "regular",
    "holiday",
    ...Object.values(answers.week),
    ...answers.odd.flatMap(({ kind }) => (kind === "exam" ? [] : [kind])),
    ...(answers.earlyEnd === "" ? [] : (["early-release"] as const)),
    ...(answers.lateStart === "" ? [] : (["late-start"] as const)),
  ]);
  const { earlyEnd, lateStart, shortHow } = answers;
  const bells = [{ days: undefined, bells: answers.bells }, ...cycleBells].flatMap(
    ({ days, bells: rows }) => {
      const only = days ? { cycleDays: [...days] } : {};
      return [
        { dayKind: "regular", ...only, periods: [...rows] },
        { dayKind: "early-release", ...only, periods: shortened(rows, { to: earlyEnd }, shortHow) },
        { dayKind: "late-start", ...only, periods: shortened(rows, { from: lateStart }, shortHow) },
      ];
    },
  );
  const cycle =
    answers.cycle === "timetable"
      ? { days: [...answers.timetableDays], counts: "school-days" as const }
      : CYCLES[answers.cycle];
  return SchoolCalendar.create({
    id: `calendar-${answers.first}`,
    name: answers.name,
    zone: answers.zone,
    first: answers.first,
    last: answers.last,
    terms: termsOf(answers),
    dayKinds: DAY_KINDS.filter((kind) => used.has(kind)).map((kind) => ({
      id: kind,
      name: words.kind(kind),
      school: kind !== "staff" && kind !== "holiday",
    })),
    week: answers.week,
    ...(cycle && { cycle }),
    exceptions: answers.odd.map(({ name, first: from, last: to, kind }) => ({
      name: name === "" ? words.kind(kind) : name,
      first: from,
      ...(to !== "" && to !== from && { last: to }),
      ...(kind === "exam" ? { periods: [...answers.exam] } : { dayKind: kind }),
    })),
    schools: [{ ...school, bells: bells.filter(({ dayKind }) => used.has(dayKind as DayKindWord)) }],
  });
}

/** Terms in order of their first days; each ends the day before the next begins. */
function termsOf({ terms, first, last }: CalendarAnswers): SchoolCalendar["terms"] {
  const begun = terms
    .filter(({ name }) => name !== "")
    .map((term, index) => ({ ...term, first: index === 0 || term.first === "" ? first : term.first }))
    .sort((a, b) => a.first.localeCompare(b.first));
  return begun.map((term, index) => ({
    id: `term-${index + 1}`,
    name: term.name,
    first: term.first,
    last: begun[index + 1] ? dayBefore(begun[index + 1]?.first ?? last) : last,
  }));
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function numbers(n: number): string[] {
  return Array.from({ length: n }, (_, index) => String(index + 1));
}
