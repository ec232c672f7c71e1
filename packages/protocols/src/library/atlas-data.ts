import type { ProtocolDefinition } from "../definition.js";

/** Looking at data in steps: read a data set in separate steps and end with actions. */
export const atlasData: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/atlas-data@1",
  status: "ready",
  title: { en: "Looking at data in steps", es: "Mirar datos por pasos" },
  purpose: {
    en: "Read a data set in separate steps and end with actions.",
    es: "Leer un conjunto de datos por pasos y terminar con acciones.",
  },
  origin: {
    en: "Eric Buchovecky's protocol from the ATLAS project, revised for data by Dianne Leahy in 2004.",
    es: "El protocolo de Eric Buchovecky del proyecto ATLAS, adaptado a datos por Dianne Leahy en 2004.",
  },
  uses: ["data"],
  trust: "any",
  group: { min: 3, max: 12 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "read",
      kind: "read",
      label: { en: "Get your bearings", es: "Orientarse" },
      instruction: {
        en: "One sentence on what the data are; then look in silence.",
        es: "Una frase sobre qué datos son; luego, mirar en silencio.",
      },
      minutes: { min: 4, max: 5 },
      speaks: { who: "nobody" },
    },
    {
      id: "describe",
      kind: "describe",
      label: { en: "What do you see?", es: "¿Qué ves?" },
      instruction: {
        en: "Point to the page, the standard, the number.",
        es: "Señala la página, el estándar, el número.",
      },
      minutes: { min: 7, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      rules: ["no-judgement", "no-because"],
      capture: {
        id: "seen",
        label: { en: "What we see", es: "Lo que vemos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "interpret",
      kind: "interpret",
      label: { en: "What might it mean?", es: "¿Qué puede significar?" },
      instruction: {
        en: "Offer several readings and the assumptions behind them.",
        es: "Ofrezcan varias lecturas y los supuestos detrás.",
      },
      minutes: { min: 7, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      safeBreak: { en: "What was seen and how it was read.", es: "Lo visto y cómo se leyó." },
    },
    {
      id: "imply",
      kind: "imply",
      label: { en: "What follows for our teaching?", es: "¿Qué sigue para nuestra enseñanza?" },
      instruction: {
        en: "Curriculum, lessons, assessment: what would we change?",
        es: "Currículo, clases, evaluación: ¿qué cambiaríamos?",
      },
      minutes: { min: 7, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
    },
    {
      id: "commit",
      kind: "commit",
      label: { en: "Who does what", es: "Quién hace qué" },
      instruction: {
        en: "Focus, strategy, who, and which data will tell.",
        es: "Foco, estrategia, quién y qué datos lo dirán.",
      },
      minutes: { min: 3, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      capture: {
        id: "actions",
        label: { en: "Actions", es: "Acciones" },
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
      minutes: { min: 2, max: 5 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "derived",
  minutesSource: "equitablelearning.org gives 30 minutes in all, a library copy 50; the split is ours.",
  publishedTotal: { min: 30, max: 50 },
};
