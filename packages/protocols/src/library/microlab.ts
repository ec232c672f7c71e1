import type { ProtocolDefinition } from "../definition.js";

/** Equal turns in small circles: give everyone the same time to speak, uninterrupted. */
export const microlab: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/microlab@1",
  status: "draft",
  title: { en: "Equal turns in small circles", es: "Turnos iguales en círculos pequeños" },
  purpose: {
    en: "Give everyone the same time to speak, uninterrupted.",
    es: "Dar a cada persona el mismo tiempo para hablar sin interrupciones.",
  },
  origin: {
    en: "Known as the microlab; from Julian Weissglass, with a form by Project Zero.",
    es: "Conocido como microlab; de Julian Weissglass, con una forma de Project Zero.",
  },
  uses: ["reflection"],
  trust: "some",
  group: { min: 3, max: 4 },
  roles: [{ id: "timekeeper" }, { id: "participant" }],
  rounds: [
    {
      id: "question",
      title: { en: "One question", es: "Una pregunta" },
      times: { min: 1, max: 3, usual: 2 },
    },
  ],
  steps: [
    {
      id: "think",
      kind: "write",
      label: { en: "Think about the question", es: "Pensar la pregunta" },
      instruction: { en: "In silence; notes are your own.", es: "En silencio; las notas son tuyas." },
      minutes: { min: 1, max: 2 },
      speaks: { who: "nobody" },
      round: "question",
      capture: {
        id: "thoughts",
        label: { en: "My thoughts", es: "Mis ideas" },
        visible: "author",
        authorship: "named",
      },
    },
    {
      id: "speak",
      kind: "round",
      label: { en: "Equal time", es: "Tiempo igual" },
      instruction: {
        en: "Everyone has the same time. If you finish early, the circle is silent with you.",
        es: "Cada persona tiene el mismo tiempo. Si terminas antes, el círculo guarda silencio contigo.",
      },
      minutes: { min: 1, max: 3 },
      speaks: { who: "each" },
      perPerson: true,
      round: "question",
      rules: ["no-discussion"],
      safeBreak: { en: "The questions not yet taken.", es: "Las preguntas que faltan." },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "Open talk", es: "Conversación abierta" },
      instruction: {
        en: "Across all rounds: what did you notice?",
        es: "Entre todas las rondas: ¿qué notaste?",
      },
      minutes: { min: 3, max: 8 },
      speaks: { who: "everyone" },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "What equal time changed", es: "Qué cambió el tiempo igual" },
      instruction: {
        en: "How was it to speak, and to listen?",
        es: "¿Cómo fue hablar y cómo fue escuchar?",
      },
      minutes: { min: 1, max: 3 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "recall",
  minutesSource: "Not confirmed in a source; from memory.",
  publishedTotal: { min: 15, max: 40 },
};
