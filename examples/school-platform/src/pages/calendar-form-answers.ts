import { type PeriodChange, WEEKDAYS } from "@collegium/scheduling";
import {
  type CalendarAnswers,
  DAY_KINDS,
  type DayKindWord,
  ODD_KINDS,
  type OddKind,
} from "../state/calendar-answers.js";
import type { EvenBells } from "../state/calendar-bells.js";
import { bellRowsFrom } from "./calendar-bell-table.js";

/** The guided form's answers as they were posted. */
export function answersFrom(
  body: Readonly<Record<string, unknown>>,
  timetableDays: readonly string[],
): CalendarAnswers {
  const text = (name: string) =>
    String([body[name] ?? ""].flat()[0] ?? "")
      .trim()
      .slice(0, 120);
  const list = (name: string) => [body[name] ?? []].flat().map((value) => String(value).trim().slice(0, 120));
  const [firsts, lasts, kinds] = [list("odd-first"), list("odd-last"), list("odd-kind")];
  const termFirsts = list("term-first");
  const week = WEEKDAYS.map((weekday) => [weekday, text(`week-${weekday}`)] as const);
  return {
    name: text("name"),
    zone: text("zone"),
    first: text("first"),
    last: text("last"),
    terms: list("term-name").map((name, index) => ({ name, first: termFirsts[index] ?? "" })),
    week: Object.fromEntries(week.filter(([, kind]) => isKind(kind))),
    odd: list("odd-name")
      .map((name, index) => ({
        name,
        first: firsts[index] ?? "",
        last: lasts[index] ?? "",
        kind: ODD_KINDS.includes(kinds[index] as OddKind) ? (kinds[index] as OddKind) : ("holiday" as const),
      }))
      .filter(({ name, first }) => name !== "" || first !== ""),
    bells: bellRowsFrom(body, "bell"),
    cycleBells: Array.from({ length: Math.min(20, Number(text("cycle-bells")) || 0) }, (_, index) => ({
      days: list(`c${index}-days`),
      bells: bellRowsFrom(body, `c${index}`),
    })),
    exam: examFrom(list),
    earlyEnd: text("earlyEnd"),
    lateStart: text("lateStart"),
    shortHow: text("shortHow") === "cut" ? "cut" : "squeeze",
    cycle: text("cycle"),
    timetableDays,
  };
}

/** What the table of exams changes; a row that nobody touched changes nothing. */
function examFrom(list: (name: string) => string[]): PeriodChange[] {
  const [starts, ends, out] = [list("exam-start"), list("exam-end"), new Set(list("exam-out"))];
  return list("exam-period").flatMap((period, index): PeriodChange[] => {
    if (out.has(period)) return [{ period, cancelled: true }];
    const [start, end] = [starts[index] ?? "", ends[index] ?? ""];
    if (start === "" && end === "") return [];
    return [{ period, ...(start !== "" && { start }), ...(end !== "" && { end }) }];
  });
}

/** How the bells are to be filled in evenly, within sensible limits. */
export function evenFrom(body: Readonly<Record<string, unknown>>): EvenBells {
  const number = (name: string, most: number) =>
    Math.min(most, Math.max(0, Math.round(Number(body[`even-${name}`]) || 0)));
  return {
    first: String(body["even-first"] ?? "08:30"),
    periods: number("periods", 20),
    minutes: Math.max(5, number("minutes", 120)),
    between: number("between", 60),
    lunchAfter: number("lunchAfter", 20),
    lunchMinutes: Math.max(5, number("lunchMinutes", 120)),
  };
}

function isKind(word: string): word is DayKindWord {
  return (DAY_KINDS as readonly string[]).includes(word);
}
