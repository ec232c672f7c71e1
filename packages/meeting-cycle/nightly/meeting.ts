import { runCommandTypes } from "@collegium/protocols/runner";
import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import {
  evolveMeeting,
  type MeetingEvent,
  type MeetingState,
  meetingCommandTypes,
  replayMeeting,
} from "../src/index.js";
import { follow, newModel } from "./model.js";
import { agenda, handleOf, honest, members, open, plan, secret, stage } from "./stage.js";

/** Any command, by anybody, well-formed or not. */
export interface Act {
  readonly who: string;
  readonly type: string;
  readonly pick: number;
  readonly stale: boolean;
  readonly spoil: boolean;
}
const people = [...members.map((m) => m.id), "zoe"];
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.oneof(fc.constantFrom("ana", "ben"), fc.constantFrom(...people)),
  type: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        "arrive",
        "begin-item",
        "note-item",
        "start-run",
        "add-note",
        "cast-vote",
        "set-need",
      ),
    },
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ...meetingCommandTypes.filter((t) => !/adjourn|cancel|approve/.test(t)),
        ...runCommandTypes,
        "sing",
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom("adjourn-meeting", "cancel-meeting", "approve-minutes") },
  ),
  pick: fc.nat(9999),
  stale: fc.nat(19).map((n) => n === 0),
  spoil: fc.nat(19).map((n) => n === 0),
});
export const acts = fc.array(act, { minLength: 50, maxLength: 50 });

/** A well-formed command for an act, as far as the meeting allows one. */
export function commandOf(
  state: MeetingState,
  a: Act,
  n: number,
): { type: string; commandId: string } & Record<string, unknown> {
  const person = people[a.pick % people.length]!;
  const item = agenda[a.pick % agenda.length]!.id;
  const id = `x${a.pick % 3}`;
  const steps = state.runs["r1"]?.plan.steps ?? plan.steps;
  const sample = {
    id,
    label: "ABC"[a.pick % 3],
    kind: "text",
    hash: "0".repeat(64),
    deleteOn: "2027-06-30",
    namesCovered: a.pick % 5 > 0,
    metadataRemoved: true,
  };
  const need = { id, standard: "7.RP.3", kind: "reteach", students: ["s1"] };
  const fields: Record<string, object> = {
    "schedule-meeting": { meeting: "m1", team: "t1", on: "2026-10-02", minutes: 45, members, agenda },
    "set-agenda": { agenda: a.pick % 2 ? agenda : [...agenda].reverse() },
    "move-meeting": { on: "2026-10-09", minutes: 30 },
    arrive: a.pick % 2 ? { person } : {},
    depart: a.pick % 2 ? { person } : {},
    "set-members": { members: members.filter((m) => m.id !== people[a.pick % people.length]) },
    "give-role": { role: "facilitator", to: person },
    "begin-item": { item },
    "end-item": { item },
    "skip-item": { item, reason: "no time" },
    "note-item": { item, note: id, text: "said", ...(a.pick % 4 === 0 && { for: person }) },
    "note-decision": { decision: id, text: "decided" },
    "open-poll": { poll: id, spec: a.pick % 2 ? open : secret, text: "Shall we?" },
    "cast-vote": { poll: id, choice: a.pick % 2 ? a.pick % 6 : "agree" },
    "close-poll": { poll: id },
    "agree-action": {
      action: id,
      owner: person,
      due: "2026-10-16",
      wording: { when: "it rains", will: "stay in" },
    },
    "review-action": { action: id, state: "done" },
    "draft-needs": { needs: [need], roster: ["s1", "s2"] },
    "set-need": { need },
    "remove-need": { need: id },
    "recheck-need": { meeting: "m0", need: id, text: "done" },
    "give-feedback": { feedback: id, kind: "plus", text: "short" },
    "rate-meeting": { rating: a.pick % 7 },
    "set-window": {
      window: id,
      run: "r1",
      times: {
        opens: "2026-10-02T00:00:00.000Z",
        closes: "2026-10-03T00:00:00.000Z",
        expected: [person],
        late: "mark",
      },
    },
    "add-sample": { sample },
    "score-sample": { sample: id, criterion: "c", score: a.pick % 5 },
    "keep-exemplar": { sample: id },
    "remove-sample": { sample: id },
    "start-run": { plan, people: members },
    "go-to-step": { key: steps[a.pick % steps.length]!.key },
    "give-floor": { person },
    "extend-step": { minutes: 2, consent: people },
    "join-run": { person },
    "leave-run": { person },
    "hand-over": { role: "facilitator", to: person },
    "add-round": { person },
    "cast-ballot": { run: "r1", choices: [id], ...(a.pick % 4 === 0 && { for: person }) },
    "add-note": { note: id, text: "seen" },
    "change-note": { note: id, text: "seen again" },
    "withdraw-note": { note: id },
    "reveal-notes": { step: steps[a.pick % steps.length]!.key },
  };
  const command: Record<string, unknown> = { commandId: `c${n}`, type: a.type, run: "r1", ...fields[a.type] };
  if (a.stale) Object.assign(command, { concurrency: "expected", seen: 0 });
  if (a.spoil) delete command["commandId"];
  return command as ReturnType<typeof commandOf>;
}

