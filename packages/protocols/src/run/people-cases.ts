import type { CommandCases } from "../decide.js";
import type { RunCommand } from "./commands.js";
import { type NewRunEvent, runFact } from "./events.js";
import { controls, inPhase, inRoom, modestRoles, personThere, selfOrControls } from "./rules.js";
import { isPresent, type RunState } from "./state.js";
import { whoseTurn } from "./turns.js";

type PeopleCommand = Extract<
  RunCommand,
  { type: "end-turn" | "give-floor" | "join-run" | "leave-run" | "hand-over" | "mark-ready" }
>;
const going = inPhase("running", "paused");

/** Commands about who is there, who speaks, and who does what. */
export const peopleCases: CommandCases<RunState, PeopleCommand, NewRunEvent> = {
  "end-turn": {
    fields: { run: "text", person: "text?" },
    rules: [
      inPhase("running"),
      inRoom,
      (run, command) =>
        (command.person ?? whoseTurn(run)) === undefined
          ? { code: "no-turn", message: "Nobody has the floor now.", hint: "Move on to the next step." }
          : undefined,
      personThere((c) => c.person),
    ],
    facts: (run, { person }) => [runFact("turn-ended", { run: run.run, person: person ?? whoseTurn(run)! })],
  },
  "give-floor": {
    fields: { run: "text", person: "text" },
    rules: [inPhase("running"), controls, personThere((c) => c.person)],
    facts: (run, { person }) => [runFact("floor-given", { run: run.run, person })],
  },
  "join-run": {
    fields: { run: "text", person: "text", roles: "words?" },
    rules: [
      going,
      selfOrControls((c) => c.person),
      modestRoles,
      (run, { person }) =>
        isPresent(run, person)
          ? { code: "already-there", message: "This person is already in the room." }
          : undefined,
    ],
    facts: (run, { person, roles }) => [
      runFact("person-joined", { run: run.run, person: { id: person, roles: roles ?? ["participant"] } }),
    ],
  },
  "leave-run": {
    fields: { run: "text", person: "text", reason: "text?" },
    rules: [going, selfOrControls((c) => c.person), personThere((c) => c.person), knownReason],
    facts: (run, { person, reason }) => [
      runFact("person-left", { run: run.run, person, reason: reason ?? "left" }),
    ],
  },
  "hand-over": {
    fields: { run: "text", role: "text", to: "text" },
    rules: [
      going,
      inRoom,
      personThere((c) => c.to),
      (run, command, who) =>
        run.people.some((p) => p.present && p.roles.includes(command.role))
          ? controls(run, command, who)
          : undefined,
    ],
    facts: (run, { role, to }) => [runFact("role-handed-over", { run: run.run, role, to })],
  },
  "mark-ready": {
    fields: { run: "text", person: "text?" },
    rules: [going, inRoom, selfOrControls((c) => c.person), personThere((c) => c.person)],
    facts: (run, { person }, who) => [
      runFact("person-ready", { run: run.run, person: person ?? who.person }),
    ],
  },
};

/** Why somebody left stays in the record for good, so it is one of two words. */
function knownReason(_: RunState, { reason }: { readonly reason?: string }) {
  return reason === undefined || reason === "left" || reason === "connection-lost"
    ? undefined
    : { code: "malformed", message: "Somebody has left, or the connection was lost.", hint: "Say which." };
}
