import type { ProtocolDefinition } from "../definition.js";

/** Collaborative assessment conference: see what a piece of work shows about a learner before anyone judges it. */
export const cac: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/cac@1",
  status: "ready",
  title: {
    en: "Collaborative assessment conference",
    es: "Conferencia colaborativa sobre trabajos",
  },
  purpose: {
    en: "See what a piece of work shows about a learner before anyone judges it.",
    es: "Ver qué muestra un trabajo sobre quien aprende antes de que alguien lo juzgue.",
  },
  origin: {
    en: "By Steve Seidel and colleagues at Project Zero, Harvard, 1988.",
    es: "De Steve Seidel y colegas en Project Zero, Harvard, 1988.",
  },
  uses: ["student-work"],
  trust: "some",
  group: { min: 5, max: 10 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "look",
      kind: "read",
      label: { en: "Look in silence", es: "Mirar en silencio" },
      instruction: {
        en: "Read or look at the work. Nobody says where it comes from.",
        es: "Lee o mira el trabajo. Nadie dice de dónde viene.",
      },
      minutes: { min: 8, max: 10 },
      speaks: { who: "nobody" },
    },
    {
      id: "describe",
      kind: "describe",
      label: { en: "What do you see?", es: "¿Qué ves?" },
      instruction: {
        en: "Name what is there. If a judgement slips in, ask what in the work it rests on.",
        es: "Nombra lo que hay. Si aparece un juicio, pregunta en qué del trabajo se apoya.",
      },
      minutes: { min: 8, max: 10 },
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
        en: "Ask about the work, the learner, the task. Answers come later.",
        es: "Pregunta sobre el trabajo, quien aprende y la tarea. Las respuestas vienen después.",
      },
      minutes: { min: 5, max: 8 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      safeBreak: {
        en: "The list of what was seen and asked.",
        es: "La lista de lo visto y lo preguntado.",
      },
    },
    {
      id: "speculate",
      kind: "speculate",
      label: { en: "What is the learner working on?", es: "¿En qué está trabajando quien aprende?" },
      instruction: {
        en: "Guess with care, and point to the work.",
        es: "Supón con cuidado y señala el trabajo.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The teacher adds the story", es: "Quien enseña cuenta el contexto" },
      instruction: {
        en: "Say what surprised you, answer what you like, add what the work does not show.",
        es: "Di qué te sorprendió, responde lo que quieras, agrega lo que el trabajo no muestra.",
      },
      minutes: { min: 7, max: 12 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "What follows for teaching?", es: "¿Qué sigue para la enseñanza?" },
      instruction: {
        en: "For this learner, and for the rest of our students.",
        es: "Para esta persona y para nuestros demás estudiantes.",
      },
      minutes: { min: 7, max: 15 },
      speaks: { who: "everyone" },
      capture: {
        id: "ideas",
        label: { en: "What we will try", es: "Lo que probaremos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "How did it go?", es: "¿Cómo nos fue?" },
      instruction: {
        en: "What helped our talk, and what will we do otherwise next time?",
        es: "¿Qué ayudó a nuestra conversación y qué haremos distinto?",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "derived",
  minutesSource: "essentialschools.org gives 45 to 75 minutes in all; the split over steps is ours.",
  publishedTotal: { min: 45, max: 75 },
};
