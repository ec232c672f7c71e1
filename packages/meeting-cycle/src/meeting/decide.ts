import {
  arePeople,
  type CommandCases,
  createDecider,
  type Decided,
  decideRun,
  type NewRunEvent,
  newRun,
  type RunCommand,
  repeatedRule,
  runCommandTypes,
  staleRule,
  type Who,
} from "@collegium/protocols/runner";
import { windowState } from "../async/window.js";
import type { AnyMeetingCommand, MeetingCommand } from "./commands.js";
import { meetingFact, type NewMeetingEvent } from "./events.js";
import { needCases } from "./need-cases.js";
import { pollCases } from "./poll-cases.js";
import {
  belongs,
  controls,
  dayFits,
  forOthers,
  inPhase,
  inSession,
  isMember,
  isNew,
  itemThere,
  personBelongs,
} from "./rules.js";
import { sampleCases } from "./sample-cases.js";
import { isAgenda } from "./shapes.js";
import { isQuorate, type MeetingState } from "./state.js";
import { windowFor, windowRejection } from "./windows.js";

type Cases = CommandCases<MeetingState, MeetingCommand, NewMeetingEvent>;

const together = inPhase(...inSession);
const beforeEnd = inPhase("scheduled", ...inSession);
const written = inPhase(...inSession, "adjourned");
const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

