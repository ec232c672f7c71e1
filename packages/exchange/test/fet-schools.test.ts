import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readTimetable, writeTimetable } from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];
/** Activities with a place in the week, of all. */
const schools = [
  ["Hopwood", 162, 163],
  ["6th-Primary-School", 364, 377],
  ["IBDP-School-2016", 1585, 1585],
] as const;

describe.skipIf(data === undefined)("real schools in FET (skipped without COLLEGIUM_DATA)", () => {
  it.each(schools)(
    "%s: comes in with its solved week, and goes out with starts alone changed",
    async (school, placed, all) => {
      const bytes = readFileSync(`${data}/timetables/fet/${school}.fet.gz`);
      const read = await readTimetable(bytes);
      const { timetable, original } = unwrap(read);
      expect(timetable.placements).toHaveLength(placed);
      expect(read.ok && read.warnings.map((w) => w.code)).toEqual(placed < all ? ["lessons-unplaced"] : []);
      const same = unwrap(writeTimetable(original, timetable.placements));
      expect(gunzipSync(same).equals(gunzipSync(bytes))).toBe(true);
      const [first, second] = timetable.placements.filter((p) => p.duration === 1);
      const swapped = timetable.placements.map((p) =>
        p === first ? { ...p, start: second!.start } : p === second ? { ...p, start: first!.start } : p,
      );
      const output = unwrap(writeTimetable(original, swapped));
      const [before, after] = [bytes, output].map((file) => gunzipSync(file).toString().split("\n"));
      expect(after!.filter((line, at) => line !== before![at]).length).toBeLessThanOrEqual(4);
      expect(unwrap(await readTimetable(output)).timetable.placements).toEqual(swapped);
    },
  );
});
