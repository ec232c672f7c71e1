import * as z from "zod";

/** A time of day as documents write it, `08:05`; `24:00` is the end of the day. */
export const TimeText = z
  .string()
  .regex(/^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, { error: "Expected a time such as 08:05." });
