import { randomBytes, timingSafeEqual } from "node:crypto";
import {
  type CalendarEvent,
  type Meeting,
  meetingEvents,
  parseDate,
  writeCalendar,
} from "@collegium/scheduling";
import type { Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import type { KeptCalendar } from "./calendar-book.js";
import { tableOf } from "./school-days.js";
import { streamWord } from "./stream-word.js";
import type { RegisteredTeam } from "./team-register.js";
import { BY_SERIES, type ChosenTime, type StandingMeeting, waiting } from "./team-times.js";

interface SavedAddress {
  readonly person: string;
  readonly secret: string;
}

/**
 * Secret addresses of team feeds, one for each person and team: a calendar program has no password, so the address is
 * one. What it opens is still decided by the policy, for that person, on that day.
 */
export class FeedAddresses {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The person's secret, made the first time it is asked for. */
  async secret(districtId: string, team: string, person: string): Promise<string> {
    const saved = await this.#store.getDocument<SavedAddress>(districtId, "feed", idOf(team, person));
    return saved?.document.secret ?? this.renew(districtId, team, person);
  }

  /** A new secret; the old address opens nothing any more. */
  async renew(districtId: string, team: string, person: string): Promise<string> {
    const secret = randomBytes(24).toString("base64url");
    await this.#store.putDocument(districtId, "feed", idOf(team, person), { person, secret });
    return secret;
  }

  /** Whose secret this is; compared in constant time. */
  async personOf(districtId: string, team: RegisteredTeam, secret: string): Promise<string | undefined> {
    const given = Buffer.from(secret);
    for (const member of team.members) {
      const saved = await this.#store.getDocument<SavedAddress>(districtId, "feed", idOf(team.id, member));
      const known = Buffer.from(saved?.document.secret ?? "");
      if (known.length > 0 && known.length === given.length && timingSafeEqual(known, given)) return member;
    }
    return undefined;
  }
}

/** What a team's feed is made from. */
export interface FeedSources {
  readonly team: RegisteredTeam;
  readonly kept: KeptCalendar;
  readonly standing?: StandingMeeting;
  readonly chosen: readonly ChosenTime[];
  /** Ids of prepared meetings that were called off. */
  readonly calledOff: ReadonlySet<string>;
  /** How a meeting's roles are said, for its description. */
  readonly describe: (roles: Readonly<Record<string, string>>) => string;
  readonly domain: string;
  /** Now, in seconds. */
  readonly stamp: number;
}

/**
 * A team's meetings as a feed: the standing meeting with its moves and cancellations, and times chosen for a single
 * meeting. Says when, and whose turn it is; never what is talked about.
 *
 * Issue code: `unknown-zone`.
 */
export function teamFeed(sources: FeedSources): Result<string> {
  const { team, kept, standing, chosen, describe, domain, stamp } = sources;
  const { zone } = tableOf(kept);
  const room = standing?.series.room;
  const events = standing
    ? meetingEvents(standing.series, standing.meetings, {
        zone,
        domain,
        sequence: standing.version,
        ...(room !== undefined && { location: room }),
      }).map((event, index): CalendarEvent => {
        const description = describe(standing.meetings[index]?.roles ?? {});
        return description === "" ? event : { ...event, description };
      })
    : [];
  return writeCalendar({
    name: team.name,
    events: [...events, ...singleEvents(sources, zone, single(chosen, standing?.meetings ?? []))],
    method: "PUBLISH",
    refreshHours: 4,
    stamp,
  });
}

/** The newest time of each prepared meeting and the time that waits for one, where no standing meeting covers it. */
function single(chosen: readonly ChosenTime[], standing: readonly Meeting[]): ChosenTime[] {
  const covered = new Set(standing.map(({ date, start }) => `${date} ${start}`));
  const newest = new Map(
    chosen.flatMap((time) => (time.meeting === undefined ? [] : [[time.meeting, time] as const])),
  );
  newest.delete(BY_SERIES);
  const next = waiting(chosen);
  return [...newest.values(), ...(next ? [next] : [])].filter(
    ({ on, start }) => !covered.has(`${on} ${start}`),
  );
}

function singleEvents(
  { team, chosen, calledOff, domain }: FeedSources,
  zone: string,
  times: readonly ChosenTime[],
): CalendarEvent[] {
  return times.map(({ on, start, end, meeting }) => ({
    uid: `meeting-${streamWord(team.id)}-${meeting ?? "next"}@${domain}`,
    // Every time chosen anew is a newer version, so that calendars follow.
    sequence: chosen.filter((time) => time.meeting === meeting).length - 1,
    status: meeting !== undefined && calledOff.has(meeting) ? "CANCELLED" : "CONFIRMED",
    summary: team.name,
    start: { local: (parseDate(on) ?? 0) * 86_400 + start * 60, form: "local" },
    zone,
    seconds: (end - start) * 60,
  }));
}

function idOf(team: string, person: string): string {
  return `${streamWord(team)}/${streamWord(person)}`;
}
