import type { ProtocolDefinition } from "../definition.js";

/** A short descriptive look at student work. */
export const describeWork: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/describe-work@1",
  status: "ready",
  title: { en: "Describing student work, short", es: "Describir un trabajo, versión corta" },
  purpose: {
    en: "See what a piece of work shows about a learner before anyone judges it.",
    es: "Ver qué muestra un trabajo sobre quien aprende antes de juzgarlo.",
  },
  origin: {
    en: "A short form of a conference on student work that grew at a graduate school of education in the late 1980s.",
    es: "Forma corta de una conversación sobre trabajos que nació en una escuela de posgrado en educación a fines de los años ochenta.",
  },
  uses: ["student-work"],
  trust: "any",
  group: { min: 4, max: 10 },
  roles: [{ id: "facilitator" }, { id: "presenter" }, { id: "participant" }],
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
      id: "questions",
      kind: "question",
      label: { en: "What questions does it raise?", es: "¿Qué preguntas despierta?" },
      instruction: {
        en: "Ask about the work and the task. The teacher listens and notes them.",
        es: "Pregunten sobre el trabajo y la tarea. Quien enseña escucha y las anota.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
    },
    {
      id: "working-on",
      kind: "speculate",
      label: { en: "What is the learner working on?", es: "¿En qué está trabajando quien aprende?" },
      instruction: {
        en: "What shows that the task held the learner's attention and made sense?",
        es: "¿Qué muestra que la tarea interesó y tuvo sentido?",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
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
      id: "implications",
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
  minutesSource: "slideshare 2682662, an adaptation with five steps of five minutes",
};
