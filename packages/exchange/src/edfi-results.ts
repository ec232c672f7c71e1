import { add, deepText, descriptor, type EdfiRecords, missing, sectionKey } from "./edfi-keys.js";
import { child, childrenOf, type Element, textOf } from "./xml.js";

export function readAssessment(element: Element, records: EdfiRecords) {
  const id = textOf(element, "AssessmentIdentifier");
  if (id === undefined) return missing("AssessmentIdentifier");
  const score = childrenOf(element, "AssessmentScore").find(
    (s) => descriptor(textOf(s, "AssessmentReportingMethod")) === "Raw score",
  );
  records.lineItems.set(id, {
    id,
    title: textOf(element, "AssessmentTitle") ?? id,
    category: "assessment",
    ...range(score),
  });
  return undefined;
}

export function readObjective(element: Element, records: EdfiRecords) {
  const code = textOf(element, "IdentificationCode");
  const assessment = deepText(child(element, "AssessmentReference"), "AssessmentIdentifier");
  if (code === undefined || assessment === undefined) return missing("IdentificationCode");
  const id = `${assessment}/${code}`;
  const standard = deepText(child(element, "LearningStandardReference"), "LearningStandardId");
  const maximum = textOf(element, "MaxRawScore");
  records.lineItems.set(id, {
    id,
    title: textOf(element, "Description") ?? standard ?? code,
    category: "objective",
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
  });
  return undefined;
}

export function readStudentAssessment(element: Element, records: EdfiRecords) {
  const student = deepText(child(element, "StudentReference"), "StudentUniqueId");
  const assessment = deepText(child(element, "AssessmentReference"), "AssessmentIdentifier");
  const own = textOf(element, "StudentAssessmentIdentifier");
  if (student === undefined) return missing("StudentReference");
  if (assessment === undefined || own === undefined) return missing("AssessmentReference");
  if (!records.people.has(student)) return { column: "StudentReference", code: "unknown-reference" as const };
  const date = textOf(element, "AdministrationDate")?.slice(0, 10) ?? "";
  const put = (suffix: string, category: string, score: string | undefined, text: string | undefined) => {
    const lineItem = suffix === "" ? assessment : `${assessment}/${suffix}`;
    if (!records.lineItems.has(lineItem))
      records.lineItems.set(lineItem, { id: lineItem, title: suffix || assessment, category });
    const value = Number(score);
    const id = suffix === "" ? own : `${own}/${suffix}`;
    records.results.set(id, {
      id,
      lineItem,
      student,
      status: "fully graded",
      date,
      ...(score !== undefined && Number.isFinite(value) ? { score: value } : {}),
      ...(text === undefined || text === "" ? {} : { text }),
    });
  };
  put("", "assessment", rawScore(element), levelOf(element));
  for (const objective of childrenOf(element, "StudentObjectiveAssessment")) {
    const code = deepText(child(objective, "ObjectiveAssessmentReference"), "IdentificationCode");
    if (code !== undefined) put(code, "objective", rawScore(objective), levelOf(objective));
  }
  for (const item of childrenOf(element, "StudentAssessmentItem")) {
    const code = deepText(child(item, "AssessmentItemReference"), "IdentificationCode");
    if (code === undefined) continue;
    const answer = textOf(item, "AssessmentResponse") ?? descriptor(textOf(item, "AssessmentItemResult"));
    put(code, "item", textOf(item, "RawScoreResult"), answer);
  }
  return undefined;
}

export function readGradebookEntry(element: Element, records: EdfiRecords) {
  const id = textOf(element, "GradebookEntryIdentifier");
  if (id === undefined) return missing("GradebookEntryIdentifier");
  const section = child(child(element, "SectionReference"), "SectionIdentity");
  const key =
    section &&
    sectionKey(
      textOf(section, "SectionIdentifier") ?? "",
      child(child(section, "CourseOfferingReference"), "CourseOfferingIdentity"),
    );
  const [assigned, due] = [textOf(element, "DateAssigned"), textOf(element, "DueDate")];
  records.lineItems.set(id, {
    id,
    title: textOf(element, "Title") ?? id,
    category: "gradebook",
    ...(key === undefined ? {} : { class: key }),
    ...(assigned === undefined ? {} : { assigned }),
    ...(due === undefined ? {} : { due }),
    ...range(element),
  });
  return undefined;
}

export function readGradebookResult(element: Element, records: EdfiRecords) {
  const lineItem = deepText(child(element, "GradebookEntryReference"), "GradebookEntryIdentifier");
  const student = deepText(child(element, "StudentReference"), "StudentUniqueId");
  if (lineItem === undefined || !records.lineItems.has(lineItem))
    return { column: "GradebookEntryReference", code: "unknown-reference" as const };
  if (student === undefined || !records.people.has(student))
    return { column: "StudentReference", code: "unknown-reference" as const };
  const id = `${lineItem}/${student}`;
  const score = textOf(element, "NumericGradeEarned");
  const text = textOf(element, "LetterGradeEarned");
  const result = {
    id,
    lineItem,
    student,
    status: score === undefined && text === undefined ? "not submitted" : "fully graded",
    date: textOf(element, "DateFulfilled") ?? records.lineItems.get(lineItem)?.due ?? "",
    ...(score === undefined ? {} : { score: Number(score) }),
    ...(text === undefined ? {} : { text }),
  };
  return add(records.results, id, result, "GradebookEntryReference");
}

/** The first raw score, else the first score of any kind. */
function rawScore(element: Element): string | undefined {
  const scores = childrenOf(element, "ScoreResult");
  const raw = scores.find((score) => descriptor(textOf(score, "AssessmentReportingMethod")) === "Raw score");
  return textOf(raw ?? scores[0], "Result");
}

function levelOf(element: Element): string | undefined {
  return descriptor(textOf(childrenOf(element, "PerformanceLevel")[0], "PerformanceLevel")) || undefined;
}

function range(element: Element | undefined): { minimum?: number; maximum?: number } {
  const [minimum, maximum] = [
    textOf(element, "MinimumScore"),
    textOf(element, "MaximumScore") ?? textOf(element, "MaxPoints"),
  ];
  return {
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
  };
}
