import type { CycleVocabulary } from "../vocabulary.js";

/** Data Wise improvement process. By a group of teachers and faculty at the Harvard Graduate School of Education; eight steps, named in our own words. */
export const dataWise: CycleVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/data-wise@1",
  title: { en: "Data Wise improvement process", es: "Proceso de mejora Data Wise" },
  origin: {
    en: "By a group of teachers and faculty at the Harvard Graduate School of Education; eight steps, named in our own words.",
    es: "De un grupo de docentes y profesorado de la Harvard Graduate School of Education; ocho pasos, nombrados con nuestras palabras.",
  },
  steps: [
    {
      id: "dw.1",
      title: { en: "1. Organize for working together", es: "1. Organizarse para trabajar en común" },
      phase: "focus",
      facets: ["frame"],
      slots: ["question"],
    },
    {
      id: "dw.2",
      title: { en: "2. Learn to read data", es: "2. Aprender a leer datos" },
      phase: "focus",
      facets: [],
      slots: ["common-assessment", "essential-standards"],
    },
    {
      id: "dw.3",
      title: {
        en: "3. Tell stories from a data overview",
        es: "3. Contar historias desde un panorama de datos",
      },
      phase: "focus",
      facets: ["gather"],
    },
    {
      id: "dw.4",
      title: {
        en: "4. Dig into evidence of learning",
        es: "4. Profundizar en la evidencia del aprendizaje",
      },
      phase: "reflection",
      facets: ["interpret"],
      slots: ["finding"],
    },
    {
      id: "dw.5",
      title: { en: "5. Look at our own teaching", es: "5. Mirar nuestra propia enseñanza" },
      phase: "reflection",
      facets: [],
    },
    {
      id: "dw.6",
      title: { en: "6. Make an action plan", es: "6. Hacer un plan de acción" },
      phase: "collaboration",
      facets: ["plan"],
      slots: ["strategy", "intervention-plan", "extension-plan"],
    },
    {
      id: "dw.7",
      title: { en: "7. Plan how to see its effect", es: "7. Planear cómo ver su efecto" },
      phase: "collaboration",
      facets: [],
      slots: ["results-indicator", "prediction"],
    },
    {
      id: "dw.8",
      title: { en: "8. Act and assess", es: "8. Actuar y evaluar" },
      phase: "collaboration",
      facets: ["act", "check"],
      slots: ["what-we-learned"],
    },
  ],
  exits: [
    { next: "adjust-plan", to: "dw.6" },
    { next: "new-focus", to: "dw.3" },
  ],
};
