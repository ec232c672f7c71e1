import type { Issue } from "@collegium/schema";

/** Where a command reads and writes: results alone on `out`, everything for people's eyes on `err`. */
export interface Terminal {
  /** Writes a result. */
  readonly out: (text: string) => void;
  /** Writes what is meant for people: progress, warnings, refusals. */
  readonly err: (text: string) => void;
  /** Whether progress may redraw its line. */
  readonly interactive: boolean;
  /** Ends long work early; set when the person presses Ctrl+C. */
  readonly signal: AbortSignal;
}

/** A text of the command line: in English alone, or in both languages. */
export type Said = string | { readonly en: string; readonly es: string };

/** A text in a language; in English where it has no other. */
export function saidIn(said: Said, locale: "en" | "es"): string {
  return typeof said === "string" ? said : said[locale];
}

/** One flag of a command. */
export interface Flag {
  readonly type: "string" | "boolean";
  readonly says: Said;
  readonly multiple?: boolean;
  /** Word shown for the value: `FILE`, `N`. */
  readonly value?: string;
}

/** What a command was called with. */
export interface Call {
  readonly flags: Readonly<Record<string, string | boolean | string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** One command of `collegium`. */
export interface Command {
  /** Words that call it: `time audit`. */
  readonly name: string;
  readonly says: Said;
  /** Positional arguments as shown in help. */
  readonly takes?: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Answers with an exit code: 0 an answer, 1 input refused, 2 usage or cannot run. */
  readonly run: (call: Call, terminal: Terminal) => Promise<number>;
}

/** Input that a command refuses; ends it with exit code 1 and the issues as sentences. */
export class Refused extends Error {
  readonly issues: readonly Issue[];
  /** The same in Spanish, where the command knows it before the language is asked for. */
  readonly spanish: readonly Issue[];
  constructor(issues: readonly Issue[], spanish: readonly Issue[] = issues) {
    super("refused");
    this.issues = issues;
    this.spanish = spanish;
  }
}

/** A refusal of one thing, in both languages. */
export function refusal(code: string, path: Issue["path"], message: Said, hint: Said): Refused {
  const [english, spanish] = (["en", "es"] as const).map(
    (locale): Issue => ({ code, path, message: saidIn(message, locale), hint: saidIn(hint, locale) }),
  );
  return new Refused([english!], [spanish!]);
}

/** A call that cannot be carried out as written; ends the command with exit code 2. */
export class Misused extends Error {
  readonly said: Said;
  constructor(said: Said) {
    super(saidIn(said, "en"));
    this.said = said;
  }
}

/** The text of a flag, or `undefined` where it was not given. */
export function text(call: Call, name: string): string | undefined {
  const value = call.flags[name];
  return typeof value === "string" ? value : undefined;
}

/** The text of a flag that the command cannot do without. */
export function required(call: Call, name: string): string {
  const value = text(call, name);
  if (value === undefined || value === "")
    throw new Misused({ en: `--${name} is missing.`, es: `Falta --${name}.` });
  return value;
}

/** A whole number from a flag, within bounds. */
export function wholeNumber(call: Call, name: string, standard: number, least = 0): number {
  const value = text(call, name);
  if (value === undefined) return standard;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw new Misused({
      en: `--${name} takes a whole number from ${least} on.`,
      es: `--${name} toma un número entero, ${least} o más.`,
    });
  return number;
}