const cases: Cases = {
  "schedule-meeting": {
    fields: {
      meeting: "text",
      team: "text",
      on: "text",
      minutes: "count",
      members: "data",
      agenda: "data",
      cycle: "text?",
      quorum: "count?",
      after: "text?",
    },
    rules: [
      isNew((meeting) => meeting.phase !== "planned"),
      dayFits((c) => c.on),
      (_, { members, agenda }) =>
        arePeople(members) && isAgenda(agenda)
          ? undefined
          : { code: "malformed", message: "A meeting needs members and an agenda." },
    ],
    facts: (_, c) => [
      meetingFact("meeting-scheduled", {
        meeting: c.meeting,
        team: c.team,
        on: c.on,
        minutes: c.minutes,
        members: c.members,
        agenda: c.agenda,
        ...optional("cycle", c.cycle),
        ...optional("quorum", c.quorum),
        ...optional("after", c.after),
      }),
    ],
  },
  "set-agenda": {
    fields: { agenda: "data" },
    rules: [
      beforeEnd,
      controls,
      (_, { agenda }) =>
        isAgenda(agenda)
          ? undefined
          : { code: "malformed", message: "An agenda is a list of items with title, purpose and minutes." },
    ],
    facts: (_, { agenda }) => [meetingFact("agenda-set", { agenda })],
  },
  "open-meeting": {
    fields: {},
    rules: [inPhase("scheduled"), isMember],
    facts: () => [meetingFact("meeting-opened", {})],
  },
  "begin-check-in": {
    fields: {},
    rules: [inPhase("gathering", "working", "closing"), controls],
    facts: () => [meetingFact("check-in-begun", {})],
  },
  "begin-agenda": {
    fields: {},
    rules: [inPhase("gathering", "opening", "closing"), controls],
    facts: () => [meetingFact("agenda-begun", {})],
  },
  "begin-closing": {
    fields: {},
    rules: [inPhase("gathering", "opening", "working"), controls],
    facts: () => [meetingFact("closing-begun", {})],
  },
  "adjourn-meeting": {
    fields: {},
    rules: [together, controls],
    facts: (meeting) => [...endRuns(meeting), meetingFact("meeting-adjourned", {})],
  },
  "approve-minutes": {
    fields: {},
    rules: [inPhase("adjourned"), isMember],
    facts: () => [meetingFact("minutes-approved", {})],
  },
  "cancel-meeting": {
    fields: { reason: "text?" },
    rules: [inPhase("scheduled"), controls],
    facts: (_, { reason }) => [
      meetingFact("meeting-cancelled", {}, reason === undefined ? {} : { personal: { reason } }),
    ],
  },
  arrive: {
    fields: { person: "text?", roles: "words?" },
    rules: [
      inPhase("scheduled", ...inSession),
      (meeting, { person }, who) =>
        (person ?? who.person) === who.person ? undefined : controls(meeting, {} as MeetingCommand, who),
      isNew((meeting, { person }) => person !== undefined && meeting.present.includes(person)),
    ],
    facts: (meeting, { person, roles }, who) => {
      const id = person ?? who.person;
      const joined = goingRuns(meeting).filter((run) => !run.people.some((p) => p.id === id && p.present));
      return [
        meetingFact("person-arrived", { person: id, ...optional("roles", roles) }),
        ...joined.map((run) => ({
          type: "person-joined" as const,
          typeVersion: 1,
          data: { run: run.run, person: { id, roles: roles ?? ["participant"] } },
        })),
      ];
    },
  },
  depart: {
    fields: { person: "text?" },
    rules: [
      inPhase("scheduled", ...inSession),
      (meeting, { person }, who) =>
        (person ?? who.person) === who.person ? undefined : controls(meeting, {} as MeetingCommand, who),
      personBelongs((c) => c.person),
    ],
    facts: (meeting, { person }, who) => {
      const id = person ?? who.person;
      const left = goingRuns(meeting).filter((run) => run.people.some((p) => p.id === id && p.present));
      return [
        meetingFact("person-departed", { person: id }),
        ...left.map((run) => ({
          type: "person-left" as const,
          typeVersion: 1,
          data: { run: run.run, person: id, reason: "left" as const },
        })),
      ];
    },
  },
  "give-role": {
    fields: { role: "text", to: "text" },
    rules: [
      beforeEnd,
      (meeting, { role }, who) => {
        const held = meeting.members.some(
          (m) => m.roles.includes(role) && (meeting.present.length === 0 || meeting.present.includes(m.id)),
        );
        return held ? controls(meeting, {} as MeetingCommand, who) : undefined;
      },
      isMember,
      (meeting, { to }) =>
        meeting.members.some((m) => m.id === to)
          ? undefined
          : { code: "person-not-there", message: "Only a member can take a role.", hint: "Choose a member." },
    ],
    facts: (_, { role, to }) => [meetingFact("meeting-role-given", { role, to })],
  },
  "begin-item": {
    fields: { item: "text" },
    rules: [together, controls, itemThere((c) => c.item)],
    facts: (meeting, { item }) => [
      ...(meeting.phase === "working" ? [] : [meetingFact("agenda-begun", {})]),
      meetingFact("item-begun", { item }),
    ],
  },
  "end-item": {
    fields: { item: "text" },
    rules: [together, controls, itemThere((c) => c.item)],
    facts: (_, { item }) => [meetingFact("item-ended", { item })],
  },
  "skip-item": {
    fields: { item: "text", reason: "text" },
    rules: [together, controls, itemThere((c) => c.item)],
    facts: (_, { item, reason }) => [meetingFact("item-skipped", { item }, { personal: { reason } })],
  },
  "note-item": {
    fields: { item: "text", note: "text", text: "text", for: "text?" },
    rules: [
      written,
      isMember,
      itemThere((c) => c.item),
      personBelongs((c) => c.for),
      isNew((meeting, c) => meeting.notes.some((note) => note.id === c.note)),
    ],
    facts: (_, { item, note, text, for: author }, who) => [
      meetingFact(
        "item-noted",
        {
          item,
          note,
          author: author ?? who.person,
          ...(author !== undefined && author !== who.person && { by: who.person }),
        },
        { personal: { text } },
      ),
    ],
  },
  "note-decision": {
    fields: { decision: "text", text: "text", reason: "text?", item: "text?" },
    rules: [
      written,
      isMember,
      itemThere((c) => c.item),
      isNew((meeting, c) => meeting.decisions.some((d) => d.id === c.decision)),
    ],
    facts: (meeting, { decision, text, reason, item }) => [
      meetingFact(
        "decision-noted",
        { decision, quorate: isQuorate(meeting), ...optional("item", item) },
        { personal: { text, ...optional("reason", reason) } },
      ),
    ],
  },
  "agree-action": {
    fields: {
      action: "text",
      owner: "text",
      due: "text",
      wording: "data",
      target: "text?",
      item: "text?",
      follows: "text?",
    },
    rules: [
      written,
      isMember,
      personBelongs((c) => c.owner),
      itemThere((c) => c.item),
      dayFits((c) => c.due),
      isNew((meeting, c) => meeting.actions.some((action) => action.id === c.action)),
      (_, { wording }) =>
        typeof wording.when === "string" && typeof wording.will === "string" && wording.will.trim() !== ""
          ? undefined
          : {
              code: "malformed",
              message: "An action is worded as: when … happens, I will ….",
              hint: "Say what will be done, and when.",
            },
    ],
    facts: (_, { wording, action, owner, due, target, item, follows }) => [
      meetingFact(
        "action-agreed",
        {
          action,
          owner,
          due,
          ...optional("target", target),
          ...optional("item", item),
          ...optional("follows", follows),
        },
        { personal: { wording } },
      ),
    ],
  },
  "review-action": {
    fields: { action: "text", state: "text", reason: "text?", due: "text?" },
    rules: [
      written,
      isMember,
      dayFits((c) => c.due),
      (_, { state, reason, due }) =>
        (state === "stuck" || state === "dropped") && reason === undefined
          ? { code: "reason-missing", message: "Say in a few words why.", hint: "Add a reason." }
          : state === "postponed" && due === undefined
            ? { code: "malformed", message: "Say until when it is postponed.", hint: "Add a date." }
            : ["done", "stuck", "active", "dropped", "postponed"].includes(state)
              ? undefined
              : { code: "malformed", message: "An action is done, active, stuck, postponed or dropped." },
    ],
    facts: (_, { action, state, reason, due }) => [
      meetingFact(
        "action-reviewed",
        { action, state, ...optional("due", due) },
        reason === undefined ? {} : { personal: { reason } },
      ),
    ],
  },
  "give-feedback": {
    fields: { feedback: "text", kind: "text", text: "text", for: "text?" },
    rules: [
      written,
      isMember,
      personBelongs((c) => c.for),
      forOthers((c) => c.for),
      (_, { kind }) =>
        kind === "plus" || kind === "delta"
          ? undefined
          : { code: "malformed", message: "Feedback is a plus or a delta." },
      isNew((meeting, c) => meeting.feedback.some((f) => f.id === c.feedback)),
    ],
    facts: (_, { feedback, kind, text, for: author }, who) => [
      meetingFact("feedback-given", { feedback, kind, author: author ?? who.person }, { personal: { text } }),
    ],
  },
  "rate-meeting": {
    fields: { rating: "count" },
    rules: [
      written,
      isMember,
      (_, { rating }) =>
        rating >= 1 && rating <= 5
          ? undefined
          : { code: "malformed", message: "A rating is 1, 2, 3, 4 or 5." },
      (_, __, who) =>
        who.handle === undefined
          ? {
              code: "handle-missing",
              message: "Ratings are anonymous and need the device's own random word.",
              hint: "Open the meeting again on this device.",
            }
          : undefined,
    ],
    facts: (_, { rating }, who) => [meetingFact("rating-given", { rating }, { handle: who.handle! })],
  },
  ...needCases,
  ...pollCases,
  ...sampleCases,
};

