import type { FileCount, RefusedRow } from "./oneroster-file.js";
import type { Roster } from "./roster.js";

/** How to read a roster. */
export interface ReadRosterOptions {
  /**
   * `lenient`, the default, understands what real exports do against the standard and says so; `strict` refuses it.
   */
  readonly profile?: "strict" | "lenient";
  /** The roster of the last import, which a package in delta mode changes. */
  readonly since?: Roster;
  /** How dates with slashes are meant, where the export writes them so. */
  readonly dates?: "day-first" | "month-first";
}

/** A roster as read: what was taken, what was refused, and why. */
export interface ReadRoster {
  readonly roster: Roster;
  /** One entry per file read, in the order of reading. */
  readonly counts: readonly FileCount[];
  /** The first thousand refused rows. */
  readonly refused: readonly RefusedRow[];
  readonly refusedInAll: number;
}