/** How every case begins, so that what follows finds something to act on. */
const BEGINNING = ["schedule-meeting", "open-meeting", "open-poll", "add-sample", "draft-needs", "start-run"];

/** Plays the acts on the meeting and on the model; throws where they part. */
function play(
  list: readonly Act[],
  evolve = evolveMeeting,
): { outcomes: readonly string[]; events: readonly MeetingEvent[] } {
  const model = newModel();
  // Restore and continue: every state goes on from its JSON as if it had never stopped.
  const room = stage(honest, "eve", (state, event) => {
    follow(model, event);
    return evolve(JSON.parse(JSON.stringify(state)), event);
  });
  const outcomes: string[] = [];
  const tell = (condition: boolean, what: string) => {
    if (!condition) throw new Error(what);
  };
  list.forEach((a, n) => {
    const before = room.state();
    const begin = BEGINNING[n];
    const raw: Act =
      begin === undefined ? a : { ...a, type: begin, who: "ana", pick: 3, spoil: false, stale: false };
    const outcome = room.send(raw.who, Date.UTC(2026, 9, 2) + n * 1000, commandOf(before, raw, n));
    outcomes.push(`${before.phase} ${raw.type}: ${outcome}`);
    const state = room.state();
    if (outcome !== "ok") {
      tell(state === before, "a rejection changes nothing");
      return;
    }
    tell(state.phase === model.phase, `phase ${state.phase}, model ${model.phase}`);
    tell([...state.present].sort().join() === [...model.present].sort().join(), "who is there");
    tell(
      state.notes.length === model.notes && state.decisions.length === model.decisions,
      "notes and decisions",
    );
    tell(state.actions.length === model.actions, "actions");
    tell(
      state.polls.length === model.polls && state.polls.filter((p) => p.outcome).length === model.closed,
      "polls",
    );
    tell(
      state.needs
        .map((x) => x.id)
        .sort()
        .join() === [...model.needs].sort().join(),
      "needs",
    );
    tell(
      state.samples
        .map((x) => x.id)
        .sort()
        .join() === [...model.samples].sort().join(),
      "samples",
    );
    tell((state.runs["r1"]?.notes.length ?? 0) === model.runNotes, "notes of the run");
    tell(state.items.filter((item) => item.state === "now").length <= 1, "one item at a time");
    tell(state.publicVersion >= before.publicVersion, "versions grow");
  });
  tell(JSON.stringify(replayMeeting(room.events)) === JSON.stringify(room.state()), "replay equals live");
  const handles = room.events.filter((event) => event.handle !== undefined);
  tell(
    handles.every((event) => event.actor === undefined && event.handle?.startsWith(handleOf(""))),
    "no actor beside a handle",
  );
  return { outcomes, events: room.events };
}

const throws = (action: () => unknown): boolean => {
  try {
    action();
    return false;
  } catch {
    return true;
  }
};
const faulty = (
  name: string,
  spoil: (after: MeetingState, event: MeetingEvent, before: MeetingState) => MeetingState,
) => ({
  name,
  caught: (seed: number) =>
    fc
      .sample(acts, { seed, numRuns: 40 })
      .some((list) => throws(() => play(list, (s, e) => spoil(evolveMeeting(s, e), e, s)))),
});

/** Laws about meetings: 50 random commands a case, so 20,000 cases are a million commands. */
export const laws: readonly Law[] = [
  law({
    name: "the meeting agrees with a simple model over random commands",
    gate: 30,
    nightly: 20_000,
    chunk: 250,
    values: acts,
    holds: (list) => {
      play(list);
    },
    faults: [
      faulty("whoever departs stays", (after, event, before) =>
        event.type === "person-departed" ? { ...after, present: before.present } : after,
      ),
      faulty("a removed need stays", (after, event, before) =>
        event.type === "need-removed" ? { ...after, needs: before.needs } : after,
      ),
      faulty("a closed poll stays open", (after, event, before) =>
        event.type === "poll-closed" ? { ...after, polls: before.polls } : after,
      ),
      faulty("two items at a time", (after, event, before) =>
        event.type === "item-begun"
          ? {
              ...after,
              items: after.items.map((item, i) =>
                before.items[i]!.state === "now" ? before.items[i]! : item,
              ),
            }
          : after,
      ),
      faulty("adjourning forgets the phase", (after, event) =>
        event.type === "meeting-adjourned" ? { ...after, phase: "working" } : after,
      ),
    ],
  }),
];
