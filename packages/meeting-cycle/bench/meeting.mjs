// Replay of a meeting of 2,000 events beside bare transitions on the same machine, and the rate of decide.

import {
  decideMeeting,
  evolveMeeting,
  meetingMachine,
  newMeeting,
  replayMeeting,
} from "@collegium/meeting-cycle";
import { findProtocol, planRun } from "@collegium/protocols";
import { transition } from "xstate";

const members = ["ana", "ben", "caro", "dov", "eve"].map((id, i) => ({
  id,
  roles: [i ? "participant" : "facilitator"],
}));
const agenda = [
  {
    id: "main",
    kind: "main",
    title: { key: "agenda.main" },
    purpose: { key: "agenda.main.purpose.default" },
    minutes: 40,
  },
];
let state = newMeeting;
const events = [];
const send = (person, command) => {
  const at = new Date(Date.UTC(2026, 9, 2) + events.length * 1000).toISOString();
  const full = { commandId: `c${events.length}`, ...command };
  const decided = decideMeeting(state, full, { person, at, handle: `h-${person}` });
  if (!decided.ok) throw new Error(`${command.type}: ${decided.rejection.code}`);
  for (const event of decided.events) {
    const stored = {
      districtId: "d",
      stream: "meeting:m1",
      version: events.length + 1,
      at,
      commandId: full.commandId,
      actor: person,
      ...event,
    };
    events.push(stored);
    state = evolveMeeting(state, stored);
  }
};
send("ana", {
  type: "schedule-meeting",
  meeting: "m1",
  team: "t1",
  on: "2026-10-02",
  minutes: 45,
  members,
  agenda,
});
send("ana", { type: "open-meeting" });
for (const { id } of members) send(id, { type: "arrive" });
send("ana", { type: "begin-item", item: "main" });
send("ana", {
  type: "start-run",
  run: "r1",
  plan: planRun(findProtocol("notice-wonder"), {}, members),
  people: members,
});
for (let i = 0; events.length < 2000; i++) {
  const person = members[i % 5].id;
  // What a busy meeting is made of: turns and presence, with a note or a decision now and then.
  const kind = i % 20;
  if (kind === 0)
    send(person, { type: "add-note", run: "r1", note: `n${i}`, text: "14 of 24 missed item 3" });
  else if (kind === 1) send(person, { type: "note-item", item: "main", note: `m${i}`, text: "a sentence" });
  else if (kind === 2) send(person, { type: "note-decision", decision: `d${i}`, text: "decided" });
  else if (kind % 2) send("ana", { type: "give-floor", run: "r1", person });
  else send(person, { type: "mark-ready", run: "r1" });
}

const median = (runs) => runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)];
const time = (work) => {
  work();
  return median(
    Array.from({ length: 5 }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
};
const bare = time(() => {
  let s = meetingMachine.resolveState({ value: "planned", context: newMeeting });
  for (const event of events) [s] = transition(meetingMachine, s, event);
});
const replay = time(() => replayMeeting(events));
console.log(
  `replay of ${events.length} events: ${replay.toFixed(1)} ms, ${(replay / bare).toFixed(2)} times bare transitions`,
);

const N = 5_000;
const command = { type: "note-item", commandId: "k", item: "main", note: "fresh", text: "seen" };
const who = { person: "ana", at: "2026-10-02T12:00:00.000Z", handle: "h" };
const snapshot = meetingMachine.resolveState({ value: state.phase, context: state });
const stored = { ...events[0], ...decideMeeting(state, command, who).events[0] };
const one = time(() => {
  for (let i = 0; i < N; i++) transition(meetingMachine, snapshot, stored);
});
const decide = time(() => {
  for (let i = 0; i < N; i++) decideMeeting(state, command, who);
});
console.log(
  `decide: ${(N / decide).toFixed(0)} per ms, ${(one / decide).toFixed(2)} of bare transition (${(N / one).toFixed(0)} per ms)`,
);
