import type { CalendarEvent } from "./calendar-event.js";
import type { MeetingSeries } from "./meeting-series.js";
import type { Meeting } from "./meetings.js";

/** What the meetings' events need beside the meetings. */
export interface MeetingEventChoices {
  readonly zone: string;
  /** Domain that makes the ids unique. */
  readonly domain: string;
  /** Version to write, raised by whoever publishes a change. */
  readonly sequence?: number;
  /** Minutes before the start for reminders. */
  readonly alarms?: readonly number[];
  readonly location?: string;
}

/**
 * Meetings as calendar events for {@link writeCalendar} or {@link exportCalendar}. Each meeting keeps its id wherever
 * it is moved; a cancelled one is written as cancelled, so that it leaves the calendars that have it.
 */
export function meetingEvents(
  series: MeetingSeries,
  meetings: readonly Meeting[],
  choices: MeetingEventChoices,
): CalendarEvent[] {
  return meetings.map(({ key, day, start, end, status }) => ({
    uid: `meeting-${series.id}-${key}@${choices.domain}`,
    sequence: choices.sequence ?? 0,
    status: status === "cancelled" ? "CANCELLED" : status === "without-period" ? "TENTATIVE" : "CONFIRMED",
    summary: series.name,
    start: { local: day * 86400 + start * 60, form: "local" },
    zone: choices.zone,
    seconds: (end - start) * 60,
    ...(choices.location !== undefined && { location: choices.location }),
    ...(choices.alarms && { alarms: choices.alarms }),
  }));
}
