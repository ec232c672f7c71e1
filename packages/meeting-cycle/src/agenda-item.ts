import type { Message } from "@collegium/protocols/runner";

/** What an agenda item does; the order of a well-made agenda. */
export type AgendaItemKind =
  | "check-in"
  | "promises"
  | "recheck"
  | "measure"
  | "pinned"
  | "main"
  | "who-needs-what"
  | "next-steps"
  | "feedback";

/** One item of an agenda, with its purpose and its minutes. */
export interface AgendaItem {
  readonly id: string;
  readonly kind: AgendaItemKind;
  /** A message of this package, or `own` with the team's own words in `text`. */
  readonly title: Message;
  readonly purpose: Message;
  readonly minutes: number;
  /** Definition id of the protocol to run. */
  readonly protocol?: string;
  /** Actions to look at. */
  readonly actions?: readonly string[];
  /** Entries of who needs what to check again. */
  readonly needs?: readonly string[];
  /** Where it comes from: the meeting and item it carries on. */
  readonly from?: { readonly meeting: string; readonly item?: string };
  /** The target that it serves. */
  readonly target?: string;
}
