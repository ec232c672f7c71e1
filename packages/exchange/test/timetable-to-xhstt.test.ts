import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readSchedule, readTimetable, timetableToXhstt } from "../src/index.js";
import { schedules } from "./schedule-examples.js";

describe("a timetable as a new XHSTT archive", () => {
  it.each(["cards", "gridOfDays", "studentRows"] as const)("%s comes back as it was", async (name) => {
    const { timetable } = unwrap(readSchedule(schedules[name]));
    const text = unwrap(timetableToXhstt(timetable));
    const again = unwrap(await readTimetable(new TextEncoder().encode(text))).timetable;
    expect(again.periods.map(({ id, name, day }) => ({ id, name, day }))).toEqual(timetable.periods);
    expect(again.lessons.map(({ id, kind, resources }) => [id, kind, [...resources].sort()])).toEqual(
      timetable.lessons.map(({ id, kind, resources }) => [id, kind, [...resources].sort()]),
    );
    const slots = (placements: typeof timetable.placements) =>
      placements.map((p) => JSON.stringify(p)).sort();
    expect(slots(again.placements)).toEqual(slots(timetable.placements));
  });
});
