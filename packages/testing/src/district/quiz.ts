import type { QuizItem, QuizResponses, QuizStudent } from "@collegium/evidence";
import type { SeededRandom } from "../random.js";
import type { DistrictStudent, IsoDay } from "./year.js";

/** A common quiz of one grade, as its teachers would paste it. */
export interface GeneratedQuiz extends QuizResponses {
  readonly id: string;
  readonly title: string;
  readonly school: string;
  readonly grade: string;
  readonly subject: "math";
  readonly date: IsoDay;
  /** What each standard is about. */
  readonly standards: Readonly<Record<string, string>>;
}

interface ItemPlan extends Required<Pick<QuizItem, "id" | "key" | "standard">> {
  /** Ability, in standard deviations, at which half of the students who do not guess are right. */
  readonly difficulty: number;
  /** The wrong answer of a common misconception; six in ten wrong answers are this one. */
  readonly trap: string;
}

const LETTERS = ["A", "B", "C", "D"];

// Hard, with one misconception behind all its items, is the second standard: the one a team should find.
const STANDARDS = [
  { code: "R.1", text: "Unit rates", difficulties: [-1.2, -0.8, -0.4, 0.1] },
  {
    code: "R.2",
    text: "Proportional relationships in tables and graphs",
    difficulties: [0.5, 0.9, 1.2, 0.7],
  },
  { code: "N.1", text: "Adding and subtracting signed numbers", difficulties: [-0.9, -0.3, 0.0, 0.3] },
];

/** The items of a quiz over some of the standards, four for each. */
export function quizItems(grade: string, chosen: readonly number[], random: SeededRandom): ItemPlan[] {
  let number = 0;
  return chosen.flatMap((at) =>
    STANDARDS[at]!.difficulties.map((difficulty) => {
      const [key, trap] = random.shuffle(LETTERS);
      return {
        id: `${++number}`,
        key: key!,
        trap: trap!,
        standard: `${grade}.${STANDARDS[at]!.code}`,
        difficulty,
      };
    }),
  );
}

/** What the standards of a grade's quizzes are about. */
export function quizStandards(grade: string): Record<string, string> {
  return Object.fromEntries(STANDARDS.map(({ code, text }) => [`${grade}.${code}`, text]));
}

/**
 * Answers of students to items. Right answers follow ability, one in five of the rest is a lucky guess; wrong answers
 * are mostly the misconception's; five in a hundred students are absent, six do not reach the end, one answer in a
 * hundred is left out.
 */
export function quizResponses(
  items: readonly ItemPlan[],
  students: readonly { readonly student: DistrictStudent; readonly ability: (standard: string) => number }[],
  random: SeededRandom,
): QuizResponses {
  const rows = students.map(({ ability }) => {
    if (random.chance(0.05)) return items.map(() => null);
    const reached = random.chance(0.06) ? items.length - 1 - random.below(3) : items.length;
    return items.map((item, at) => {
      if (at >= reached || random.chance(0.01)) return null;
      const knows = random.chance(curve(ability(item.standard) - item.difficulty));
      if (knows || random.chance(0.2)) return item.key;
      return random.chance(0.6) ? item.trap : random.pick(LETTERS.filter((letter) => letter !== item.key));
    });
  });
  return {
    students: students.map(({ student }): QuizStudent => ({ id: student.id, class: student.group })),
    items: items.map(({ id, key, standard }) => ({ id, key, standard })),
    responses: rows,
  };
}

/** An S-shaped curve through a half at 0, made of exact operations so that every machine agrees. */
function curve(x: number): number {
  const steep = 2.2 * x;
  return (1 + steep / (1 + Math.abs(steep))) / 2;
}

/**
 * A quiz as text to paste: tab-separated, first column the student, then the class, one column per item; the key and
 * the standards in rows of their own.
 * @param name - Name of a student and of a class by id.
 */
export function quizGrid(
  quiz: QuizResponses,
  name: { readonly student: (id: string) => string; readonly class: (id: string) => string },
): string {
  const rows = [
    ["Student", "Class", ...quiz.items.map(({ id }) => id)],
    ["Key", "", ...quiz.items.map(({ key }) => key ?? "")],
    ["Standard", "", ...quiz.items.map(({ standard }) => standard ?? "")],
    ...quiz.students.map(({ id, class: group = "" }, at) => [
      name.student(id),
      group === "" ? "" : name.class(group),
      ...quiz.responses[at]!.map((answer) => answer ?? ""),
    ]),
  ];
  return `${rows.map((row) => row.join("\t")).join("\n")}\n`;
}
