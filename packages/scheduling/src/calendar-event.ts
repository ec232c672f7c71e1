import type { Moment } from "./moment.js";

/** Someone asked to an event. */
export interface Attendee {
  /** Address, as `mailto:…`. */
  readonly address: string;
  readonly name?: string;
  /** `ACCEPTED`, `DECLINED`, `TENTATIVE`, `NEEDS-ACTION`, `DELEGATED`. */
  readonly answer?: string;
  /** `REQ-PARTICIPANT`, `OPT-PARTICIPANT`, `CHAIR`, `NON-PARTICIPANT`. */
  readonly role?: string;
}

/** An event as calendars exchange it (RFC 5545, 3.6.1); texts are plain, without escapes. */
export interface CalendarEvent {
  readonly uid: string;
  /** Version of the event, 0 where absent; calendars replace a lower one by a higher. */
  readonly sequence?: number;
  readonly status?: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly categories?: readonly string[];
  readonly start: Moment;
  /** Name of the zone of wall times; without it they float. */
  readonly zone?: string;
  /** Length in seconds. */
  readonly seconds: number;
  /** Words of an RRULE. */
  readonly rule?: string;
  readonly dates?: readonly Moment[];
  /** Those of the dates that have a length of their own (RDATE of periods). */
  readonly lengths?: readonly { readonly start: Moment; readonly seconds: number }[];
  readonly except?: readonly Moment[];
  /** Which occurrence of the series with this uid this event replaces. */
  readonly replaces?: Moment;
  /** Whether it replaces all later ones too (RANGE=THISANDFUTURE). */
  readonly andFuture?: boolean;
  /** Whether the time stays free. */
  readonly transparent?: boolean;
  readonly organizer?: Attendee;
  readonly attendees?: readonly Attendee[];
  /** Minutes before the start at which a reminder is shown. */
  readonly alarms?: readonly number[];
}

/** A stretch of time in which someone is busy, in seconds since 1970-01-01T00:00:00Z; says nothing of why. */
export interface BusySpan {
  readonly start: number;
  readonly end: number;
}
