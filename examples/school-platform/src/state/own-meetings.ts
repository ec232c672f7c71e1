import type { KeptCalendar } from "./calendar-book.js";
import { asCalledAt, type Neighbour } from "./neighbours.js";
import { scheduledAhead, type Workshop } from "./prepare.js";
import type { School } from "./school.js";
import { sharedTeams } from "./shared-teams.js";
import type { RegisteredTeam, TeamRegister } from "./team-register.js";
import { waiting } from "./team-times.js";

/** A meeting of one of a person's teams on a date. */
export interface OwnMeeting {
  readonly team: string;
  readonly name: string;
  readonly date: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  /** The school whose team it is, where it is another. */
  readonly at?: string;
}

/** The meetings of teams of other schools that a person of ours belongs to. */
export async function meetingsElsewhere(
  shop: Workshop,
  register: TeamRegister,
  school: School,
  neighbours: readonly Neighbour[],
  person: string,
  dates: ReadonlySet<string>,
): Promise<OwnMeeting[]> {
  const shared = (await sharedTeams(register, school, neighbours)).filter(({ ours }) =>
    ours.includes(person),
  );
  const found = await Promise.all(
    shared.map(async ({ team, neighbour }) => {
      const there = (team.guests ?? []).find(
        ({ id }) => asCalledAt(school, neighbour.school.districtId, id) === person,
      );
      const asked = [shop, neighbour.school, [team], neighbour.kept, there?.id ?? "", dates] as const;
      return (await ownMeetings(...asked)).map((one) => ({ ...one, at: neighbour.name }));
    }),
  );
  return found.flat();
}

/** The meetings of a person's teams on some dates, in time order: standing ones, and the one that is prepared or wanted. */
export async function ownMeetings(
  shop: Workshop,
  school: School,
  teams: readonly RegisteredTeam[],
  kept: KeptCalendar,
  person: string,
  dates: ReadonlySet<string>,
): Promise<OwnMeeting[]> {
  const mine = teams.filter(({ members }) => members.includes(person));
  const { districtId } = school;
  const found = await Promise.all(
    mine.map(async (one) => {
      const { id: team, name } = one;
      const standing = await shop.times.standing(districtId, team, kept);
      const held = (standing?.meetings ?? []).filter(
        ({ status }) => status === "planned" || status === "moved",
      );
      const ahead = await scheduledAhead(shop, school, one);
      const time = ahead === undefined ? undefined : await shop.times.of(districtId, team, ahead);
      const chosen = time ?? waiting(await shop.times.chosen(districtId, team));
      const known = held.some(({ date, start }) => date === chosen?.on && start === chosen.start);
      const single = chosen && !known ? [{ ...chosen, date: chosen.on }] : [];
      return [...held, ...single]
        .filter(({ date }) => dates.has(date))
        .map(({ date, start, end }): OwnMeeting => ({ team, name, date, start, end }));
    }),
  );
  return found.flat().sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start);
}
