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
  /** Where it lies in a team's cycle, and what the team does in it. */
  readonly phase: "focus" | "collaboration" | "reflection";
  readonly facets: readonly ("frame" | "gather" | "interpret" | "plan" | "act" | "check")[];
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
    phase: "focus",
    facets: ["frame"],
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
    phase: "focus",
    facets: ["gather", "interpret"],
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
    phase: "collaboration",
    facets: ["plan"],
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
    phase: "collaboration",
    facets: ["act"],
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
    phase: "collaboration",
    facets: ["act"],
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
    phase: "reflection",
    facets: ["check"],
  },
];

/**
 * The same sequence as a vocabulary of the meeting cycle (a document of kind `cycle-vocabulary`): a charter comes about
 * in the cycle a team works in anyway, and each step can be met, skipped or reopened there.
 */
export const charterVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/charter@1",
  title: { en: "How a charter comes about", es: "Cómo nace una carta" },
  origin: {
    en: "After Conzemius and O'Neill: expectations of everyone, discrepancies named, agreed with those it binds.",
    es: "A partir de Conzemius y O'Neill: expectativas de todos, discrepancias nombradas, acordada con quienes obliga.",
  },
  steps: charterMeetings.map(({ id, title, phase, facets }) => ({ id, title, phase, facets })),
  exits: [
    { next: "adjust-plan", to: "draft" },
    { next: "new-focus", to: "where-are-we" },
  ],
} as const;

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
