import type { ProtocolDefinition } from "../definition.js";

/** Vertical slice: ask what all the student work of one short time says about a school. */
export const verticalSlice: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/vertical-slice@1",
  status: "ready",
  title: { en: "Vertical slice", es: "Corte vertical" },
  purpose: {
    en: "Ask what all the student work of one short time says about a school.",
    es: "Preguntar qué dice de una escuela todo el trabajo de sus estudiantes en un tiempo breve.",
  },
  origin: {
    en: "From the Bush Educational Leaders Program and the Coalition of Essential Schools.",
    es: "Del programa Bush Educational Leaders y de la Coalition of Essential Schools.",
  },
  uses: ["student-work"],
  trust: "some",
  group: { min: 6, max: 40 },
  roles: [{ id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "read",
      kind: "read",
      label: { en: "Read the collection in silence", es: "Leer la colección en silencio" },
      instruction: {
        en: "Read as much as you can and take notes on the guiding question.",
        es: "Lee cuanto puedas y toma notas sobre la pregunta guía.",
      },
      minutes: { min: 120, max: 120 },
      speaks: { who: "nobody" },
      capture: {
        id: "notes",
        label: { en: "My notes", es: "Mis notas" },
        visible: "author",
        authorship: "named",
      },
      safeBreak: {
        en: "The collection, complete and in order, and everyone's notes.",
        es: "La colección completa y en orden, y las notas de cada persona.",
      },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "Seminar on the guiding question", es: "Seminario sobre la pregunta guía" },
      instruction: {
        en: "The collection is the text; point to it when you speak.",
        es: "La colección es el texto; señálala al hablar.",
      },
      minutes: { min: 0, max: 90 },
      speaks: { who: "everyone" },
      capture: {
        id: "findings",
        label: { en: "What it says", es: "Lo que dice" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "What it means for us", es: "Qué significa para la escuela" },
      instruction: {
        en: "What will we look at, keep or change?",
        es: "¿Qué miraremos, conservaremos o cambiaremos?",
      },
      minutes: { min: 0, max: 30 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "essentialschools.org, lasw.org and clee.org; the reading time is stated, the seminar is filled. The work of collecting starts days before.",
  publishedTotal: { min: 120, max: 240 },
  prework: [
    {
      en: "Agree on the purpose and one guiding question.",
      es: "Acuerden el propósito y una pregunta guía.",
    },
    {
      en: "Decide whose work is collected, across grades, groups and programmes, and for how long: a day and a half to a week.",
      es: "Decidan de quiénes se reúne el trabajo, entre grados, grupos y programas, y por cuánto tiempo: de un día y medio a una semana.",
    },
    {
      en: "Say what counts as work, and take off names of students and teachers.",
      es: "Digan qué cuenta como trabajo y quiten los nombres de estudiantes y docentes.",
    },
  ],
};
