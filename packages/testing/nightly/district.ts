import fc from "fast-check";
import { type GeneratedDistrict, generateDistrict } from "../src/index.js";
import { law } from "../src/law.js";
import { districtFaults } from "../test/district-faults.js";

const sizes = fc.record({
  seed: fc.nat(1_000_000),
  schools: fc.integer({ min: 1, max: 3 }),
  classesPerGrade: fc.integer({ min: 1, max: 3 }),
  studentsPerClass: fc.integer({ min: 4, max: 28 }),
});

/** The parts of a district that the planted faults change. */
interface Open {
  readonly thisYear: OpenYear;
  readonly nextYear: OpenYear;
  readonly scores: { student: string }[];
}
interface OpenYear {
  readonly last: string;
  readonly students: { id: string; readonly grade: string; readonly from: string; readonly to?: string }[];
  readonly enrollments: { readonly person: string; to: string }[];
}

let sound: GeneratedDistrict | undefined;

/** Whether the checker notices a change made to a small sound district. */
const noticed = (change: (district: Open) => void) => () => {
  sound ??= generateDistrict({ seed: 1, schools: 2, classesPerGrade: 1 });
  const open = structuredClone(sound);
  change(open as unknown as Open);
  return districtFaults(open).length > 0;
};

export const laws = [
  law({
    name: "a generated district's people, classes, dates and years fit together",
    gate: 2,
    nightly: 1000,
    chunk: 20,
    values: sizes,
    holds: (size) => districtFaults(generateDistrict(size)).length === 0,
    faults: [
      {
        name: "an enrolment after its student left",
        caught: noticed(({ thisYear }) => {
          const left = thisYear.students.find(({ to }) => to !== undefined)!;
          thisYear.enrollments.find(({ person }) => person === left.id)!.to = thisYear.last;
        }),
      },
      {
        name: "a student who stays gets a new id",
        caught: noticed(({ nextYear }) => {
          nextYear.students.find(({ grade }) => grade === "7")!.id = "student-99999";
        }),
      },
      {
        name: "a score from before the student came",
        caught: noticed(({ thisYear, scores }) => {
          const late = thisYear.students.find(({ from }) => from > "2026-09-30")!;
          scores[0]!.student = late.id;
        }),
      },
      {
        name: "a class without a teacher",
        caught: noticed(({ nextYear }) => {
          nextYear.enrollments.shift();
        }),
      },
    ],
  }),
];
