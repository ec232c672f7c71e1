// #region first
import { defineExtension } from "@collegium/schema";
import * as z from "zod";

/** The reading level that a goal is about, as our district counts it. Version 1 was a bare number. */
const levelOne = z.number().min(0).max(12);
// #endregion

// #region second
const levelTwo = z.object({
  scale: z.enum(["grade", "band"]),
  level: z.number(),
});

/** Our own field of a goal, in its second version; goals that still carry the first are read as the second. */
export const ReadingLevel = defineExtension("org.riverside.example/reading-level", levelTwo, {
  version: 2,
  earlier: [{ version: 1, schema: levelOne, up: (level) => ({ scale: "grade", level }) }],
});
// #endregion

/** The field as it was a year ago; for the tale only. */
export const ReadingLevelOne = defineExtension("org.riverside.example/reading-level", levelOne);
