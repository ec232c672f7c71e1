import { findProtocol, planRun } from "@collegium/protocols";
import type { Grant } from "@collegium/schema";
import {
  type AnyMeetingCommand,
  buildAgenda,
  decideMeeting,
  evolveMeeting,
  type MeetingEvent,
  type MeetingState,
  newMeeting,
  type PollSpec,
  viewMeeting,
} from "../src/index.js";

/** People of the laws; `eve` looks on in the laws of visibility. */
export const members = [
  { id: "ana", roles: ["facilitator"] },
  { id: "ben", roles: ["note-taker"] },
  { id: "caro", roles: ["participant"] },
  { id: "dov", roles: ["participant"] },
  { id: "eve", roles: ["participant"] },
] as const;

/** Handles are random words; here they only have to differ from ids. */
export const handleOf = (person: string): string => `handle-of-${person}`;

/** Agenda, plan and polls that the laws play with. */
export const agenda = buildAgenda({
  cycle: { id: "c1", phase: "collaboration" },
  minutes: 45,
  newResults: true,
}).items;
const quick = findProtocol("notice-wonder")!;
export const plan = planRun(quick, {}, members);
const ranking = planRun(findProtocol("nominal-group")!, {}, members);
export const secret: PollSpec = { method: "proposal", identity: "not-stored", results: "after-close" };
const shy: PollSpec = { method: "proposal", identity: "hidden-from-peers", results: "after-close" };
export const open: PollSpec = { method: "fist-to-five", identity: "named", results: "live" };

const everything = [
  "read-agenda",
  "read-notes",
  "read-students",
  "read-actions",
  "read-decisions",
  "read-ratings",
];

/** A team member's grant. */
export function grantOf(viewer: string): Grant {
  return {
    viewer,
    subject: { kind: "meeting", id: "m1" },
    purpose: "teaching",
    audience: "team",
    may: everything,
    on: "2026-10-02",
  };
}

/** What stands between raw state and a viewer; the laws try leaking ones. */
export interface Server {
  readonly view: (state: MeetingState, viewer: { person: string; handle: string }) => unknown;
  readonly hint: (
    before: MeetingState,
    after: MeetingState,
    viewer: { person: string; handle: string },
  ) => unknown;
}

/** The real one. */
export const honest: Server = {
  view: (state, viewer) => viewMeeting(state, viewer, grantOf(viewer.person)),
  hint: (before, after, viewer) => {
    const [a, b] = [before, after].map((s) => viewMeeting(s, viewer, grantOf(viewer.person))?.version);
    return a === b ? undefined : { version: b };
  },
};

/** A meeting on a stage, and what one viewer's connection carries. */
export function stage(server: Server, watcher: string, evolve = evolveMeeting) {
  const viewer = { person: watcher, handle: handleOf(watcher) };
  let state: MeetingState = newMeeting;
  const events: MeetingEvent[] = [];
  const traffic: string[] = [];
  return {
    events,
    traffic,
    state: () => state,
    look: () => JSON.stringify(server.view(state, viewer)),
    send(
      person: string,
      at: number,
      command: { type: string; commandId: string } & Record<string, unknown>,
    ): string {
      const who = { person, at: new Date(at).toISOString(), handle: handleOf(person) };
      const decided = decideMeeting(state, command as unknown as AnyMeetingCommand, who);
      if (!decided.ok) return decided.rejection.code;
      const before = state;
      for (const event of decided.events) {
        const stored = {
          districtId: "d1",
          stream: "meeting:m1",
          version: events.length + 1,
          at: who.at,
          commandId: command.commandId,
          ...(event.handle === undefined && { actor: person }),
          ...event,
        } as MeetingEvent;
        events.push(stored);
        state = evolve(state, stored);
      }
      const hint = server.hint(before, state, viewer);
      if (hint !== undefined) traffic.push(JSON.stringify(hint), JSON.stringify(server.view(state, viewer)));
      return "ok";
    },
  };
}

/** A meeting in its main item with everyone there, a run, one at a secret vote, two secret polls and a sample. */
export function inTheMiddle(server: Server, watcher: string) {
  const room = stage(server, watcher);
  let n = 0;
  const start = Date.UTC(2026, 9, 2, 10, 0, 0);
  const say = (person: string, command: { type: string } & Record<string, unknown>) => {
    const outcome = room.send(person, start + ++n * 1000, { commandId: `open-${n}`, ...command });
    if (outcome !== "ok") throw new Error(`${command.type}: ${outcome}`);
  };
  say("ana", {
    type: "schedule-meeting",
    meeting: "m1",
    team: "t1",
    on: "2026-10-02",
    minutes: 45,
    members,
    agenda,
  });
  say("ana", { type: "open-meeting" });
  for (const { id } of members)
    say("ben", id === "ben" ? { type: "arrive" } : { type: "arrive", person: id });
  say("ben", { type: "begin-item", item: "main" });
  say("ben", { type: "start-run", run: "r1", plan, people: members });
  say("ben", { type: "start-run", run: "r2", plan: ranking, people: members });
  for (const note of ["a", "b", "c"]) say("ana", { type: "add-note", run: "r2", note, text: `Idea ${note}` });
  for (let i = 0; i < 3; i++) say("ana", { type: "move-on", run: "r2" });
  say("ben", { type: "open-poll", poll: "secret", spec: secret, text: "Secret?" });
  say("ben", { type: "open-poll", poll: "shy", spec: shy, text: "Shy?" });
  const sample = {
    id: "x",
    label: "A",
    kind: "text",
    hash: "0".repeat(64),
    deleteOn: "2027-06-30",
    namesCovered: true,
    metadataRemoved: true,
  };
  say("ben", { type: "add-sample", sample });
  return {
    ...room,
    choices: viewMeeting(room.state(), { person: watcher }, grantOf(watcher))!.runs[1]!.ballots[0]!.choices,
  };
}
