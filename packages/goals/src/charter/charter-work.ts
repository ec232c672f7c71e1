import type { Words } from "../lint/rule.js";
import type { Charter, DecisionRight } from "./charter.js";

/** One meeting on the way to a charter. */
export interface CharterMeeting {
  readonly id: "where-are-we" | "discrepancies" | "draft" | "comments" | "consent" | "review";
  readonly title: Words;
  /** What people answer in it, in own words. */
  readonly questions: readonly Words[];
  /** Fields of the charter it fills. */
  readonly fills: readonly (keyof Charter)[];
}

/** The sequence of meetings in which a charter comes about, as data for a meeting cycle. */
export const charterMeetings: readonly CharterMeeting[] = [
  {
    id: "where-are-we",
    title: { en: "Where are we?", es: "¿Dónde estamos?" },
    questions: [
      {
        en: "What do we want every student to learn and be able to do?",
        es: "¿Qué queremos que cada estudiante aprenda y pueda hacer?",
      },
      {
        en: "When did we last change our teaching because of what students' work showed?",
        es: "¿Cuándo cambiamos por última vez la enseñanza por lo que mostró el trabajo de los estudiantes?",
      },
      { en: "Which students do we know least about?", es: "¿De qué estudiantes sabemos menos?" },
      {
        en: "When in the week can we work together, and what takes that time away?",
        es: "¿Cuándo en la semana podemos trabajar juntos, y qué nos quita ese tiempo?",
      },
    ],
    fills: ["population", "mission", "vision"],
  },
  {
    id: "discrepancies",
    title: { en: "What stands between?", es: "¿Qué se interpone?" },
    questions: [
      {
        en: "Where does what we say differ from what a visitor would see?",
        es: "¿Dónde lo que decimos difiere de lo que vería un visitante?",
      },
      {
        en: "Who takes the first step on each, and by when?",
        es: "¿Quién da el primer paso en cada uno, y para cuándo?",
      },
    ],
    fills: ["discrepancies"],
  },
  {
    id: "draft",
    title: { en: "The draft", es: "El borrador" },
    questions: [
      { en: "What does each of us promise the others?", es: "¿Qué promete cada uno a los demás?" },
      {
        en: "What may teachers, students, parents and the principal expect of each other?",
        es: "¿Qué pueden esperar unos de otros docentes, estudiantes, familias y dirección?",
      },
      {
        en: "What does a team decide, where does it advise, what does the principal decide, and why?",
        es: "¿Qué decide un equipo, dónde aconseja, qué decide la dirección, y por qué?",
      },
    ],
    fills: ["values", "commitments", "expectations", "decisionRights"],
  },
  {
    id: "comments",
    title: { en: "Comments", es: "Comentarios" },
    questions: [
      {
        en: "Have staff, parents and students been asked, with time to answer?",
        es: "¿Se preguntó a personal, familias y estudiantes, con tiempo para responder?",
      },
    ],
    fills: ["comments"],
  },
  {
    id: "consent",
    title: { en: "Consent", es: "Consentimiento" },
    questions: [
      {
        en: "Does anybody have a reason why this would harm students or our work?",
        es: "¿Alguien tiene una razón por la que esto dañaría a los estudiantes o nuestro trabajo?",
      },
    ],
    fills: ["consentedOn", "reviewOn"],
  },
  {
    id: "review",
    title: { en: "Review", es: "Revisión" },
    questions: [
      {
        en: "Which promise did we keep, which not, and what do we change?",
        es: "¿Qué promesa cumplimos, cuál no, y qué cambiamos?",
      },
    ],
    fills: ["reviewOn"],
  },
];

/**
 * The meeting a charter needs next: the first one that has left nothing in it.
 * On or after the review date it is the review.
 * @param on - Today, `YYYY-MM-DD`.
 */
export function nextCharterMeeting(charter: Charter, on: string): CharterMeeting {
  const meeting = (id: CharterMeeting["id"]) => charterMeetings.find((one) => one.id === id)!;
  if (charter.consentedOn !== undefined) return meeting("review");
  if (charter.mission === undefined || charter.vision === undefined) return meeting("where-are-we");
  if (charter.discrepancies.length === 0) return meeting("discrepancies");
  const { teachers, students, parents, principal } = charter.expectations;
  const drafted = [charter.commitments, teachers, students, parents, principal, charter.decisionRights];
  if (drafted.some((list) => list.length === 0)) return meeting("draft");
  return charter.comments === undefined || on <= charter.comments.closes
    ? meeting("comments")
    : meeting("consent");
}

/** Whether the review date has come. */
export function reviewIsDue(charter: Pick<Charter, "reviewOn">, on: string): boolean {
  return charter.reviewOn !== undefined && on >= charter.reviewOn;
}

/** Who decides on a topic; undefined where the charter is silent, which is itself a thing to talk about. */
export function decisionRight(
  charter: Pick<Charter, "decisionRights">,
  topic: string,
): DecisionRight | undefined {
  return charter.decisionRights.find((right) => right.topic.toLowerCase() === topic.trim().toLowerCase());
}

/** Discrepancies without owner, next step or date, or past their date: what the next meeting opens with. */
export function openDiscrepancies(
  charter: Pick<Charter, "discrepancies">,
  on: string,
): Charter["discrepancies"] {
  return charter.discrepancies.filter(
    ({ owner, nextStep, by }) => owner === undefined || nextStep === undefined || by === undefined || by < on,
  );
}

/** Whose results count: what the charter says, every student otherwise. */
export function populationOf(charter: Pick<Charter, "population">): string {
  return charter.population ?? "Every student";
}
