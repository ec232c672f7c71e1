import { timetableToXhstt } from "@collegium/exchange";
import { generateSchool } from "@collegium/testing";

/** A generated school as a timetable file, for whoever has none at hand. */
export const file = timetableToXhstt(generateSchool({ seed: 1 }).timetable).value;
