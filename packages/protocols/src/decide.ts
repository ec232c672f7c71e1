import type { Concurrency, Rejection } from "@collegium/schema";
import type { Phased } from "./fact-machine.js";

/** Who sends a command, and when: the clock and the sign-in stay outside. */
export interface Who {
  readonly person: string;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Random word held by the person's device; stands in for the person where the author must not be stored. */
  readonly handle?: string;
  /** Actions of the person's grant, where the host has one: `facilitate`, `write-note`. */
  readonly may?: readonly string[];
}

/** What every command carries beside its own fields. */
export interface CommandBase<Type extends string = string> {
  /** Imperative, kebab-case: `add-note`. */
  readonly type: Type;
  /** Random; the same command never acts twice. */
  readonly commandId: string;
  /** `expected` needs the version that the sender's view showed, in `seen`; `commutes` does not. */
  readonly concurrency?: Concurrency;
  /** `version` of the sender's view. */
  readonly seen?: number;
}

/** A command of one type with its own fields. */
export type CommandOf<Type extends string, Fields = unknown> = CommandBase<Type> & Readonly<Fields>;

/** The outcome of a command: events to append, or the rule that refused it. */
export type Decided<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly rejection: Rejection };

/** A named reason to refuse a command; `undefined` lets it pass. */
export type Rule<State, Command> = (state: State, command: Command, who: Who) => Rejection | undefined;

/** Fields a command must have, by name and form; `?` marks those that may be absent. */
export type CommandFields = Readonly<Record<string, FieldForm | `${FieldForm}?`>>;
/** Forms of a command's field. */
export type FieldForm = "text" | "count" | "words" | "flag" | "data";

/** What one kind of command needs: its fields, its rules in order, and the facts it becomes. */
export interface CommandCase<State, Command, Event> {
  readonly fields: CommandFields;
  readonly rules: readonly Rule<State, Command>[];
  /** The facts an allowed command becomes. */
  readonly facts: (state: State, command: Command, who: Who) => readonly Event[];
}

/** One case for each command type. */
export type CommandCases<State, Command extends CommandBase, Event> = {
  readonly [Type in Command["type"]]: CommandCase<State, Extract<Command, { type: Type }>, Event>;
};

/** `decide` and `can` over one table of cases: they cannot disagree. */
export interface Decider<State, Command, Event> {
  /** Events, or the rule that refused; never throws, whatever the command looks like. */
  readonly decide: (state: State, command: Command, who: Who) => Decided<Event>;
  /** The rule that would refuse, or `undefined`. */
  readonly can: (state: State, command: Command, who: Who) => Rejection | undefined;
}

/**
 * Builds `decide` and `can` from a table of commands, so that a school can be told why something is refused.
 * Guarantees that a malformed or unknown command is a rejection and not an exception.
 *
 * Rejection codes: `unknown-command`, `malformed`, and those of the rules.
 * @param shared - Rules for every command, asked first.
 */
export function createDecider<State, Command extends CommandBase, Event>(
  cases: CommandCases<State, Command, Event>,
  shared: readonly Rule<State, CommandBase>[] = [],
): Decider<State, Command, Event> {
  type Case = CommandCase<State, CommandBase, Event>;
  const find = (type: unknown): Case | undefined =>
    typeof type === "string" && Object.hasOwn(cases, type)
      ? (cases as unknown as Record<string, Case>)[type]
      : undefined;
  const can = (state: State, command: Command, who: Who): Rejection | undefined => {
    const found = find(command?.type);
    if (!found) return { code: "unknown-command", message: "There is no such command." };
    const bad = badField(command, found.fields);
    if (bad) return bad;
    for (const rule of shared) {
      const rejection = rule(state, command, who);
      if (rejection) return rejection;
    }
    for (const rule of found.rules) {
      const rejection = rule(state, command, who);
      if (rejection) return rejection;
    }
    return undefined;
  };
  return {
    can,
    decide(state, command, who) {
      const rejection = can(state, command, who);
      if (rejection) return { ok: false, rejection };
      return { ok: true, events: (find(command.type) as Case).facts(state, command, who) };
    },
  };
}

