import type { Rejection } from "@collegium/schema";
import {
  type CommandCases,
  createDecider,
  type Decided,
  repeatedRule,
  staleRule,
  type Who,
} from "../decide.js";
import type { RunCommand } from "./commands.js";
import type { NewRunEvent } from "./events.js";
import { noteCases } from "./note-cases.js";
import { peopleCases } from "./people-cases.js";
import { sameRun } from "./rules.js";
import type { RunState } from "./state.js";
import { stepCases } from "./step-cases.js";

const cases: CommandCases<RunState, RunCommand, NewRunEvent> = { ...stepCases, ...peopleCases, ...noteCases };

const decider = createDecider<RunState, RunCommand, NewRunEvent>(cases, [sameRun, repeatedRule, staleRule]);

/**
 * What a command to a run becomes: facts, or the rule that refused it.
 * Guarantees never to throw and never to do half: a refused command has no facts at all.
 *
 * Rejection codes: `unknown-command`, `malformed`, `other-run`, `already-done`, `seen-missing`, `stale`, `wrong-state`,
 * `wrong-role`, `not-in-room`, `person-not-there`, `unknown-step`, `not-ready`, `no-turn`, `no-round`, `consent-missing`,
 * `handle-missing`, `already-there`, `one-each`, `capture-closed`, `unknown-note`, `nothing-to-reveal`, `no-ballot`,
 * `ballot-closed`, `bad-vote`.
 */
export const decideRun: (state: RunState, command: RunCommand, who: Who) => Decided<NewRunEvent> =
  decider.decide;

/** The rule that would refuse a command now, or `undefined`; the same rules as {@link decideRun}. */
export const canRun: (state: RunState, command: RunCommand, who: Who) => Rejection | undefined = decider.can;

/** Names of all commands, for tests and hosts. */
export const runCommandTypes: readonly RunCommand["type"][] = Object.keys(cases) as RunCommand["type"][];
