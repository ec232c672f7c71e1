import type { Timetable } from "@collegium/scheduling";
import type { Issue } from "@collegium/schema";
import type { Original } from "./original.js";
import type { ScheduleMapping } from "./schedule-mapping.js";
import type { Decoded } from "./text-encoding.js";

/** How to read a school's timetable file. */
export interface ReadTimetableOptions {
  /** The school's name, where the file does not state it or states it badly. */
  readonly name?: string;
  /** XHSTT: the solution group that is today's timetable. */
  readonly solution?: string;
  /** CSV: what the columns mean, as confirmed by a person; guessed where absent. */
  readonly mapping?: ScheduleMapping;
  /** Most bytes the file may have once unpacked; 64 MB where absent. */
  readonly limit?: number;
}

/** A timetable file as read. */
export interface ReadTimetable {
  readonly format: "xhstt" | "schedule-csv" | "fet";
  readonly timetable: Timetable;
  /** Hand it to `writeTimetable` with new placements. */
  readonly original: Original;
  /** Names of the timetables that the file holds; empty where the format knows none. */
  readonly solutions: readonly string[];
}

/** A file once unpacked and decoded, for a format's reader. */
export interface TimetableSource extends Decoded {
  readonly gzip: boolean;
  readonly options: ReadTimetableOptions;
}

/** The issue of a timetable in which lessons have no place. */
export function incomplete(label: string | undefined, unplaced: ReadonlyMap<string, number>): Issue {
  const lessons = [...unplaced.keys()];
  const periods = [...unplaced.values()].reduce((sum, n) => sum + n, 0);
  return {
    code: "incomplete-solution",
    path: label === undefined ? [] : ["SolutionGroups", label],
    message: `The timetable is incomplete: ${lessons.length} lessons still lack a place for ${periods} periods.`,
    hint: "Place them in the program that made the file, or take another solution of it.",
    data: { lessons: lessons.slice(0, 50), periods },
  };
}
