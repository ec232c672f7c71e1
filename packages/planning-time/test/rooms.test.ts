import { expect, it } from "vitest";
import { plan } from "../src/plan.js";
import { planSheet } from "../src/plan-sheet.js";
import { swapsOf } from "../src/swaps.js";
import { school } from "./schools.js";

const ROOMS = ["r1", "r2", "r3"];

/** Two teachers of one class must meet; the lesson that makes way comes where its room is taken by another class. */
function withRooms(preferred: readonly string[] | undefined) {
  const timetable = school(1, 3, ["t1 g1 @ d1p1", "t3 g1 @ d1p2", "t2 g2 @ d1p3", "t4 g2 @ d1p2"]);
  const room = ["r1", "r2", "r3", "r1"];
  const lessons = timetable.lessons.map(({ id }) => id);
  return {
    ...timetable,
    resources: [
      ...timetable.resources,
      ...ROOMS.map((id) => ({ id, name: `Room ${id}`, kind: "room" as const })),
    ],
    lessons: timetable.lessons.map((l) => ({ ...l, needs: [{ role: "room", kind: "room" }] })),
    placements: timetable.placements.map((p, i) => ({
      ...p,
      chosen: [{ role: "room", resource: room[i]! }],
    })),
    rules: [
      { kind: "avoid-clashes", hard: true, source: "xhstt", resources: [...ROOMS, "t1", "t2", "t3", "t4"] },
      ...(preferred
        ? [{ kind: "prefer-resources", hard: true, source: "xhstt", lessons, role: "room", preferred }]
        : []),
    ],
  };
}

const asked = (preferred?: readonly string[]) => ({
  timetable: withRooms(preferred),
  teams: [{ id: "a", members: ["t1", "t4"], blocks: 1 }],
  rules: "all" as const,
  noBlocksAt: ["d1p2", "d1p3"],
  pins: [{ lesson: "l4" }],
});

it("gives a lesson that moves another suitable room, says so, and leaves a pinned lesson its own", async () => {
  const problem = asked(ROOMS);
  const found = await plan(problem, { seed: 1, steps: 50 });
  expect(found.placed).toBe(1);
  expect(found.hard).toMatchObject({ before: 0, after: 0 });
  const move = found.moves.find(({ lesson }) => lesson === "l1")!;
  expect(move).toMatchObject({ from: "d1p1", to: "d1p2", rooms: [{ role: "room", from: "r1" }] });
  const [change] = move.rooms!;
  expect(ROOMS.slice(1)).toContain(change!.to);
  const placed = found.placements.find(({ lesson }) => lesson === "l1")!;
  expect(placed.chosen).toEqual([{ role: "room", resource: change!.to }]);
  expect(found.moves.filter(({ lesson }) => lesson === "l4")).toEqual([]);
  expect(swapsOf(problem, found).flatMap(({ moves }) => moves)).toHaveLength(found.moves.length);
  expect(planSheet(problem, found)).toContain(`in Room ${change!.to} instead of Room r1`);
  expect(planSheet(problem, found, { locale: "es" })).toContain(`en Room ${change!.to} en lugar de Room r1`);
});

it("leaves every room with its lesson where the file does not say what suits", async () => {
  const found = await plan(asked(), { seed: 1, steps: 50 });
  expect(found.placed).toBe(0);
  expect(found.moves).toEqual([]);
});
