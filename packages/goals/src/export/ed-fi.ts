import type { GoalFields } from "../goal-set.js";

/** Fields of the `goals` resource of Ed-Fi Data Standard 6 that a results goal can fill. */
export interface EdFiGoal {
  readonly assignmentDate: string;
  readonly goalTitle: string;
  readonly personReference: EdFiPerson;
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
  { person, type = "Instruction", closed }: EdFiGoalOptions,
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
    goalTypeDescriptor: `uri://ed-fi.org/GoalTypeDescriptor#${type}`,
    ...(description === "" ? {} : { goalDescription: cut(description, TEXT) }),
    ...(closed ? { comments: cut(closed.learned, TEXT), completedDate: closed.on } : {}),
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

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
