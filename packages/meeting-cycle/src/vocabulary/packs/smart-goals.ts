import type { CycleVocabulary } from "../vocabulary.js";

/** Focus, collaboration, reflection. After Anne Conzemius and Jan O'Neill; goals are strategic and specific, measurable, attainable, results-based and time-bound. */
export const smartGoals: CycleVocabulary = {
  kind: "cycle-vocabulary",
  schemaVersion: 1,
  id: "org.collegium/smart-goals@1",
  title: { en: "Focus, collaboration, reflection", es: "Foco, colaboración, reflexión" },
  origin: {
    en: "After Anne Conzemius and Jan O'Neill; goals are strategic and specific, measurable, attainable, results-based and time-bound.",
    es: "A partir de Anne Conzemius y Jan O'Neill; las metas son estratégicas y específicas, medibles, alcanzables, basadas en resultados y con plazo.",
  },
  steps: [
    {
      id: "focus",
      title: { en: "Focus: the goal and where we stand", es: "Foco: la meta y dónde estamos" },
      phase: "focus",
      facets: ["frame", "gather"],
      slots: ["question", "essential-standards", "common-assessment"],
    },
    {
      id: "collaboration",
      title: { en: "Collaboration: what we do together", es: "Colaboración: lo que hacemos en común" },
      phase: "collaboration",
      facets: ["plan", "act"],
      slots: ["strategy", "intervention-plan", "extension-plan", "prediction", "results-indicator"],
    },
    {
      id: "reflection",
      title: { en: "Reflection: what the results say", es: "Reflexión: lo que dicen los resultados" },
      phase: "reflection",
      facets: ["interpret", "check"],
      slots: ["finding", "what-we-learned"],
    },
  ],
  exits: [
    { next: "adjust-plan", to: "collaboration" },
    { next: "new-focus", to: "focus" },
  ],
};
