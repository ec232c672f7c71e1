import type { Viewer } from "@collegium/access";
import type { Meeting, TimeOnDate } from "@collegium/scheduling";
import type { CalendarBook, KeptCalendar } from "./calendar-book.js";
import { grantFor, inDistrict, may, mayAskFor } from "./looking.js";
import { guestId, type Neighbour, neighboursOf } from "./neighbours.js";
import { busyOnDates, type OwnCalendars } from "./own-calendars.js";
import type { School } from "./school.js";
import { tableOf } from "./school-days.js";
import type { Schools } from "./schools.js";
import type { AtTeam } from "./team-door.js";
import type { TeamRegister } from "./team-register.js";
import type { TeamTimes } from "./team-times.js";

/** What is known of people's time beside the lessons of our school, as far as one person may know it. */
export interface KnownTime {
  /** Standing meetings of other teams, which keep their members. */
  readonly meetings?: readonly {
    readonly members: readonly string[];
    readonly meetings: readonly Meeting[];
  }[];
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
      await this.#meetings(asker, kept),
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
    const asked = new Set(people);
    const everybody = [
      ...school.teachers.map(({ id }) => ({ key: id, person: id, school: school.districtId })),
      ...neighbours.flatMap((one) =>
        one.school.teachers.map(({ id }) => ({
          ...{ key: guestId(one, id), person: id, school: one.school.districtId, district },
        })),
      ),
    ].filter(({ key }) => asked.has(key));
    const { zone } = tableOf(kept);
    const found = await Promise.all(
      everybody.map(async (whom) => {
        const asks = "district" in whom ? inDistrict(viewer, district) : viewer;
        const own = mayAskFor(asks, whom, today()) ? await owns.of(whom.school, whom.person) : undefined;
        return own ? [[whom.key, busyOnDates(own.spans, zone)] as const] : [];
      }),
    );
    return new Map(found.flat());
  }

  /** Standing meetings of the school's other teams, which keep those who belong to both. */
  async #meetings({ school, team }: Asker, kept: KeptCalendar): Promise<NonNullable<KnownTime["meetings"]>> {
    const { register, times } = this.#parts;
    const others = (await register.inUse(school)).filter(({ id }) => id !== team);
    const standing = await Promise.all(others.map(({ id }) => times.standing(school.districtId, id, kept)));
    return standing.flatMap((one) => (one ? [{ members: one.series.members, meetings: one.meetings }] : []));
  }
}
