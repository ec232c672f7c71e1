import { timetableToXhstt } from "@collegium/exchange";
import { generateDistrict, generateSchool } from "@collegium/testing";
import { type Command, required, text, wholeNumber } from "../command.js";
import { accepted, writeWhole } from "../files.js";

/** `collegium demo school`: a generated school to try everything on. */
export const demoSchool: Command = {
  name: "demo school",
  says: "write a generated school as an XHSTT timetable; the same seed gives the same bytes",
  flags: {
    seed: { type: "string", value: "N", says: "which school; default 1" },
    out: { type: "string", value: "FILE", says: "where to write it: school.xml" },
    calendar: {
      type: "string",
      value: "FILE",
      says: "also write the school's calendar, with its bells and odd days: calendar.json",
    },
  },
  async run(call, terminal) {
    const out = required(call, "out");
    const seed = wholeNumber(call, "seed", 1);
    const { timetable } = generateSchool({ seed });
    await writeWhole(out, accepted(timetableToXhstt(timetable)));
    const calendar = text(call, "calendar");
    if (calendar !== undefined) {
      const { thisYear } = generateDistrict({ seed, schools: 1 });
      await writeWhole(calendar, `${JSON.stringify(thisYear.calendar, undefined, 2)}\n`);
    }
    const files = calendar === undefined ? out : `${out}, its calendar to ${calendar}`;
    terminal.err(`${timetable.school}: written to ${files}`);
    return 0;
  },
};
