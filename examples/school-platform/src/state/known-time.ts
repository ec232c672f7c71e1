import type { Viewer } from "@collegium/access";
import { findZone, type Meeting, type TimeOnDate, wallTime } from "@collegium/scheduling";
import type { CalendarBook, KeptCalendar } from "./calendar-book.js";
import { grantFor, inDistrict, may, mayAskFor } from "./looking.js";
import { asCalledAt, guestId, type Neighbour, neighboursOf } from "./neighbours.js";
import { busyOnDates, type OwnCalendars } from "./own-calendars.js";
import type { School } from "./school.js";
import { tableOf } from "./school-days.js";
import type { Schools } from "./schools.js";
import type { AtTeam } from "./team-door.js";
import type { TeamRegister } from "./team-register.js";
import type { TeamTimes } from "./team-times.js";

/** When another team meets. */
export type KnownMeeting = Pick<Meeting, "series" | "date" | "start" | "end" | "status">;

/** Another team's meetings, its members named as our school names them. */
export interface KnownMeetings {
  readonly members: readonly string[];
  readonly meetings: readonly KnownMeeting[];
  /** Whether it is a team of another school. */
  readonly elsewhere?: boolean;
}

/** What is known of people's time beside the lessons of our school, as far as one person may know it. */
export interface KnownTime {
  /** Standing meetings of other teams, which keep their members. */
  readonly meetings?: readonly KnownMeetings[];
  /** Other schools of the district, whose teachers may be asked. */
  readonly neighbours?: readonly Neighbour[];
  /** When people are busy by their own calendars, in our school's wall time. */
  readonly own?: ReadonlyMap<string, readonly TimeOnDate[]>;
}

/** When a person is busy with other teams or by the own calendar; nothing of what, where or with whom. */
export function busyOf(id: string, { meetings = [], own }: KnownTime): TimeOnDate[] {
  return [
    ...meetings
      .filter(({ members }) => members.includes(id))
      .flatMap((one) => one.meetings)
      .filter(({ status }) => status !== "cancelled")
      .map(({ date, start, end }) => ({ date, start, end })),
    ...(own?.get(id) ?? []),
  ];
}

/** Who asks, at which school, for which team. */
export interface Asker {
  readonly school: School;
  readonly viewer: Viewer;
  readonly team: string;
}

/** What the gathering reads. */
export interface KnownTimesParts {
  readonly schools: Schools;
  readonly calendars: CalendarBook;
  readonly times: TeamTimes;
  readonly register: TeamRegister;
  readonly owns: OwnCalendars;
  readonly today: () => string;
}

/** Gathers what is known of people's time; nothing is read that the policy does not let the asker know. */
export class KnownTimes {
  readonly #parts: KnownTimesParts;

  constructor(parts: KnownTimesParts) {
    this.#parts = parts;
  }

  /** Of these people; without a calendar there are no dates, and nothing to know. */
  async of(asker: Asker, people: readonly string[], kept: KeptCalendar | undefined): Promise<KnownTime> {
    if (!kept) return {};
    const neighbours = await this.neighbours(asker, kept);
    const [meetings, own] = [
      await this.#meetings(asker, kept, neighbours),
      await this.#own(asker, people, kept, neighbours),
    ];
    return { neighbours, meetings, own };
  }

  /** Of a team's members, for whoever stands in its room. */
  async ofMembers({ frame: { school }, viewer, team }: AtTeam): Promise<KnownTime> {
    const kept = await this.#parts.calendars.of(school);
    return this.of({ school, viewer, team: team.id }, team.members, kept);
  }

  /** Other schools of the district that the policy lets this person ask. */
  async neighbours(
    { school, viewer }: Pick<Asker, "school" | "viewer">,
    kept: KeptCalendar,
  ): Promise<Neighbour[]> {
    const { schools, calendars, today } = this.#parts;
    const district = kept.calendar.id;
    const asks = inDistrict(viewer, district);
    const all = await neighboursOf(schools, calendars, school, kept);
    return all.filter(({ school: { districtId } }) =>
      may(
        grantFor(asks, { kind: "time", id: districtId, school: districtId, district }, today()),
        "read-busy",
      ),
    );
  }

  /** When people are busy by their own calendars, as far as the policy lets this person know. */
  async #own(
    { school, viewer }: Asker,
    people: readonly string[],
    kept: KeptCalendar,
    neighbours: readonly Neighbour[],
  ): Promise<Map<string, TimeOnDate[]>> {
    const { owns, today } = this.#parts;
    const district = kept.calendar.id;
    const asks = inDistrict(viewer, district);
    const asked = new Set(people);
    const everybody = [
      ...school.teachers.map(({ id }) => ({ key: id, person: id, school: school.districtId })),
      ...neighbours.flatMap((one) =>
        one.school.teachers.map(({ id }) => ({
          ...{ key: guestId(one, id), person: id, school: one.school.districtId },
        })),
      ),
    ].filter(({ key }) => asked.has(key));
    const { zone } = tableOf(kept);
    const found = await Promise.all(
      everybody.map(async (whom) => {
        const known = mayAskFor(asks, { ...whom, district }, today());
        const own = known ? await owns.of(whom.school, whom.person) : undefined;
        return own ? [[whom.key, busyOnDates(own.spans, zone)] as const] : [];
      }),
    );
    return new Map(found.flat());
  }

  /** Standing meetings of the other teams, of ours and of the neighbours, which keep those who belong to both. */
  async #meetings(
    { school, team }: Asker,
    kept: KeptCalendar,
    neighbours: readonly Neighbour[],
  ): Promise<KnownMeetings[]> {
    const { register, times } = this.#parts;
    const standing = async (of: School, by: KeptCalendar, but?: string) => {
      const teams = (await register.inUse(of)).filter(({ id }) => id !== but);
      const found = await Promise.all(teams.map(({ id }) => times.standing(of.districtId, id, by)));
      return found.filter((one) => one !== undefined);
    };
    const ours = (await standing(school, kept, team)).map(
      ({ series, meetings }): KnownMeetings => ({ members: series.members, meetings, elsewhere: false }),
    );
    const theirs = neighbours.map(async (one) => {
      const { districtId } = one.school;
      return (await standing(one.school, one.kept)).map(
        ({ series, meetings }): KnownMeetings => ({
          members: series.members.map((id) => asCalledAt(school, districtId, id)),
          meetings: onOurClock(meetings, tableOf(one.kept).zone, tableOf(kept).zone),
          elsewhere: true,
        }),
      );
    });
    return [...ours, ...(await Promise.all(theirs)).flat()];
  }
}

/** Meetings of a school whose clock may be another, on our dates. */
function onOurClock(meetings: readonly Meeting[], theirs: string, ours: string): KnownMeeting[] {
  const zone = findZone(theirs);
  if (theirs === ours || !zone.ok) return [...meetings];
  const instant = (day: number, minute: number) => wallTime(zone.value, day * 86_400 + minute * 60).instant;
  return meetings.flatMap(({ series, status, day, start, end }) =>
    busyOnDates([{ start: instant(day, start), end: instant(day, end) }], ours).map(
      ({ date, start = 0, end = 1440 }) => ({ series, status, date, start, end }),
    ),
  );
}
