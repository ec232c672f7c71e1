import type { GeneratedDistrict } from "./district.js";
import { type Row, sessionId } from "./oneroster.js";
import type { GeneratedQuiz } from "./quiz.js";
import type { RosterClass } from "./year.js";

/** Rows of the gradebook files for this year: benchmarks of every mathematics and English class, and the quizzes. */
export function gradebookRows(district: GeneratedDistrict) {
  const { thisYear, assessments, scores, quizzes } = district;
  const session = sessionId(thisYear);
  const classOf = new Map(
    thisYear.classes
      .filter(({ lesson }) => lesson !== undefined)
      .map((one) => [`${one.school} ${one.lesson}`, one]),
  );
  const students = new Map(thisYear.students.map((student) => [student.id, student]));
  const lineItems = new Map<string, Row>();
  const results: Row[] = [];

  const record = (
    what: { id: string; title: string; date: string; max: string; category: string },
    one: RosterClass,
    student: string,
    score: number | null,
    status: "fully graded" | "not submitted" | "exempt",
  ) => {
    const lineItem = `${what.id}-${one.id}`;
    lineItems.set(lineItem, {
      sourcedId: lineItem,
      title: what.title,
      assignDate: what.date,
      dueDate: what.date,
      classSourcedId: one.id,
      categorySourcedId: what.category,
      academicSessionSourcedId: session,
      resultValueMin: "0",
      resultValueMax: what.max,
      schoolSourcedId: one.school,
    });
    results.push({
      sourcedId: `${lineItem}-${student}`,
      lineItemSourcedId: lineItem,
      studentSourcedId: student,
      scoreStatus: status,
      score: score === null ? "" : String(score),
      scoreDate: what.date,
      classSourcedId: one.id,
      missing: String(status === "not submitted"),
    });
  };

  for (const { id, title, subject, date } of assessments.filter(({ at }) => at === 0)) {
    for (const { student, score, status } of scores.filter(({ assessment }) => assessment === id)) {
      const { school, group } = students.get(student)!;
      const word = status === "scored" ? "fully graded" : status === "exempt" ? "exempt" : "not submitted";
      const what = { id, title, date, max: "300", category: "category-benchmark" };
      record(what, classOf.get(`${school} ${group}-${subject}`)!, student, score, word);
    }
  }
  for (const quiz of quizzes) {
    const what = {
      id: quiz.id,
      title: quiz.title,
      date: quiz.date,
      max: `${quiz.items.length}`,
      category: "category-quiz",
    };
    quiz.students.forEach((student, at) => {
      const one = classOf.get(`${quiz.school} ${student.class}-${quiz.subject}`)!;
      const score = quizScore(quiz, at);
      record(what, one, student.id, score, score === null ? "not submitted" : "fully graded");
    });
  }
  return {
    categories: [
      { sourcedId: "category-benchmark", title: "Benchmark assessments", weight: "0" },
      { sourcedId: "category-quiz", title: "Common quizzes", weight: "20" },
    ],
    lineItems: [...lineItems.values()],
    results,
  };
}

/** Right answers of one student; null where nothing was answered. */
function quizScore({ responses, items }: GeneratedQuiz, student: number): number | null {
  const row = responses[student]!;
  if (row.every((answer) => answer === null)) return null;
  return row.filter((answer, at) => answer === items[at]!.key).length;
}
