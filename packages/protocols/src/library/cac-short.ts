import type { ProtocolDefinition } from "../definition.js";

/** Describing student work, short: see what a piece of work shows about a learner, in half an hour. */
export const cacShort: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/cac-short@1",
  status: "ready",
  title: { en: "Describing student work, short", es: "Describir un trabajo, versión corta" },
  purpose: {
    en: "See what a piece of work shows about a learner, in half an hour.",
    es: "Ver qué muestra un trabajo sobre quien aprende, en media hora.",
  },
  origin: {
    en: "A short form of the collaborative assessment conference, with an eye on whether the task engaged the learner.",
    es: "Forma corta de la conferencia colaborativa, atenta a si la tarea interesó a quien aprende.",
  },
  uses: ["student-work"],
  trust: "any",
  group: { min: 4, max: 10 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "describe",
      kind: "describe",
      label: { en: "What do you see?", es: "¿Qué ves?" },
      instruction: {
        en: "Name only what is on the page. If a judgement slips in, ask what it rests on.",
        es: "Nombra solo lo que está en la página. Si aparece un juicio, pregunta en qué se apoya.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      rules: ["no-judgement", "no-preference"],
      capture: {
        id: "seen",
        label: { en: "What we see", es: "Lo que vemos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "question",
      kind: "question",
      label: { en: "What does it make you ask?", es: "¿Qué te hace preguntar?" },
      instruction: {
        en: "Ask about work and task. The teacher listens and notes the questions.",
        es: "Pregunten sobre el trabajo y la tarea. Quien enseña escucha y anota.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
    },
    {
      id: "speculate",
      kind: "speculate",
      label: { en: "Did it hold the learner?", es: "¿Interesó a quien aprende?" },
      instruction: {
        en: "What shows that the task was engaging and made sense?",
        es: "¿Qué muestra que la tarea interesó y tuvo sentido?",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      safeBreak: {
        en: "The list of what was seen and asked.",
        es: "La lista de lo visto y lo preguntado.",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The teacher responds", es: "Responde quien enseña" },
      instruction: {
        en: "Add what the group could not know, and what surprised you.",
        es: "Agrega lo que el grupo no podía saber y lo que te sorprendió.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "What follows for teaching?", es: "¿Qué sigue para la enseñanza?" },
      instruction: {
        en: "For this learner, and for your own classes.",
        es: "Para esta persona y para sus propias clases.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
      capture: {
        id: "ideas",
        label: { en: "What we will try", es: "Lo que probaremos" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "slideshare 2682662: five steps of five minutes",
  publishedTotal: { min: 25, max: 30 },
};
