import { fail, fromZod, type Issue, ok, type Result } from "@collegium/schema";
import * as z from "zod";

const Minutes = z.number().min(0).max(10_000);

/** What a school wants to know when it compares ways to make time for its teams. */
export const WaysQuestion = z.strictObject({
  /** Length of a period where the timetable knows no bells. */
  minutesPerPeriod: z.number().min(5).max(300).exactOptional(),
  /** Minutes taken from every period of some days, all days where absent, and gathered into one block a day. */
  shave: z
    .strictObject({ minutes: z.number().min(1).max(30), days: z.array(z.string()).min(1).exactOptional() })
    .exactOptional(),
  /** Students leave so much earlier on one day of the week, or come so much later. */
  release: z
    .strictObject({
      minutes: z.number().min(10).max(240),
      day: z.string(),
      when: z.enum(["early", "late"]),
      /** Once in so many weeks; every week where absent. */
      every: z.int().min(1).max(10).exactOptional(),
    })
    .exactOptional(),
  /** Teachers who can take a class in any period, and how many of one teacher's lessons they may take in a week. */
  cover: z
    .strictObject({ teachers: z.int().min(1).max(50), lessonsPerTeacher: z.int().min(1).max(20) })
    .exactOptional(),
  /** What the contract keeps for every teacher alone, in minutes a week, and the shortest stretch that counts as time. */
  contract: z
    .strictObject({ ownMinutes: Minutes.exactOptional(), shortest: Minutes.exactOptional() })
    .exactOptional(),
  /** Minutes of instruction that the law wants in a year, and the weeks of that year. */
  law: z
    .strictObject({ instructionMinutes: z.number().min(0).max(200_000), weeks: z.number().min(1).max(52) })
    .exactOptional(),
});
/** See the constant of the same name. */
export type WaysQuestion = z.infer<typeof WaysQuestion>;

/**
 * Reads a school's question about ways to make time, from JSON or a form.
 * Guarantees every number within its bounds; all faults are reported together.
 *
 * Issue codes: those of the fields.
 * @example
 * ```ts
 * readWaysQuestion({ shave: { minutes: 5 } }); // => { ok: true, value: { shave: { minutes: 5 } }, warnings: [] }
 * readWaysQuestion({ shave: { minutes: 500 } }).ok; // => false
 * ```
 */
export function readWaysQuestion(input: unknown): Result<WaysQuestion> {
  const parsed = WaysQuestion.safeParse(input);
  return parsed.success ? ok(parsed.data) : fail(...(fromZod(parsed.error.issues) as [Issue, ...Issue[]]));
}
