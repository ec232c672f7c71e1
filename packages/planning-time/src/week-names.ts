import type { Timetable } from "@collegium/scheduling";
import type { PlanLocale } from "./reason-texts.js";

const SPANISH = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const ENGLISH = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** How people call what a timetable holds. */
export interface WeekNames {
  /** Day and place in the day: Monday 3. */
  readonly period: (id: string) => string;
  /** A weekday in the reader's language, or the day as the school writes it. */
  readonly day: (id: string) => string;
  /** What, with whom, taught by whom: Mathematics 7A (Teacher 4). */
  readonly lesson: (id: string) => string;
  /** A teacher, group or room as the school writes it. */
  readonly resource: (id: string) => string;
}

/** Names for people out of a timetable; weekdays in the reader's language, everything else as the school writes it. */
export function weekNames(timetable: Timetable, locale: PlanLocale): WeekNames {
  const days = new Map(timetable.days.map((day) => [day.id, day.name.replace(/_/g, " ")]));
  const periods = new Map<string, string>();
  const places = new Map<string, number>();
  for (const period of timetable.periods) {
    const place = (places.get(period.day) ?? 0) + 1;
    places.set(period.day, place);
    periods.set(period.id, periodName(days.get(period.day) ?? period.day, period.name, place, locale));
  }
  const resources = new Map(timetable.resources.map((resource) => [resource.id, resource]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const resource = (id: string) => resources.get(id)?.name ?? id;
  return {
    period: (id) => periods.get(id) ?? id,
    day: (id) => {
      const first = timetable.periods.find(({ day }) => day === id)?.name ?? "";
      const known = knownDay(days.get(id) ?? id, first);
      return known === undefined ? (days.get(id) ?? id) : weekdays(locale)[known]!;
    },
    resource,
    lesson(id) {
      const lesson = lessons.get(id);
      if (!lesson) return id;
      const named = (kinds: readonly string[]) =>
        lesson.resources.filter((r) => kinds.includes(resources.get(r)?.kind ?? "")).map(resource);
      const groups = named(["group", "student"]).filter((name) => !lesson.name.includes(name));
      const teachers = named(["teacher"]);
      const few = (names: readonly string[]) =>
        names.length > 3 ? `${names.slice(0, 2).join(", ")} +${names.length - 2}` : names.join(", ");
      return [lesson.name, few(groups), teachers.length > 0 ? `(${few(teachers)})` : ""]
        .filter(Boolean)
        .join(" ");
    },
  };
}

/** A weekday with the school's own word for the period, or its place in the day where that word says no more. */
function periodName(day: string, name: string, place: number, locale: PlanLocale): string {
  const words = name.replace(/_/g, " ").trim();
  const named = /^[a-z]+/i.exec(words)?.[0] ?? "";
  const known = knownDay(day, name);
  const spaced = new RegExp(
    `^${day
      .replace(/[^\p{L}\p{N}]+/gu, "")
      .split("")
      .join("\\s*")}\\s*`,
    "iu",
  );
  const rest =
    weekday(named) === known && known !== undefined ? words.slice(named.length) : words.replace(spaced, "");
  const own = rest.trim().replace(/^(?:period|p)\.?\s*(?=\d)/i, "");
  const label = own.length <= 14 && /\d|^[a-z]$/i.test(own) ? own : String(place);
  if (known !== undefined) return `${weekdays(locale)[known]!} ${label}`;
  return `${day}, ${locale === "es" ? "hora" : "period"} ${label}`;
}

const weekdays = (locale: PlanLocale) => (locale === "es" ? SPANISH : ENGLISH);

/** The weekday that a day's name, or else its period's name, says. */
function knownDay(day: string, period: string): number | undefined {
  return weekday(day) ?? weekday(/^[a-z]+/i.exec(period.replace(/_/g, " ").trim())?.[0] ?? "");
}

/** Place in the week of an English day, whole or short; none for other words. */
function weekday(word: string): number | undefined {
  const at = ENGLISH.findIndex(
    (name) => word.length >= 2 && name.toLowerCase().startsWith(word.toLowerCase().slice(0, name.length)),
  );
  return at < 0 ? undefined : at;
}
