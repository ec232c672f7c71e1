import type { CycleVocabulary } from "../vocabulary.js";

/** Plan, do, study, act. From the Model for Improvement; a test of change with a prediction. */
export const pdsa: CycleVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/pdsa@1",
  title: { en: "Plan, do, study, act", es: "Planear, hacer, estudiar, actuar" },
  origin: {
    en: "From the Model for Improvement; a test of change with a prediction.",
    es: "Del Modelo de Mejora; una prueba de cambio con una predicción.",
  },
  steps: [
    {
      id: "aim",
      title: { en: "Aim: what are we trying to accomplish?", es: "Propósito: ¿qué queremos lograr?" },
      phase: "focus",
      facets: ["frame"],
      slots: ["question", "essential-standards"],
    },
    {
      id: "plan",
      title: {
        en: "Plan: the change, the prediction, the data",
        es: "Planear: el cambio, la predicción, los datos",
      },
      phase: "focus",
      facets: ["gather", "plan"],
      slots: [
        "prediction",
        "strategy",
        "common-assessment",
        "intervention-plan",
        "extension-plan",
        "results-indicator",
      ],
    },
    {
      id: "do",
      title: {
        en: "Do: carry it out and note surprises",
        es: "Hacer: llevarlo a cabo y anotar sorpresas",
      },
      phase: "collaboration",
      facets: ["act"],
    },
    {
      id: "study",
      title: { en: "Study: compare with the prediction", es: "Estudiar: comparar con la predicción" },
      phase: "reflection",
      facets: ["interpret", "check"],
      slots: ["finding"],
    },
    {
      id: "act",
      title: { en: "Act: adopt, adapt or abandon", es: "Actuar: adoptar, adaptar o abandonar" },
      phase: "reflection",
      facets: [],
      slots: ["what-we-learned"],
    },
  ],
  exits: [
    { next: "adjust-plan", to: "plan" },
    { next: "new-focus", to: "aim" },
  ],
  required: [
    {
      slot: "prediction",
      because: {
        en: "No prediction, no test: say what you expect before you look.",
        es: "Sin predicción no hay prueba: di qué esperas antes de mirar.",
      },
    },
  ],
};
