import type { Encoding } from "./text-encoding.js";

/**
 * What a reader keeps of a file so that placements alone can be patched into it. Opaque, but plain data: it may be
 * stored as JSON or sent to a worker.
 */
export interface Original {
  readonly format: "xhstt" | "schedule-csv" | "fet";
  readonly gzip: boolean;
  readonly encoding: Encoding;
  /** The whole text as it came. */
  readonly text: string;
  /** The timetable's own lessons and periods, to refuse placements that are not of this file. */
  readonly lessons: readonly { readonly id: string; readonly duration: number }[];
  readonly periods: readonly string[];
  /** What the format's writer needs besides; each format has its own. */
  readonly detail: unknown;
}
