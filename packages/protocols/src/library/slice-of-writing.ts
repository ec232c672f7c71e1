import type { ProtocolDefinition } from "../definition.js";

/** Describing one piece in rounds: describe one piece of work closely, round by round. */
export const sliceOfWriting: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/slice-of-writing@1",
  status: "draft",
  title: { en: "Describing one piece in rounds", es: "Describir un trabajo en rondas" },
  purpose: {
    en: "Describe one piece of work closely, round by round.",
    es: "Describir de cerca un trabajo, ronda por ronda.",
  },
  origin: {
    en: "From the descriptive processes of the Prospect Center.",
    es: "De los procesos descriptivos del Prospect Center.",
  },
  uses: ["student-work"],
  trust: "some",
  group: { min: 4, max: 10 },
  roles: [{ id: "facilitator" }, { id: "presenter" }, { id: "participant" }],
  steps: [
    {
      id: "read",
      kind: "read",
      label: { en: "Read in silence, then aloud", es: "Leer en silencio y luego en voz alta" },
      instruction: {
        en: "Everyone reads; then one voice reads it aloud.",
        es: "Todas las personas leen; luego una voz lo lee en alto.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["facilitator"] },
    },
    {
      id: "impressions",
      kind: "round",
      label: { en: "First impressions", es: "Primeras impresiones" },
      instruction: { en: "One each: what strikes you?", es: "Una cada quien: ¿qué te llama la atención?" },
      minutes: { min: 5, max: 15 },
      speaks: { who: "each" },
      rules: ["no-judgement"],
    },
    {
      id: "describe",
      kind: "round",
      label: { en: "Line by line", es: "Línea por línea" },
      instruction: {
        en: "Describe words, forms, choices; in turn, around more than once.",
        es: "Describe palabras, formas, decisiones; por turno, más de una vuelta.",
      },
      minutes: { min: 10, max: 25 },
      speaks: { who: "each" },
      rules: ["no-judgement"],
      capture: {
        id: "seen",
        label: { en: "What we see", es: "Lo que vemos" },
        visible: "at-once",
        authorship: "named",
      },
      safeBreak: {
        en: "The descriptions, and the piece itself.",
        es: "Las descripciones y el trabajo mismo.",
      },
    },
    {
      id: "summarise",
      kind: "summarise",
      label: { en: "Pull the threads together", es: "Reunir los hilos" },
      instruction: {
        en: "Say which threads ran through the rounds.",
        es: "Di qué hilos recorrieron las rondas.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["facilitator"] },
      silent: ["participant"],
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The presenter speaks", es: "Habla quien presenta" },
      instruction: {
        en: "Add what you know and what you heard.",
        es: "Agrega lo que sabes y lo que oíste.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "What we learned", es: "Qué aprendimos" },
      instruction: { en: "About this learner, and about looking.", es: "Sobre esta persona y sobre mirar." },
      minutes: { min: 10, max: 20 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "recall",
  minutesSource: "Listed by a writing project site; its steps are not confirmed.",
  publishedTotal: { min: 40, max: 90 },
};
