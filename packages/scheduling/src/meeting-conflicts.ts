import { type Availability, isFree } from "./availability.js";
import { timeText } from "./civil-date.js";
import { dayText } from "./day-text.js";
import type { MeetingSeries } from "./meeting-series.js";
import type { Meeting } from "./meetings.js";

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
  const members = series.members.filter(occupied);
  const when = `${dayText(day)} at ${timeText(start)}`;
  const made = (code: MeetingConflict["code"], who: readonly string[], message: string) => ({
    code,
    series: series.id,
    key: meeting.key,
    who,
    message,
  });
  return [
    ...(members.length > 0
      ? [made("member-busy", members, `${series.name}, ${when}: ${count(members.length)} busy.`)]
      : []),
    ...(series.room !== undefined && occupied(series.room)
      ? [made("room-busy", [series.room], `${series.name}, ${when}: the room is taken.`)]
      : []),
  ];
}

interface Held {
  readonly series: MeetingSeries;
  readonly meeting: Meeting;
}

function pairConflicts(one: Held, other: Held): MeetingConflict[] {
  const both = one.series.members.filter((id) => other.series.members.includes(id));
  const room = one.series.room;
  const when = `${dayText(one.meeting.day)} at ${timeText(Math.max(one.meeting.start, other.meeting.start))}`;
  const made = (code: MeetingConflict["code"], who: readonly string[], message: string) => ({
    code,
    series: one.series.id,
    key: one.meeting.key,
    who,
    other: { series: other.series.id, key: other.meeting.key },
    message,
  });
  const names = `${one.series.name} and ${other.series.name}, ${when}`;
  return [
    ...(both.length > 0
      ? [
          made(
            "two-meetings",
            both,
            `${names}: ${both.length === 1 ? "one member is" : `${both.length} members are`} in both.`,
          ),
        ]
      : []),
    ...(room !== undefined && room === other.series.room
      ? [made("same-room", [room], `${names}: both have the same room.`)]
      : []),
  ];
}

function count(members: number): string {
  return members === 1 ? "one member is" : `${members} members are`;
}