const goingRuns = (meeting: MeetingState) =>
  Object.values(meeting.runs).filter((run) => run.phase === "running" || run.phase === "paused");

const endRuns = (meeting: MeetingState): NewMeetingEvent[] =>
  goingRuns(meeting).map((run) => ({
    type: "run-ended",
    typeVersion: 1,
    data: { run: run.run, reason: "meeting adjourned" },
  }));

const decider = createDecider<MeetingState, MeetingCommand, NewMeetingEvent>(cases, [
  repeatedRule,
  staleRule,
]);
const runCommands: ReadonlySet<string> = new Set(runCommandTypes);

/** Names of all commands of a meeting, without those of the runs inside it. */
export const meetingCommandTypes: readonly MeetingCommand["type"][] = Object.keys(
  cases,
) as MeetingCommand["type"][];

/**
 * What a command to a meeting, or to a protocol run inside it, becomes: facts, or the rule that refused it.
 * Guarantees never to throw and never to do half: a refused command has no facts at all.
 *
 * Rejection codes: those of `decideRun`, and `not-a-member`, `unknown-item`, `unknown-need`, `unknown-poll`,
 * `poll-closed`, `bad-vote`, `reason-missing`, `window-closed`, `window-not-open`, `unknown-sample`, `not-cleaned`.
 */
export function decideMeeting(
  state: MeetingState,
  command: AnyMeetingCommand,
  who: Who,
): Decided<NewMeetingEvent> {
  if (!runCommands.has(command?.type)) return decider.decide(state, command as MeetingCommand, who);
  const run = command as RunCommand;
  const refused =
    repeatedRule(state, run) ?? staleRule(state, run, who) ?? outside(state, run, who) ?? guest(state, who);
  if (refused) return { ok: false, rejection: refused };
  const window = run.type === "add-note" ? windowFor(state, run) : undefined;
  const closed = window && windowRejection(window, who.at);
  if (closed) return { ok: false, rejection: closed };
  const { concurrency: _, seen: __, ...plain } = run;
  const decided = decideRun(state.runs[run.run] ?? newRun, plain as RunCommand, who);
  if (!decided.ok || window === undefined || windowState(window, who.at).now !== "marked-late")
    return decided;
  const late = (event: NewRunEvent): NewRunEvent =>
    event.type === "note-added" ? { ...event, data: { ...event.data, late: true } } : event;
  return { ok: true, events: decided.events.map(late) };
}

/** What may be written before or after the meeting itself. */
const WRITING: ReadonlySet<string> = new Set(["add-note", "change-note", "withdraw-note", "mark-ready"]);

/** Runs need people together, except where a window lets them write in their own time, or notes come from paper. */
function outside(state: MeetingState, run: RunCommand, who: Who) {
  const refused = together(state, run as never, who);
  if (!refused) return undefined;
  if (state.phase === "adjourned" && run.type === "add-note") return undefined;
  const windowed = state.windows.some((window) => window.run === run.run);
  const early =
    state.phase === "scheduled" && windowed && (WRITING.has(run.type) || run.type === "start-run");
  return early ? undefined : refused;
}

const guest = (meeting: MeetingState, who: Who) =>
  belongs(meeting, who.person) || who.may?.includes("facilitate")
    ? undefined
    : {
        code: "not-a-member",
        message: "You do not belong to this meeting.",
        hint: "Arrive first, as a guest.",
      };

/** The rule that would refuse a command now, or `undefined`; the same rules as {@link decideMeeting}. */
export function canMeeting(state: MeetingState, command: AnyMeetingCommand, who: Who) {
  const decided = decideMeeting(state, command, who);
  return decided.ok ? undefined : decided.rejection;
}
