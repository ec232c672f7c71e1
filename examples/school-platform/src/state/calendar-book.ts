import type { SchoolCalendar } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import type { School } from "./school.js";
import { streamWord } from "./stream-word.js";
import type { Sender } from "./streams.js";
import { newId } from "./team-work.js";

/** A school's calendar as it is kept: the whole document, and which school of it is ours. */
export interface KeptCalendar {
  readonly calendar: SchoolCalendar;
  readonly school: string;
  /** How often it was changed; a change says which version it was made on. */
  readonly version: number;
}

/** One change of the calendar, as it was saved. */
export interface CalendarVersion extends KeptCalendar {
  readonly at: string;
  /** Why, in the words of whoever saved it. */
  readonly note: string;
}

interface CalendarSaved {
  readonly calendar: SchoolCalendar;
  readonly school: string;
  readonly note: string;
}

const STREAM = "calendar:school";

/** The calendar of each school: every version that was saved, the newest in force. */
export class CalendarBook {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The calendar in force: the one saved last, else the one that comes with the generated example. */
  async of(school: School): Promise<KeptCalendar | undefined> {
    return (await this.history(school)).at(-1);
  }

  /** All versions, oldest first; an example's own calendar is version 0. */
  async history(school: School): Promise<CalendarVersion[]> {
    const events = await this.#store.read(school.districtId, STREAM);
    const saved = events.map(({ data, version, at }) => ({ ...(data as CalendarSaved), version, at }));
    const given = school.calendar;
    const first = given?.schools[0];
    return given && first
      ? [{ calendar: given, school: first.id, version: 0, at: "", note: "" }, ...saved]
      : saved;
  }

  /**
   * Saves a version made on another. Issue code `stale-version` where somebody else has changed the calendar meanwhile.
   */
  async save(
    school: School,
    next: CalendarSaved & { readonly on: number },
    who: Sender,
  ): Promise<Result<void>> {
    const { on, ...data } = next;
    const appended = await this.#store.append({
      districtId: school.districtId,
      stream: STREAM,
      expectedVersion: on,
      commandId: newId(),
      actor: streamWord(who.person),
      at: who.at,
      events: [{ type: "calendar-saved", typeVersion: 1, data }],
    });
    return appended.ok ? ok(undefined) : fail(...(appended.issues as [Issue, ...Issue[]]));
  }
}
