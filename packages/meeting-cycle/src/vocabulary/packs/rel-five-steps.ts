import type { CycleVocabulary } from "../vocabulary.js";

/** Five steps of a data-informed conversation. After Kekahio and Baker, Regional Educational Laboratory report 2013-001, in the public domain. */
export const relFiveSteps: CycleVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/rel-five-steps@1",
  title: {
    en: "Five steps of a data-informed conversation",
    es: "Cinco pasos de una conversación con datos",
  },
  origin: {
    en: "After Kekahio and Baker, Regional Educational Laboratory report 2013-001, in the public domain.",
    es: "A partir de Kekahio y Baker, informe 2013-001 de un laboratorio educativo regional, de dominio público.",
  },
  steps: [
    {
      id: "rel.1",
      title: { en: "1. Set the stage", es: "1. Preparar el escenario" },
      phase: "focus",
      facets: ["frame"],
      slots: ["question", "essential-standards"],
    },
    {
      id: "rel.2",
      title: { en: "2. Examine the data", es: "2. Examinar los datos" },
      phase: "focus",
      facets: ["gather"],
      slots: ["common-assessment"],
    },
    {
      id: "rel.3",
      title: { en: "3. Understand the findings", es: "3. Entender los hallazgos" },
      phase: "reflection",
      facets: ["interpret"],
      slots: ["finding"],
    },
    {
      id: "rel.4",
      title: { en: "4. Develop an action plan", es: "4. Elaborar un plan de acción" },
      phase: "collaboration",
      facets: ["plan", "act"],
      slots: ["strategy", "intervention-plan", "extension-plan", "prediction", "results-indicator"],
    },
    {
      id: "rel.5",
      title: {
        en: "5. Monitor progress and measure success",
        es: "5. Seguir el avance y medir el logro",
      },
      phase: "reflection",
      facets: ["check"],
      slots: ["what-we-learned"],
    },
  ],
  exits: [
    { next: "adjust-plan", to: "rel.4" },
    { next: "new-focus", to: "rel.1" },
  ],
};
