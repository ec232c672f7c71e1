import fc from "fast-check";
import { type GeneratedSchool, generateSchool } from "../src/index.js";
import { law } from "../src/law.js";
import { faultsOf } from "../test/school-faults.js";

const sizes = fc.record({
  seed: fc.nat(1_000_000),
  grades: fc.subarray(["5", "6", "7", "8"], { minLength: 1 }),
  classesPerGrade: fc.integer({ min: 1, max: 7 }),
});

let sound: GeneratedSchool | undefined;

/** Whether the checker notices a change made to a small sound school. */
const noticed = (change: (school: GeneratedSchool) => void) => () => {
  sound ??= generateSchool({ seed: 1, classesPerGrade: 1 });
  const school = structuredClone(sound);
  change(school);
  return faultsOf(school).length > 0;
};

export const laws = [
  law({
    name: "a generated school has no clash and no idle class",
    gate: 6,
    nightly: 2000,
    chunk: 50,
    values: sizes,
    holds: (size) => faultsOf(generateSchool(size)).length === 0,
    faults: [
      {
        name: "a lesson moved into a taken period",
        caught: noticed(({ timetable }) => {
          const [first, second] = timetable.placements.filter(({ duration }) => duration === 1);
          first!.start = timetable.periods.find(({ id }) => id !== first!.start && id !== second!.start)!.id;
        }),
      },
      { name: "a lesson left out", caught: noticed(({ timetable }) => timetable.placements.splice(3, 1)) },
      {
        name: "a meeting beside a member's lesson",
        caught: noticed(({ timetable }) => {
          const lesson = timetable.lessons.find(({ kind }) => kind === "meeting")!;
          const teaching = timetable.lessons.find(
            ({ kind, resources }) => kind === "teaching" && resources[0] === lesson.resources[0],
          )!;
          timetable.placements.find((placement) => placement.lesson === lesson.id)!.start =
            timetable.placements.find((placement) => placement.lesson === teaching.id)!.start;
        }),
      },
    ],
  }),
];
