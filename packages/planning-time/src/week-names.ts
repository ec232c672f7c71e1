import type { Timetable } from "@collegium/scheduling";
import type { PlanLocale } from "./reason-texts.js";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const SPANISH = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const ENGLISH = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** How people call what a timetable holds. */
export interface WeekNames {
  /** Day and place in the day: Monday 3. */
  readonly period: (id: string) => string;
  /** What, with whom, taught by whom: Mathematics 7A (Teacher 4). */
  readonly lesson: (id: string) => string;
  readonly resource: (id: string) => string;
}

/** Names for people out of a timetable; weekdays in the reader's language, everything else as the school writes it. */
export function weekNames(timetable: Timetable, locale: PlanLocale): WeekNames {
  const days = new Map(timetable.days.map((day) => [day.id, dayName(day.name, locale)]));
  const periods = new Map<string, string>();
  const places = new Map<string, number>();
  for (const period of timetable.periods) {
    const place = (places.get(period.day) ?? 0) + 1;
    places.set(period.day, place);
    periods.set(period.id, `${days.get(period.day) ?? period.day} ${place}`);
  }
  const resources = new Map(timetable.resources.map((resource) => [resource.id, resource]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const resource = (id: string) => resources.get(id)?.name ?? id;
  return {
    period: (id) => periods.get(id) ?? id,
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

function dayName(name: string, locale: PlanLocale): string {
  const known = WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase());
  if (known < 0) return name.replace(/_/g, " ");
  return (locale === "es" ? SPANISH : ENGLISH)[known]!;
}
