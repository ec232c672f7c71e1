import type { Team, Timetable } from "@collegium/scheduling";
import type { RegisteredTeam } from "../state/team-register.js";

const ENGLISH_DAYS = /^(mon|tue|wed|thu|fri|sat|sun)/i;
const ORDER = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Days as people call them: weekday names in the reader's language, anything else as the school writes it. */
export function dayNames(timetable: Timetable, locale: string): Map<string, string> {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  return new Map(
    timetable.days.map((day) => {
      const known = ENGLISH_DAYS.exec(day.name)?.[1]?.toLowerCase();
      if (!known) return [day.id, day.name.replace(/_/g, " ")];
      const name = weekday.format(new Date(Date.UTC(2024, 0, 1 + ORDER.indexOf(known))));
      return [day.id, name.charAt(0).toUpperCase() + name.slice(1)];
    }),
  );
}

/** A period as people call it: day and its place in the day. */
export function periodName(timetable: Timetable, id: string, days: ReadonlyMap<string, string>): string {
  const period = timetable.periods.find((candidate) => candidate.id === id);
  if (!period) return id;
  const place = timetable.periods.filter(({ day }) => day === period.day).indexOf(period) + 1;
  return `${days.get(period.day) ?? period.day} ${place}`;
}

/** Registered teams as the scheduling functions take them. */
export function asTeams(teams: readonly RegisteredTeam[]): Team[] {
  return teams.map((team) => ({
    id: team.id,
    name: team.name,
    members: team.members,
    blocks: team.blocks,
    source: team.source === "school" ? ("file" as const) : team.source,
  }));
}

/** A lesson as a timetabler says it: what, with whom, taught by whom. */
export function lessonName(timetable: Timetable, id: string): string {
  const lesson = timetable.lessons.find((candidate) => candidate.id === id);
  if (!lesson) return id;
  const kind = (wanted: string) =>
    lesson.resources
      .map((resource) => timetable.resources.find((r) => r.id === resource))
      .filter((resource) => resource?.kind === wanted)
      .map((resource) => resource?.name ?? "");
  const groups = kind("group").filter((name) => !lesson.name.includes(name));
  const teachers = kind("teacher");
  return [
    lesson.name,
    groups.slice(0, 3).join(", "),
    teachers.length > 0 ? `(${teachers.slice(0, 3).join(", ")})` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
