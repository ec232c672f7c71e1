/** What a name of a group of resources says: a subject department, or a grade. */
export interface NameMeaning {
  readonly department?: string;
  readonly grade?: string;
}

const DEPARTMENT =
  /^(?:.*[_\s])??([A-Za-zÀ-ž&+ -]+?)[_\s]+(?:div(?:ision)?|dept|department|faculty|fachschaft|departamento)$/i;
const DEPARTMENT_FIRST = /^(?:department|dept|faculty|departamento)[_\s]+(?:of[_\s]+|de[_\s]+)?(.+)$/i;
const GRADE =
  /(?:^|[^A-Za-z])(?:yr|year|grade|gr|form|klasse|jahrgang|grado|curso|std|standard)[\s_.-]*0*(\d{1,2})(?!\d)/i;

/**
 * The department or grade that a group's name states, in the spellings met in school files:
 * `Teacher_Maths_Div`, `Science Department`, `Class_Yr07`, `Grade 7`. Empty where it states none.
 */
export function meaningOf(name: string): NameMeaning {
  const department = DEPARTMENT.exec(name)?.[1] ?? DEPARTMENT_FIRST.exec(name)?.[1];
  if (department !== undefined) return { department: department.replaceAll("_", " ").trim() };
  const grade = GRADE.exec(name)?.[1];
  return grade === undefined ? {} : { grade };
}

const MEETING =
  /meeting|conference|\bplc\b|common plan|planning team|team time|briefing|reuni[oó]n|konferenz|besprechung|r[eé]union|vergadering|kokous/i;

/** Whether a lesson's or course's name says that it is a meeting of staff. */
export function saysMeeting(name: string): boolean {
  return MEETING.test(name.replaceAll("_", " "));
}

const DUTY = /\bduty\b|supervis|aufsicht|\bguardia\b|recess|\blunch\b|detention/i;

/** Whether a lesson's or course's name says that it is a duty beside teaching. */
export function saysDuty(name: string): boolean {
  return DUTY.test(name.replaceAll("_", " "));
}

/** The kind of resource that a type's name states. */
export function resourceKind(type: string): "teacher" | "group" | "student" | "room" | `ext:${string}` {
  if (/teach|staff|lehr|profes|docente|opettaja|enseign/i.test(type)) return "teacher";
  if (/room|raum|aula|salle|tila|lokaal/i.test(type)) return "room";
  if (/student|pupil|sch[uü]ler|alumn|learner/i.test(type)) return "student";
  if (/class|group|klas|grupo|gruppe|turma|luokka/i.test(type)) return "group";
  return `ext:${type.replace(/[^A-Za-z0-9_.-]/g, "_").slice(0, 64) || "other"}`;
}
