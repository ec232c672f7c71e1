import type { Timetable } from "@collegium/scheduling";
import { fail, fromZod, type Issue, ok, type Result } from "@collegium/schema";
import * as z from "zod";

const Periods = z.int().min(0).max(100);

/**
 * Cover as an option: while a team meets, a cover teacher who is free then may take a member's lesson in its usual time
 * and place, instead of the lesson being moved. Whole lessons only, one of a lesson's teachers at most; every count is
 * in periods a week.
 */
export const Cover = z.strictObject({
  /** Who may take lessons of others, by the timetable's ids, and for how many periods a week at most. */
  teachers: z.array(z.strictObject({ id: z.string().min(1), periods: Periods })).min(1),
  /** Periods of one member's lessons that others take at most; no cap where absent. */
  perMember: Periods.exactOptional(),
  /** Periods of one class that somebody else takes at most; no cap where absent. */
  perClass: Periods.exactOptional(),
});
/** See the constant of the same name. */
export type Cover = z.infer<typeof Cover>;

/**
 * Reads who may cover, from JSON or a form.
 * Guarantees that everybody named is a teacher of the timetable, once, and every number within its bounds; all faults are
 * reported together.
 *
 * Issue codes: those of the fields, `unknown-teacher`, `not-a-teacher`, `repeated-teacher`.
 * @example
 * ```ts
 * const timetable = { resources: [{ id: "t9", name: "Teacher 9", kind: "teacher" as const }] };
 * readCover({ teachers: [{ id: "t9", periods: 3 }] }, timetable); // => { ok: true, value: { teachers: [{ id: "t9", periods: 3 }] }, warnings: [] }
 * readCover({ teachers: [{ id: "t1", periods: 3 }] }, timetable).ok; // => false
 * ```
 */
export function readCover(input: unknown, timetable: Pick<Timetable, "resources">): Result<Cover> {
  const parsed = Cover.safeParse(input);
  if (!parsed.success) return fail(...(fromZod(parsed.error.issues) as [Issue, ...Issue[]]));
  const kinds = new Map(timetable.resources.map(({ id, kind }) => [id, kind]));
  const ids = parsed.data.teachers.map(({ id }) => id);
  const issues = ids.flatMap((id, at): Issue[] => {
    const path = ["teachers", at, "id"];
    if (ids.indexOf(id) < at) return [{ code: "repeated-teacher", path, ...repeated }];
    if (kinds.get(id) === "teacher") return [];
    return [
      kinds.has(id)
        ? { code: "not-a-teacher", path, ...other }
        : { code: "unknown-teacher", path, ...unknown },
    ];
  });
  return issues.length > 0 ? fail(...(issues as [Issue, ...Issue[]])) : ok(parsed.data);
}

const repeated = {
  message: "This teacher is named twice.",
  hint: "Give each cover teacher one number of periods a week.",
};
const other = {
  message: "This id of the timetable is no teacher.",
  hint: "Name teachers; a class or a room cannot cover.",
};
const unknown = {
  message: "The timetable has no teacher of this id.",
  hint: "Take ids from the timetable file; time audit --json lists them.",
};
