import {
  type BusySpan,
  busyTimes,
  findZone,
  isoDate,
  localTime,
  readCalendar,
  type TimeOnDate,
} from "@collegium/scheduling";
import { ok, type Result } from "@collegium/schema";
import type { Store } from "@collegium/store";
import { streamWord } from "./stream-word.js";

/** What is kept of a person's own calendar: when, and nothing of what, where or with whom. */
export interface OwnCalendar {
  readonly person: string;
  /** Instants in seconds, ascending, apart. */
  readonly spans: readonly BusySpan[];
  /** Events and busy times of the file, and how many of its lines could not be used. */
  readonly read: number;
  readonly refused: number;
  /** Dates between which the file was looked at; the later one exclusive. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** Whose file it is, in which zone its whole days are meant, and on which day it is read. */
export interface OwnFile {
  readonly person: string;
  readonly zone: string;
  readonly now: Date;
  /** Domain of this platform's own feeds, whose meetings it knows without the file. */
  readonly domain: string;
}

const DAY = 86_400;
const BACK = 7;
const AHEAD = 400;

/**
 * Reads a calendar file as busy time of the weeks ahead. The warnings say what could not be used, without its texts.
 *
 * Issue codes: those of `busyTimes`.
 */
export function readOwnCalendar(text: string, file: OwnFile): Result<OwnCalendar> {
  const { person, zone, now, domain } = file;
  const today = Math.floor(now.getTime() / 1000 / DAY);
  const [from, to] = [(today - BACK) * DAY, (today + AHEAD) * DAY];
  const own = (uid: string) => uid.endsWith(`@${domain}`);
  const spans = busyTimes(text, { zone, from, to, leaveOut: own });
  if (!spans.ok) return spans;
  const read = readCalendar(text);
  const parts = read.ok ? read.value.events.length + read.value.busy.length : 0;
  return ok(
    {
      person,
      spans: spans.value,
      read: parts,
      refused: spans.warnings.length,
      from: isoDate(today - BACK),
      to: isoDate(today + AHEAD),
      at: now.toISOString(),
    },
    spans.warnings,
  );
}

/** Busy time as the dates and minutes of a school's wall clock; what runs over midnight is on both dates. */
export function busyOnDates(spans: readonly BusySpan[], zoneName: string): TimeOnDate[] {
  const zone = findZone(zoneName);
  if (!zone.ok) return [];
  return spans.flatMap((span) => {
    const start = localTime(zone.value, span.start);
    // The hour that the clocks repeat is covered either way.
    const end = Math.max(start + (span.end - span.start), localTime(zone.value, span.end));
    const [first, last] = [Math.floor(start / DAY), Math.floor((end - 1) / DAY)];
    return Array.from({ length: last - first + 1 }, (_, index) => ({
      date: isoDate(first + index),
      start: index === 0 ? Math.floor((start - first * DAY) / 60) : 0,
      end: first + index === last ? Math.ceil((end - last * DAY) / 60) : 1440,
    }));
  });
}

/** The own calendars of a school's staff, one document each, replaced or removed by its owner. */
export class OwnCalendars {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async of(districtId: string, person: string): Promise<OwnCalendar | undefined> {
    return (await this.#store.getDocument<OwnCalendar>(districtId, KIND, streamWord(person)))?.document;
  }

  async put(districtId: string, calendar: OwnCalendar): Promise<Result<unknown>> {
    return this.#store.putDocument(districtId, KIND, streamWord(calendar.person), calendar);
  }

  async remove(districtId: string, person: string): Promise<void> {
    await this.#store.removeDocument(districtId, KIND, streamWord(person));
  }
}

const KIND = "own-calendar";
