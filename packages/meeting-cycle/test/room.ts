import type { Audience, Grant } from "@collegium/schema";
import {
  type AnyMeetingCommand,
  buildAgenda,
  decideMeeting,
  evolveMeeting,
  type MeetingEvent,
  newMeeting,
  replayMeeting,
  viewMeeting,
} from "../src/index.js";

const everything = [
  "read-agenda",
  "read-notes",
  "read-students",
  "read-actions",
  "read-decisions",
  "read-ratings",
  "write-note",
  "facilitate",
];

/** A grant for tests; a team member's by default. */
export function grantFor(
  viewer: string,
  audience: Audience = "team",
  may: readonly string[] = everything,
): Grant {
  return {
    viewer,
    subject: { kind: "meeting", id: "m1" },
    purpose: "teaching",
    audience,
    may,
    on: "2026-10-02",
  };
}

/** A meeting held in memory, with a clock that ticks a second per command. */
export function meetingRoom(past: readonly MeetingEvent[] = []) {
  let state = past.length === 0 ? newMeeting : replayMeeting(past);
  const events: MeetingEvent[] = [...past];
  let tick = 0;
  return {
    events,
    state: () => state,
    view: (person: string, grant: Grant = grantFor(person)) =>
      viewMeeting(state, { person, handle: `handle-${person}` }, grant),
    /** "ok", or the code of the rejection. */
    send(person: string, command: { type: string } & Record<string, unknown>): string {
      const at = new Date(Date.UTC(2026, 9, 2, 10, 0, tick++)).toISOString();
      const full = { commandId: `c${tick}`, ...command } as unknown as AnyMeetingCommand;
      const decided = decideMeeting(state, full, { person, at, handle: `handle-${person}` });
      if (!decided.ok) return decided.rejection.code;
      for (const event of decided.events) {
        const stored = {
          districtId: "d1",
          stream: "meeting:m1",
          version: events.length + 1,
          at,
          commandId: full.commandId,
          ...(event.handle === undefined && { actor: person }),
          ...event,
        } as MeetingEvent;
        events.push(stored);
        state = evolveMeeting(state, stored);
      }
      return "ok";
    },
  };
}

/** Who belongs to the meeting of {@link openedRoom}, and what it is about. */
export const members = [
  { id: "ana", roles: ["facilitator"] },
  { id: "ben", roles: ["note-taker"] },
  { id: "caro", roles: [] },
];
export const agenda = buildAgenda({ cycle: { id: "c1", phase: "focus" }, minutes: 30 }).items;

/** A meeting of three that has been opened. */
export function openedRoom() {
  const room = meetingRoom();
  room.send("ana", {
    type: "schedule-meeting",
    meeting: "m1",
    team: "t1",
    on: "2026-10-02",
    minutes: 30,
    members,
    agenda,
  });
  room.send("ana", { type: "open-meeting" });
  return room;
}
