import { type Availability, isFree } from "./availability.js";
import { timeText } from "./civil-date.js";
import type { MeetingSeries } from "./meeting-series.js";
import { dateValue, worded } from "./meeting-words.js";
import type { Meeting } from "./meetings.js";
import type { Wording } from "./wording.js";

/** Something that stands in the way of a meeting. */
export interface MeetingConflict {
  readonly code: "member-busy" | "room-busy" | "two-meetings" | "same-room";
  readonly series: string;
  /** Key of the meeting. */
  readonly key: string;
  /** Members, or the room, concerned. */
  readonly who: readonly string[];
  /** The other meeting, where it is one. */
  readonly other?: { readonly series: string; readonly key: string };
  /** One plain sentence, without names of people. */
  readonly message: string;
  /** The same as data, for another language: {@link inLanguage}. */
  readonly wording: Wording;
}

/** A series with its meetings. */
export interface SeriesMeetings {
  readonly series: MeetingSeries;
  readonly meetings: readonly Meeting[];
}

/**
 * What stands in the way of standing meetings: members or rooms that are busy with anything else on the availability,
 * and meetings of other series that share a member or the room. Cancelled meetings are in nobody's way; people that
 * the availability does not know count as free, days outside its grid are not looked at.
 */
export function meetingConflicts(
  all: readonly SeriesMeetings[],
  availability?: Availability,
): readonly MeetingConflict[] {
  const held = all.flatMap(({ series, meetings }) =>
    meetings.filter(({ status }) => status !== "cancelled").map((meeting) => ({ series, meeting })),
  );
  const busy = availability
    ? held.flatMap(({ series, meeting }) => busyConflicts(series, meeting, availability))
    : [];
  const byDay = new Map<number, typeof held>();
  for (const entry of held) byDay.set(entry.meeting.day, [...(byDay.get(entry.meeting.day) ?? []), entry]);
  const pairs = [...byDay.values()].flatMap((same) =>
    same.flatMap((one, index) =>
      same
        .slice(index + 1)
        .filter(({ meeting }) => meeting.start < one.meeting.end && meeting.end > one.meeting.start)
        .flatMap((other) => pairConflicts(one, other)),
    ),
  );
  return [...busy, ...pairs];
}

function busyConflicts(
  series: MeetingSeries,
  meeting: Meeting,
  availability: Availability,
): MeetingConflict[] {
  const { grid, row } = availability;
  const { day, start, end } = meeting;
  if (!grid.days.includes(day) || start < grid.from || end > grid.to) return [];
  const occupied = (id: string) => row.has(id) && !isFree(availability, id, day, start, end);
  const occupants = series.members.filter(occupied);
  const made = (code: "member-busy" | "room-busy", who: readonly string[]) => ({
    code,
    series: series.id,
    key: meeting.key,
    who,
    ...worded({
      key: code,
      values: {
        series: series.name,
        date: dateValue(day),
        time: timeText(start),
        members: members(who.length),
        n: who.length,
      },
    }),
  });
  return [
    ...(occupants.length > 0 ? [made("member-busy", occupants)] : []),
    ...(series.room !== undefined && occupied(series.room) ? [made("room-busy", [series.room])] : []),
  ];
}

interface Held {
  readonly series: MeetingSeries;
  readonly meeting: Meeting;
}

function pairConflicts(one: Held, other: Held): MeetingConflict[] {
  const both = one.series.members.filter((id) => other.series.members.includes(id));
  const room = one.series.room;
  const made = (code: "two-meetings" | "same-room", who: readonly string[]) => ({
    code,
    series: one.series.id,
    key: one.meeting.key,
    who,
    other: { series: other.series.id, key: other.meeting.key },
    ...worded({
      key: code,
      values: {
        series: one.series.name,
        other: other.series.name,
        date: dateValue(one.meeting.day),
        time: timeText(Math.max(one.meeting.start, other.meeting.start)),
        members: members(who.length),
      },
    }),
  });
  return [
    ...(both.length > 0 ? [made("two-meetings", both)] : []),
    ...(room !== undefined && room === other.series.room ? [made("same-room", [room])] : []),
  ];
}

function members(n: number): Wording {
  return n === 1 ? { key: "members.one" } : { key: "members.many", values: { n } };
}
