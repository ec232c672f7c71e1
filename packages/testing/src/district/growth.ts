import type { SeededRandom } from "../random.js";
import { day } from "./students.js";
import type { DistrictStudent, IsoDay, Subgroup } from "./year.js";

/** What is really so, which no school can see: tests compare estimates with it. */
export interface TrueGrowth {
  readonly student: string;
  readonly subject: AssessedSubject;
  /** True score in the fall of the district's year. */
  readonly level: number;
  /** True points gained in twelve months. */
  readonly perYear: number;
}

/** A subject of the district's benchmark assessments. */
export type AssessedSubject = "math" | "ela";

/** One window in which the district assesses everyone. */
export interface Assessment {
  readonly id: string;
  readonly title: string;
  readonly subject: AssessedSubject;
  readonly date: IsoDay;
  /** Years before (negative) the fall of the district's year. */
  readonly at: number;
}

/** One student's score in one window; null with the reason. A student who was not in the district has no entry. */
export interface AssessmentScore {
  readonly assessment: string;
  readonly student: string;
  readonly score: number | null;
  readonly status: "scored" | "absent" | "exempt";
}

/** Standard deviation of one score around the true one. */
export const ERROR_OF_MEASUREMENT = 3;

const SUBJECTS: readonly AssessedSubject[] = ["math", "ela"];
const WINDOWS = [
  { name: "Fall", month: 9, date: 15, at: 0 },
  { name: "Winter", month: 1, date: 20, at: 1 / 3 },
  { name: "Spring", month: 5, date: 12, at: 2 / 3 },
];

/** Points by which a subgroup's true level lies lower on average; its growth does not. */
const GAPS: Readonly<Record<Subgroup, number>> = {
  "low-income": 5,
  "english-learner": 7,
  "students-with-disabilities": 7,
};

/** The windows of the two years before and the first one of this year, oldest first. */
export function assessmentWindows(year: number): Assessment[] {
  const years = [-2, -1, 0];
  return years.flatMap((back) =>
    WINDOWS.filter(({ at }) => back < 0 || at === 0).flatMap(({ name, month, date, at }) => {
      const begins = year + back;
      return SUBJECTS.map((subject) => ({
        id: `${subject}-${begins}-${name.toLowerCase()}`,
        title: `${subject === "math" ? "Mathematics" : "English"} benchmark, ${name.toLowerCase()} ${begins}-${(begins + 1) % 100}`,
        subject,
        date: day(month >= 8 ? begins : begins + 1, month, date),
        at: back + at,
      }));
    }),
  );
}

/**
 * True levels and growth. A sixth-grader stands at 200 in the fall and gains 8 points a year; students differ by 12
 * points in level and 2.5 in yearly growth, the two subjects go together in part.
 */
export function trueGrowth(students: readonly DistrictStudent[], random: SeededRandom): TrueGrowth[] {
  return students.flatMap(({ id, grade, subgroups }) => {
    const shared = random.normal();
    const gap = subgroups.reduce((sum, subgroup) => sum + GAPS[subgroup], 0);
    return SUBJECTS.map((subject) => ({
      student: id,
      subject,
      level: 200 + 8 * (Number(grade) - 6) - gap + 12 * (0.8 * shared + 0.6 * random.normal()),
      perYear: 8 + 2.5 * random.normal(),
    }));
  });
}

/** Scores of every student who was there: the truth plus error of measurement; four in a hundred absent, one exempt. */
export function assessmentScores(
  students: readonly DistrictStudent[],
  growth: readonly TrueGrowth[],
  windows: readonly Assessment[],
  random: SeededRandom,
): AssessmentScore[] {
  const truth = new Map(growth.map((one) => [`${one.student} ${one.subject}`, one]));
  return windows.flatMap(({ id, subject, date, at }) =>
    students
      .filter(({ from, to }) => from <= date && (to === undefined || date <= to))
      .map((student) => {
        const { level, perYear } = truth.get(`${student.id} ${subject}`)!;
        const score = Math.round(level + perYear * at + ERROR_OF_MEASUREMENT * random.normal());
        const fate = random.next();
        const status = fate < 0.04 ? "absent" : fate < 0.05 ? "exempt" : "scored";
        return {
          assessment: id,
          student: student.id,
          score: status === "scored" ? score : null,
          status,
        } as const;
      }),
  );
}
