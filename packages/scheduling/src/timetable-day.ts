import type { DayTable, SchoolDay } from "./day-table.js";
import { WEEKDAYS } from "./recurrence-rule.js";
import type { Period, Timetable } from "./timetable.js";

/**
 * Which day of a timetable holds on a date, by what the timetable calls its days: a cycle day and weekday together
 * (`A-MO`), a cycle day (`A`), or a weekday (`MO`, `mon`, `Monday`, `lunes`). A timetable without days, whose one day is `week`, holds
 * on every weekday.
 */
export function timetableDayOf({ days }: Timetable): (day: SchoolDay) => string | undefined {
  const ids = new Set(days.map(({ id }) => id));
  const byWeekday = new Map<string, string>();
  for (const weekday of WEEKDAYS) {
    const called = days.filter((day) => weekdayNamed(day) === weekday);
    if (called.length === 1) byWeekday.set(weekday, called[0]!.id);
  }
  return ({ cycleDay, weekday }) => {
    const both = [weekday, WORDS[weekday][0]!.slice(0, 3)].map((name) => `${cycleDay}-${name}`);
    const found = [...both, cycleDay].find((id) => id !== undefined && ids.has(id));
    return found ?? byWeekday.get(weekday) ?? (ids.has("week") ? "week" : undefined);
  };
}

/**
 * Which bell period a timetable's period is: the one whose id is the period's name, else the only one that has this
 * name itself on some date.
 */
export function bellOf({ days }: DayTable): (period: Period) => string {
  const ids = new Set<string>();
  const byName = new Map<string, Set<string>>();
  for (const { periods } of days) {
    for (const { id, name } of periods) {
      ids.add(id);
      byName.set(name, (byName.get(name) ?? new Set()).add(id));
    }
  }
  return ({ name }) => {
    const named = ids.has(name) ? undefined : byName.get(name);
    return named?.size === 1 ? [...named][0]! : name;
  };
}

/** The weekday that a timetable's day is by its id or name: `MO`, `mon`, `Monday`, `lunes`; two letters at least. */
export function weekdayNamed({ id, name }: { readonly id: string; readonly name: string }) {
  const called = [id, name].map((text) =>
    text
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, ""),
  );
  return WEEKDAYS.find((weekday) =>
    WORDS[weekday].some((word) => called.some((text) => text.length >= 2 && word.startsWith(text))),
  );
}

/** In English and Spanish, without accents. */
const WORDS: Readonly<Record<(typeof WEEKDAYS)[number], readonly string[]>> = {
  MO: ["monday", "lunes"],
  TU: ["tuesday", "martes"],
  WE: ["wednesday", "miercoles"],
  TH: ["thursday", "jueves"],
  FR: ["friday", "viernes"],
  SA: ["saturday", "sabado"],
  SU: ["sunday", "domingo"],
};
