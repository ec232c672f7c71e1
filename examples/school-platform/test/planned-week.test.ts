import { weekWithCover } from "@collegium/planning-time";
import { Timetable, weekGrid } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { expect, it } from "vitest";
import type { Frame } from "../src/frame.js";
import { speaker } from "../src/messages.js";
import { WeekTable } from "../src/pages/week.js";

const timetable = unwrap(
  Timetable.read({
    kind: "timetable",
    schemaVersion: 1,
    id: "week",
    school: "Example School",
    days: [{ id: "mon", name: "Monday" }],
    periods: ["1", "2"].map((name) => ({ id: `mon-${name}`, name, day: "mon" })),
    resources: ["Ada", "Ben", "Cleo"].map((name) => ({ id: name.toLowerCase(), name, kind: "teacher" })),
    lessons: [
      { id: "maths", name: "Maths 7A", kind: "teaching", duration: 1, resources: ["ada"] },
      { id: "art", name: "Art 7B", kind: "teaching", duration: 1, resources: ["ben"] },
    ],
    placements: [
      { lesson: "maths", start: "mon-1", duration: 1 },
      { lesson: "art", start: "mon-2", duration: 1 },
    ],
  }),
);
const covered = [
  { lesson: "art", occurrence: 1, duration: 1, period: "mon-2", member: "ben", by: "cleo", teams: ["pair"] },
];
const say = speaker("en");
const weekOf = (members: readonly string[], blocks: readonly string[]) =>
  String(
    WeekTable({
      frame: { say, locale: "en" } as unknown as Frame,
      week: weekGrid(weekWithCover(timetable, { placements: timetable.placements, covered })),
      members,
      planned: { blocks, covered },
    }),
  );

it("shows a covered lesson in the block of its own teacher, and by whom it is taken", () => {
  expect(weekOf(["ada", "ben"], ["mon-2"])).toMatch(
    /★ block<div class="taken">Cleo takes Art 7B for Ben<\/div>/,
  );
});

it("shows it in the week of whoever covers, who is not free then", () => {
  const week = weekOf(["ada", "cleo"], []);
  expect(week).toContain("1 of 2 free");
  expect(week).toContain("Cleo: covers Art 7B for Ben");
});
