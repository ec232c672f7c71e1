import type { CalendarBook, KeptCalendar } from "./calendar-book.js";
import type { School, SchoolTime } from "./school.js";
import type { Schools } from "./schools.js";

/** Another school of the same district, whose teachers may be asked to a meeting. */
export interface Neighbour {
  readonly school: School & { readonly time: SchoolTime };
  readonly kept: KeptCalendar;
  /** What the district's calendar calls it. */
  readonly name: string;
}

const SIGN = "~";

/** Schools on this machine that keep the same district calendar, each as another of its schools. */
export async function neighboursOf(
  schools: Schools,
  calendars: CalendarBook,
  school: School,
  kept: KeptCalendar,
): Promise<Neighbour[]> {
  if (kept.calendar.schools.length < 2) return [];
  const found: Neighbour[] = [];
  for (const { districtId } of await schools.list()) {
    if (districtId === school.districtId) continue;
    const other = await schools.open(districtId);
    const theirs = await calendars.of(other);
    const { time } = other;
    const same = theirs?.calendar.id === kept.calendar.id && theirs.school !== kept.school;
    if (!theirs || !time || !same) continue;
    const name = theirs.calendar.schools.find(({ id }) => id === theirs.school)?.name ?? other.name;
    found.push({ school: { ...other, time }, kept: theirs, name });
  }
  return found;
}

/** A teacher of another school as a question names one: ids of two timetables may be alike. */
export function guestId(neighbour: Neighbour, teacher: string): string {
  return `${neighbour.school.districtId}${SIGN}${teacher}`;
}

/** Where a person of a school's pages is at home: another school for a guest of one of its teams. */
export function homeOf(school: School, id: string): { readonly districtId: string; readonly person: string } {
  const at = id.indexOf(SIGN);
  const own = at < 0 || school.teachers.some((teacher) => teacher.id === id);
  return own
    ? { districtId: school.districtId, person: id }
    : { districtId: id.slice(0, at), person: id.slice(at + SIGN.length) };
}

/** What a school calls somebody whom another school's team lists as a member. */
export function asCalledAt(school: School, from: string, id: string): string {
  const whole = id.includes(SIGN) ? id : `${from}${SIGN}${id}`;
  const own = `${school.districtId}${SIGN}`;
  return whole.startsWith(own) ? whole.slice(own.length) : whole;
}

/** Names of everybody at these schools, by the ids that questions use. */
export function guestNames(neighbours: readonly Neighbour[]): Map<string, string> {
  return new Map(
    neighbours.flatMap((one) =>
      one.school.teachers.map(({ id, name }) => [guestId(one, id), `${name} (${one.name})`] as const),
    ),
  );
}
