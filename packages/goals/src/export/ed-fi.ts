import type { GoalFields } from "../goal-set.js";

/** Fields of the `goals` resource of Ed-Fi Data Standard 6 that a results goal can fill. */
export interface EdFiGoal {
  readonly assignmentDate: string;
  readonly goalTitle: string;
  readonly personReference: EdFiPerson;
  /** The goal it serves, where that is known to Ed-Fi as a goal of a person, too. */
  readonly parentGoalReference?: EdFiPerson & { readonly assignmentDate: string; readonly goalTitle: string };
  readonly goalTypeDescriptor: string;
  readonly goalDescription?: string;
  readonly comments?: string;
  readonly dueDate?: string;
  readonly completedDate?: string;
  readonly completedIndicator: boolean;
}

/** A person as Ed-Fi names one. */
export interface EdFiPerson {
  readonly personId: string;
  readonly sourceSystemDescriptor: string;
}

/** What Ed-Fi asks for and a goal does not hold. */
export interface EdFiGoalOptions {
  readonly person: EdFiPerson;
  /** A word of Ed-Fi's `GoalTypeDescriptor`; "Instruction" by default. */
  readonly type?:
    | "Assessment"
    | "Classroom Environment"
    | "Content"
    | "Instruction"
    | "Leadership"
    | "Student Engagement";
  readonly closed?: { readonly on: string; readonly learned: string };
  /** The goal it serves and the person who answers for that one. */
  readonly parent?: { readonly goal: Pick<GoalFields, "statement" | "from">; readonly person: EdFiPerson };
}

/** Longest title and texts of the standard. */
const TITLE = 255;
const TEXT = 1024;

/**
 * A results goal as an Ed-Fi goal of the person who answers for it. Texts longer than the standard allows are cut with an
 * ellipsis; indicators and targets have no place there and go into the description.
 */
export function edFiGoal(
  goal: GoalFields,
  { person, type = "Instruction", closed, parent }: EdFiGoalOptions,
): EdFiGoal {
  const description = goal.indicators
    .flatMap(({ text, measures }) => [
      text,
      ...measures.map(({ name, targets }) => `${name}: ${targets.length} targets`),
    ])
    .join("; ");
  return {
    assignmentDate: goal.from,
    goalTitle: cut(goal.statement, TITLE),
    personReference: person,
    ...(parent
      ? {
          parentGoalReference: {
            assignmentDate: parent.goal.from,
            goalTitle: cut(parent.goal.statement, TITLE),
            ...parent.person,
          },
        }
      : {}),
    goalTypeDescriptor: `uri://ed-fi.org/GoalTypeDescriptor#${type}`,
    ...(description === "" ? {} : { goalDescription: cut(description, TEXT) }),
    ...(closed ? { completedDate: closed.on } : {}),
    ...(closed?.learned ? { comments: cut(closed.learned, TEXT) } : {}),
    dueDate: goal.until,
    completedIndicator: closed !== undefined,
  };
}

/** Fields of the `professionalDevelopmentEvents` resource of Ed-Fi Data Standard 6. */
export interface EdFiProfessionalDevelopment {
  readonly namespace: string;
  readonly professionalDevelopmentTitle: string;
  readonly professionalDevelopmentOfferedByDescriptor: string;
  readonly professionalDevelopmentReason?: string;
  readonly required: boolean;
  readonly multipleSession: boolean;
  readonly totalHours?: number;
}

/** A series of team meetings as professional development, whose reason is the goal it serves. */
export function edFiProfessionalDevelopment(
  goal: Pick<GoalFields, "statement">,
  series: {
    readonly namespace: string;
    readonly title: string;
    readonly offeredBy: string;
    readonly meetings: number;
    readonly hours?: number;
    readonly required?: boolean;
  },
): EdFiProfessionalDevelopment {
  return {
    namespace: series.namespace,
    professionalDevelopmentTitle: cut(series.title, 60),
    professionalDevelopmentOfferedByDescriptor: series.offeredBy,
    professionalDevelopmentReason: cut(goal.statement, 60),
    required: series.required ?? false,
    multipleSession: series.meetings > 1,
    ...(series.hours === undefined ? {} : { totalHours: Math.round(series.hours) }),
  };
}

/** Fields of the `professionalDevelopmentEventAttendances` resource of Ed-Fi Data Standard 6. */
export interface EdFiAttendance {
  readonly attendanceDate: string;
  readonly attendanceEventCategoryDescriptor: string;
  readonly personReference: EdFiPerson;
  readonly professionalDevelopmentEventReference: Pick<
    EdFiProfessionalDevelopment,
    "namespace" | "professionalDevelopmentTitle"
  >;
}

/** One person's presence at one meeting of a series, as attendance of its professional development. */
export function edFiAttendance(
  event: EdFiProfessionalDevelopment,
  person: EdFiPerson,
  on: string,
  category = "uri://ed-fi.org/AttendanceEventCategoryDescriptor#In Attendance",
): EdFiAttendance {
  return {
    attendanceDate: on,
    attendanceEventCategoryDescriptor: category,
    personReference: person,
    professionalDevelopmentEventReference: {
      namespace: event.namespace,
      professionalDevelopmentTitle: event.professionalDevelopmentTitle,
    },
  };
}

/** Cuts between characters, never inside one. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}
