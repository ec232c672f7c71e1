import type { VocabularyFields } from "./shape.js";

/** Fields of a small valid pack, for documentation and for examples of broken rules. */
export const exampleVocabulary: VocabularyFields = {
  title: { en: "Look and act", es: "Mirar y actuar" },
  origin: { en: "Common practice.", es: "Práctica común." },
  steps: [
    {
      id: "look",
      title: { en: "Look", es: "Mirar" },
      phase: "focus",
      facets: ["frame", "gather", "interpret"],
    },
    {
      id: "act",
      title: { en: "Act", es: "Actuar" },
      phase: "collaboration",
      facets: ["plan", "act", "check"],
    },
  ],
};
