import { gate } from "@collegium/testing";
import { it } from "vitest";
import { laws as csv } from "../nightly/csv.js";
import { laws as names } from "../nightly/names.js";
import { laws as timetables } from "../nightly/timetable-files.js";
import { laws as xml } from "../nightly/xml-fragments.js";

it.each([...csv, ...xml, ...names, ...timetables].map((law) => [law.name, law] as const))(
  "%s",
  async (_, law) => {
    await gate(law);
  },
);
