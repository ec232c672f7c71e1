import type { ProtocolDefinition } from "../definition.js";

/** Data-driven dialogue, four phases: predict, draw, observe, and explain, one after the other. */
export const ddd4: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/ddd-4@1",
  status: "draft",
  title: { en: "Data-driven dialogue, four phases", es: "Diálogo con datos, cuatro fases" },
  purpose: {
    en: "Predict, draw, observe, and explain, one after the other.",
    es: "Predecir, dibujar, observar y explicar, una cosa tras otra.",
  },
  origin: {
    en: "The Using Data project's form of Wellman and Lipton's dialogue.",
    es: "La forma del proyecto Using Data del diálogo de Wellman y Lipton.",
  },
  uses: ["data"],
  trust: "any",
  group: { min: 3, max: 8 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "dialogue-monitor" }],
  steps: [
    {
      id: "predict",
      kind: "predict",
      label: { en: "Predict", es: "Predecir" },
      instruction: {
        en: "Say what you expect and the assumption behind it.",
        es: "Di qué esperas y el supuesto que hay detrás.",
      },
      minutes: { min: 8, max: 15 },
      speaks: { who: "each" },
    },
    {
      id: "visualise",
      kind: "visualise",
      label: { en: "Draw the data", es: "Dibujar los datos" },
      instruction: {
        en: "Colour or chart them by hand, large enough for all.",
        es: "Coloréenlos o grafíquenlos a mano, que se vean bien.",
      },
      minutes: { min: 10, max: 20 },
      speaks: { who: "everyone" },
      safeBreak: { en: "The chart on the wall.", es: "La gráfica en la pared." },
    },
    {
      id: "observe",
      kind: "observe",
      label: { en: "Observe", es: "Observar" },
      instruction: { en: "Facts and patterns only.", es: "Solo hechos y patrones." },
      minutes: { min: 12, max: 25 },
      speaks: { who: "each" },
      rules: ["no-because"],
      capture: {
        id: "observations",
        label: { en: "Observations", es: "Observaciones" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "infer",
      kind: "infer",
      label: { en: "Explain and ask", es: "Explicar y preguntar" },
      instruction: {
        en: "Possible explanations, questions, further data.",
        es: "Explicaciones posibles, preguntas, más datos.",
      },
      minutes: { min: 15, max: 30 },
      speaks: { who: "everyone" },
      capture: {
        id: "theories",
        label: { en: "Possible explanations", es: "Explicaciones posibles" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "assumed",
  minutesSource: "The phases were seen in training slides; their minutes are our assumption.",
  publishedTotal: { min: 45, max: 90 },
};
