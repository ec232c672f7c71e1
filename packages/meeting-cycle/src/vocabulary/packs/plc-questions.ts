import type { CycleVocabulary } from "../vocabulary.js";

/** Four questions of a learning community. After Richard DuFour and colleagues; the questions are faces of one cycle and not phases of years. */
export const plcQuestions: CycleVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/plc-questions@1",
  title: {
    en: "Four questions of a learning community",
    es: "Cuatro preguntas de una comunidad de aprendizaje",
  },
  origin: {
    en: "After Richard DuFour and colleagues; the questions are faces of one cycle and not phases of years.",
    es: "A partir de Richard DuFour y colegas; las preguntas son caras de un mismo ciclo y no etapas de años.",
  },
  steps: [
    {
      id: "q1",
      title: { en: "What shall students learn?", es: "¿Qué deben aprender los estudiantes?" },
      phase: "focus",
      facets: ["frame"],
      slots: ["question", "essential-standards"],
    },
    {
      id: "q2",
      title: { en: "How do we know that they have?", es: "¿Cómo sabemos que lo aprendieron?" },
      phase: "reflection",
      facets: ["gather", "interpret", "check"],
      slots: ["common-assessment", "results-indicator", "finding", "what-we-learned", "prediction"],
    },
    {
      id: "q3",
      title: {
        en: "What do we do for those who have not yet?",
        es: "¿Qué hacemos por quienes aún no?",
      },
      phase: "collaboration",
      facets: ["plan", "act"],
      slots: ["strategy", "intervention-plan"],
    },
    {
      id: "q4",
      title: {
        en: "What do we do for those who already have?",
        es: "¿Qué hacemos por quienes ya lo lograron?",
      },
      phase: "collaboration",
      facets: [],
      slots: ["extension-plan"],
    },
  ],
  exits: [
    { next: "adjust-plan", to: "q3" },
    { next: "new-focus", to: "q1" },
  ],
  required: [
    {
      slot: "extension-plan",
      because: {
        en: "The fourth question has no answer yet: what do we do for students who already have it?",
        es: "La cuarta pregunta aún no tiene respuesta: ¿qué hacemos por quienes ya lo lograron?",
      },
    },
  ],
};
