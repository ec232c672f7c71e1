import type { SeededRandom } from "../random.js";
import type { StaffedSchool } from "./classes.js";
import type { TrueGrowth } from "./growth.js";
import { type GeneratedQuiz, quizItems, quizResponses, quizStandards } from "./quiz.js";
import { day } from "./students.js";
import type { DistrictStudent } from "./year.js";

/**
 * A mathematics quiz of the school's middle grade over three standards in November, and a re-check of the weak one in
 * December: those who had missed it have learned most of it by then, the others a little.
 */
export function quizzesOf(
  { id: school, school: { students: seats } }: StaffedSchool,
  students: readonly DistrictStudent[],
  growth: readonly TrueGrowth[],
  year: number,
  random: SeededRandom,
): GeneratedQuiz[] {
  const grades = [...new Set(seats.map(({ grade }) => grade))];
  const grade = grades[Math.floor(grades.length / 2)]!;
  const [date, later] = [day(year, 11, 12), day(year, 12, 3)];
  const level = new Map(
    growth.filter(({ subject }) => subject === "math").map((one) => [one.student, one.level]),
  );
  const usual = 200 + 8 * (Number(grade) - 6) - 4;
  const taking = students
    .filter((one) => one.school === school && one.grade === grade && one.from <= date && one.to === undefined)
    .sort((a, b) => (a.group === b.group ? 0 : a.group < b.group ? -1 : 1));
  // Classes are a little apart, each on another standard: it depends on what was taught last.
  const strengths = new Map<string, number>();
  const strength = (group: string, standard: string) => {
    const key = `${group} ${standard}`;
    if (!strengths.has(key)) strengths.set(key, 0.35 * random.normal());
    return strengths.get(key)!;
  };
  const ability = (student: DistrictStudent) => (standard: string) =>
    (level.get(student.id)! - usual) / 11 + strength(student.group, standard);

  const common = { school, grade, subject: "math" as const, standards: quizStandards(grade) };
  const items = quizItems(grade, [0, 1, 2], random);
  const first = quizResponses(
    items,
    taking.map((student) => ({ student, ability: ability(student) })),
    random,
  );
  const weak = `${grade}.R.2`;
  const right = first.responses.map(
    (row) => row.filter((answer, at) => items[at]!.standard === weak && answer === items[at]!.key).length,
  );
  const recheckItems = quizItems(grade, [1], random);
  const recheck = quizResponses(
    recheckItems,
    taking.map((student, at) => {
      const gained = right[at]! < 3 ? 1.6 : 0.4;
      return { student, ability: (standard) => ability(student)(standard) + gained };
    }),
    random,
  );
  return [
    { id: "quiz-1", title: "Ratios and signed numbers", date, ...common, ...first },
    { id: "quiz-2", title: "Proportional relationships, re-check", date: later, ...common, ...recheck },
  ];
}
