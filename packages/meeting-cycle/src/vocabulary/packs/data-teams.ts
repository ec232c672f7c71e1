import type { CycleVocabulary } from "../vocabulary.js";

/** Data teams. After Douglas Reeves and the Leadership and Learning Center. */
export const dataTeams: CycleVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/data-teams@1",
  title: { en: "Data teams", es: "Equipos de datos" },
  origin: {
    en: "After Douglas Reeves and the Leadership and Learning Center.",
    es: "A partir de Douglas Reeves y el Leadership and Learning Center.",
  },
  steps: [
    {
      id: "dt.0",
      title: {
        en: "Before: agree on the common assessment",
        es: "Antes: acordar la evaluación común",
      },
      phase: "focus",
      facets: ["frame"],
      slots: ["question", "essential-standards"],
    },
    {
      id: "dt.1",
      title: { en: "1. Collect and chart", es: "1. Reunir y graficar" },
      phase: "focus",
      facets: ["gather"],
      slots: ["common-assessment"],
    },
    {
      id: "dt.2",
      title: { en: "2. Strengths and obstacles", es: "2. Fortalezas y obstáculos" },
      phase: "reflection",
      facets: ["interpret"],
      slots: ["finding"],
    },
    {
      id: "dt.3",
      title: { en: "3. Set or revise the goal", es: "3. Fijar o revisar la meta" },
      phase: "collaboration",
      facets: [],
    },
    {
      id: "dt.4",
      title: { en: "4. Choose strategies", es: "4. Elegir estrategias" },
      phase: "collaboration",
      facets: ["plan"],
      slots: ["strategy", "intervention-plan", "extension-plan"],
    },
    {
      id: "dt.5",
      title: { en: "5. Say what success looks like", es: "5. Decir cómo se ve el logro" },
      phase: "collaboration",
      facets: [],
      slots: ["results-indicator", "prediction"],
    },
    {
      id: "dt.class",
      title: { en: "In the classroom", es: "En el aula" },
      phase: "collaboration",
      facets: ["act"],
    },
    {
      id: "dt.6",
      title: { en: "6. Monitor and evaluate", es: "6. Seguir y evaluar" },
      phase: "reflection",
      facets: ["check"],
      slots: ["what-we-learned"],
    },
  ],
  exits: [
    { next: "adjust-plan", to: "dt.4" },
    { next: "new-focus", to: "dt.1" },
  ],
};
