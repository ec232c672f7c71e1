import { type Meeting, MeetingSeries, meetingsOf } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import type { KeptCalendar } from "./calendar-book.js";
import { tableOf } from "./school-days.js";
import { streamWord } from "./stream-word.js";
import type { Sender } from "./streams.js";
import { newId } from "./team-work.js";

/** A date and time that a team has chosen for a meeting. */
export interface ChosenTime {
  readonly on: string;
  /** Minutes after midnight. */
  readonly start: number;
  readonly end: number;
  /** People who gave up their lunch for it. */
  readonly lunch: readonly string[];
  /** The meeting that was prepared for this time, once there is one. */
  readonly meeting?: string;
}

/** In place of a meeting: the time is the standing meeting's, and no proposal for another one. */
export const BY_SERIES = "standing";

/** The time that waits for a meeting: the newest one, unless a meeting was prepared for it or has moved since. */
export function waiting(chosen: readonly ChosenTime[]): ChosenTime | undefined {
  const last = chosen.at(-1);
  return last?.meeting === undefined ? last : undefined;
}

/** A team's standing meeting with its dates, laid out over the calendar in force. */
export interface StandingMeeting {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
  /** What the calendar did to it: a moved meeting without its date, a period left out. */
  readonly warnings: readonly Issue[];
  readonly version: number;
}

/** When teams meet: times chosen for one meeting, and standing meetings. Both are streams, so nothing is overwritten. */
export class TeamTimes {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Times that were chosen, in the order in which they were. */
  async chosen(districtId: string, team: string): Promise<ChosenTime[]> {
    const events = await this.#store.read(districtId, `times:${streamWord(team)}`);
    return events.map(({ data }) => data as ChosenTime);
  }

  async choose(districtId: string, team: string, time: ChosenTime, who: Sender): Promise<void> {
    await this.#append(districtId, `times:${streamWord(team)}`, "time-chosen", time, "any", who);
  }

  /** The time of a prepared meeting. */
  async of(districtId: string, team: string, meeting: string): Promise<ChosenTime | undefined> {
    return (await this.chosen(districtId, team)).findLast((time) => time.meeting === meeting);
  }

  /** How often each person has given up a lunch; a time that was chosen again counts once. */
  async lunchesGivenUp(districtId: string, team: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const times = await this.chosen(districtId, team);
    // A meeting that was prepared for a chosen time repeats it without its lunches.
    const last = new Map(
      times.filter(({ lunch }) => lunch.length > 0).map((time) => [`${time.on} ${time.start}`, time]),
    );
    for (const id of [...last.values()].flatMap(({ lunch }) => lunch))
      counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }

  /** The team's standing meeting on the calendar's dates; absent where there is none or it has ended for good. */
  async standing(districtId: string, team: string, kept: KeptCalendar): Promise<StandingMeeting | undefined> {
    const last = (await this.#store.read(districtId, `series:${streamWord(team)}`)).at(-1);
    const series = (last?.data as { series?: MeetingSeries } | undefined)?.series;
    if (!last || !series) return undefined;
    const meetings = meetingsOf(series, tableOf(kept));
    return {
      series,
      meetings: meetings.ok ? meetings.value : [],
      warnings: meetings.ok ? meetings.warnings : meetings.issues,
      version: last.version,
    };
  }

  /** How often the team's standing meeting was saved; what a change is made on. */
  async version(districtId: string, team: string): Promise<number> {
    return (await this.#store.read(districtId, `series:${streamWord(team)}`)).at(-1)?.version ?? 0;
  }

  /** Saves a standing meeting, or ends it; `stale-version` where a colleague was faster. */
  async save(
    districtId: string,
    team: string,
    series: MeetingSeries | undefined,
    on: number,
    who: Sender,
  ): Promise<Result<void>> {
    const valid = series === undefined ? ok(undefined) : MeetingSeries.read(series);
    if (!valid.ok) return valid;
    return this.#append(
      districtId,
      `series:${streamWord(team)}`,
      series ? "series-saved" : "series-ended",
      { series },
      on,
      who,
    );
  }

  async #append(
    districtId: string,
    stream: string,
    type: string,
    data: object,
    on: number | "any",
    who: Sender,
  ): Promise<Result<void>> {
    const appended = await this.#store.append({
      districtId,
      stream,
      expectedVersion: on,
      commandId: newId(),
      actor: streamWord(who.person),
      at: who.at,
      events: [{ type, typeVersion: 1, data: JSON.parse(JSON.stringify(data)) }],
    });
    return appended.ok ? ok(undefined) : fail(...(appended.issues as [Issue, ...Issue[]]));
  }
}