const FORMS: Record<FieldForm, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string" && value.length > 0 && value.length <= 10_000,
  count: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000,
  words: (value) => Array.isArray(value) && value.length <= 1000 && value.every((v) => typeof v === "string"),
  flag: (value) => typeof value === "boolean",
  data: (value) => typeof value === "object" && value !== null,
};
const BASE: CommandFields = { commandId: "text", seen: "count?" };

function badField(command: CommandBase, fields: CommandFields): Rejection | undefined {
  for (const part of [BASE, fields]) {
    for (const name in part) {
      const form = part[name]!;
      const optional = form.endsWith("?");
      const value = (command as unknown as Record<string, unknown>)[name];
      if (optional && value === undefined) continue;
      const fits = FORMS[(optional ? form.slice(0, -1) : form) as FieldForm](value);
      if (!fits) {
        return {
          code: "malformed",
          message: `The field ${name} is missing or has the wrong form.`,
          hint: "Send the command again with every field it needs.",
          data: { field: name },
        };
      }
    }
  }
  return undefined;
}

/** A version for a viewer: what all see, and what this person alone has done. */
export interface Versions {
  /** Counts events that everyone in the room may notice. */
  readonly publicVersion: number;
  /** Counts hidden events by person or handle; nobody else may notice them. */
  readonly ownVersions: Readonly<Record<string, number>>;
}

/**
 * The version that one viewer's screen shows; it stands still while others write in private.
 * @example
 * ```ts
 * viewVersion({ publicVersion: 4, ownVersions: { p1: 2 } }, { person: "p1" }); // => 6
 * viewVersion({ publicVersion: 4, ownVersions: { p1: 2 } }, { person: "p2" }); // => 4
 * ```
 */
export function viewVersion(state: Versions, viewer: { person: string; handle?: string }): number {
  const own = state.ownVersions[viewer.person] ?? 0;
  return (
    state.publicVersion + own + (viewer.handle === undefined ? 0 : (state.ownVersions[viewer.handle] ?? 0))
  );
}

/**
 * Rules that refuse a command in any phase but some, in the words of what is held: a run, a meeting, a cycle.
 * Code `wrong-state`, with the phase and those in which it can be done.
 */
export function phaseRules<State extends Phased, Command>(
  what: string,
): (...phases: readonly State["phase"][]) => Rule<State, Command> {
  return (...phases) =>
    (state) =>
      phases.includes(state.phase)
        ? undefined
        : {
            code: "wrong-state",
            message: `This cannot be done while the ${what} is ${state.phase}.`,
            hint: `Look at where the ${what} stands now.`,
            data: { phase: state.phase, phases },
          };
}

/** Refuses a command whose sender looked at an older version. Codes `stale`, `seen-missing`. */
export function staleRule(state: Versions, command: CommandBase, who: Who): Rejection | undefined {
  if (command.concurrency === "expected" && command.seen === undefined) {
    return {
      code: "seen-missing",
      message: "The command does not say which version its sender saw.",
      hint: "Send the version of the view with it.",
    };
  }
  if (command.concurrency !== "expected" || command.seen === viewVersion(state, who)) return undefined;
  return {
    code: "stale",
    message: "Somebody else changed this in the meantime.",
    hint: "Look at the newest state and try again.",
  };
}

/** How many of the latest command ids a state remembers; the store remembers all. */
export const REMEMBERED_COMMANDS = 32;

/** The command ids a state remembers, with one more; the facts of one command count once. */
export function remembered(recent: readonly string[], commandId: string): readonly string[] {
  return recent.at(-1) === commandId ? recent : [...recent.slice(1 - REMEMBERED_COMMANDS), commandId];
}

/** Refuses a command that has just been carried out. Code `already-done`. */
export function repeatedRule(
  state: { readonly recentCommands: readonly string[] },
  command: CommandBase,
): Rejection | undefined {
  if (!state.recentCommands.includes(command.commandId)) return undefined;
  return { code: "already-done", message: "This command has already been carried out." };
}
