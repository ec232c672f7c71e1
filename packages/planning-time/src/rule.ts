import type { Timetable } from "@collegium/scheduling";

/** Periods that a rule counts together, with what it wants of them. */
export interface RuleGroup {
  readonly periods: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The fields that this package reads of a timetable's rules; names and meanings are those of XHSTT. */
export interface SchoolRule {
  readonly kind: string;
  readonly hard: boolean;
  readonly weight?: number;
  readonly cost?: string;
  readonly lessons?: readonly string[];
  readonly lessonGroups?: readonly { readonly lessons: readonly string[] }[];
  readonly resources?: readonly string[];
  /** Suitable resources for a role of lessons. */
  readonly preferred?: readonly string[];
  readonly role?: string;
  readonly periods?: readonly string[];
  readonly periodGroups?: readonly RuleGroup[];
  readonly pairs?: readonly { first: string; second: string; minimum: number; maximum: number }[];
  readonly starts?: readonly { lesson: string; start: string }[];
  readonly duration?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The rules of a timetable that may not get worse. */
export function hardRules(timetable: Timetable): SchoolRule[] {
  return ((timetable.rules ?? []) as unknown as SchoolRule[]).filter((rule) => rule.hard);
}

/** Kinds of rules that hold whatever is asked for: what the file fixes, and breaks. */
export const ALWAYS_KEPT: ReadonlySet<string> = new Set(["preassigned-times", "break-before"]);
