import type { Placement } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { writeFet } from "./fet-write.js";
import { zip } from "./gzip.js";
import type { Original } from "./original.js";
import { writeSchedule } from "./schedule-write.js";
import { encode } from "./text-encoding.js";
import { writeXhstt } from "./xhstt-write.js";

/** How to write a changed timetable. */
export interface WriteTimetableOptions {
  /** XHSTT: the id of the one solution group that the file will hold; `planned` where absent. */
  readonly name?: string;
}

/**
 * The school's own file with new placements: those alone are patched, every other byte stays as it came, and the
 * file is gzip again if it was. Guarantees that reading it gives back the placements.
 *
 * Issue codes: `unknown-lesson`, `unknown-period`, `outside-week`, `incomplete-plan`, `not-in-encoding`.
 * @param placements - All placements of the timetable, not only the changed ones.
 */
export function writeTimetable(
  original: Original,
  placements: readonly Placement[],
  options: WriteTimetableOptions = {},
): Result<Uint8Array> {
  const [first, ...others] = check(original, placements);
  if (first) return fail(first, ...others.slice(0, 19));
  const text = patched(original, placements, options.name ?? "planned");
  if (!text.ok) return text;
  const bytes = encode(text.value, original.encoding);
  if (!bytes.ok) return bytes;
  return ok(original.gzip ? zip(bytes.value) : bytes.value, text.warnings);
}

function patched(original: Original, placements: readonly Placement[], name: string): Result<string> {
  switch (original.format) {
    case "xhstt":
      return ok(writeXhstt(original, placements, name));
    case "schedule-csv":
      return writeSchedule(original, placements);
    case "fet":
      return writeFet(original, placements);
  }
}

function check(original: Original, placements: readonly Placement[]): Issue[] {
  const order = new Map(original.periods.map((id, index) => [id, index]));
  const left = new Map(original.lessons.map(({ id, duration }) => [id, duration]));
  const issues: Issue[] = [];
  placements.forEach((placement, index) => {
    const path = ["placements", index];
    const at = order.get(placement.start);
    const rest = left.get(placement.lesson);
    if (rest === undefined) {
      issues.push({
        code: "unknown-lesson",
        path,
        message: "The placement is of a lesson that the file lacks.",
      });
    } else left.set(placement.lesson, rest - placement.duration);
    if (at === undefined) {
      issues.push({
        code: "unknown-period",
        path,
        message: "The placement starts in a period that the file lacks.",
      });
    } else if (at + placement.duration > original.periods.length) {
      issues.push({ code: "outside-week", path, message: "The placement runs beyond the end of the week." });
    }
  });
  const uneven = [...left].filter(([, rest]) => rest !== 0).map(([id]) => id);
  if (uneven.length > 0) {
    issues.push({
      code: "incomplete-plan",
      path: ["placements"],
      message: `${uneven.length} lessons have more or fewer periods placed than they need.`,
      hint: "Hand in every placement of the timetable, also those that did not change.",
      data: { lessons: uneven.slice(0, 50) },
    });
  }
  return issues;
}
