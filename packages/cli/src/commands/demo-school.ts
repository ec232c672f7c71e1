import { timetableToXhstt } from "@collegium/exchange";
import { generateSchool } from "@collegium/testing";
import { type Command, required, wholeNumber } from "../command.js";
import { accepted, writeWhole } from "../files.js";

/** `collegium demo school`: a generated school to try everything on. */
export const demoSchool: Command = {
  name: "demo school",
  says: "write a generated school as an XHSTT timetable; the same seed gives the same bytes",
  flags: {
    seed: { type: "string", value: "N", says: "which school; default 1" },
    out: { type: "string", value: "FILE", says: "where to write it: school.xml" },
  },
  async run(call, terminal) {
    const out = required(call, "out");
    const { timetable } = generateSchool({ seed: wholeNumber(call, "seed", 1) });
    await writeWhole(out, accepted(timetableToXhstt(timetable)));
    terminal.err(`${timetable.school}: written to ${out}`);
    return 0;
  },
};
