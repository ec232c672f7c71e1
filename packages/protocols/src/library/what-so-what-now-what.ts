import type { ProtocolDefinition } from "../definition.js";

/** What? So what? Now what?: a short path from something that happened to something that will be done. */
export const whatSoWhatNowWhat: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/what-so-what-now-what@1",
  status: "draft",
  title: { en: "What? So what? Now what?", es: "¿Qué? ¿Y qué? ¿Y ahora qué?" },
  purpose: {
    en: "A short path from something that happened to something that will be done.",
    es: "Un camino corto de lo que pasó a lo que se hará.",
  },
  origin: { en: "After Terry Borton, 1970.", es: "A partir de Terry Borton, 1970." },
  uses: ["reflection", "practice"],
  trust: "any",
  group: { min: 3, max: 12 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "what",
      kind: "present",
      label: { en: "What happened?", es: "¿Qué pasó?" },
      instruction: { en: "Tell it plainly.", es: "Cuéntalo con sencillez." },
      minutes: { min: 3, max: 8 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "so-what",
      kind: "discuss",
      label: { en: "So what does it mean?", es: "¿Y qué significa?" },
      instruction: {
        en: "The group talks; the presenter listens.",
        es: "El grupo conversa; quien presenta escucha.",
      },
      minutes: { min: 5, max: 12 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      capture: {
        id: "meaning",
        label: { en: "What it means", es: "Lo que significa" },
        visible: "at-once",
        authorship: "named",
      },
      safeBreak: {
        en: "What happened and what it may mean.",
        es: "Lo que pasó y lo que puede significar.",
      },
    },
    {
      id: "now-what",
      kind: "commit",
      label: { en: "Now what?", es: "¿Y ahora qué?" },
      instruction: {
        en: "What will be tried, by whom, by when?",
        es: "¿Qué se probará, quién y para cuándo?",
      },
      minutes: { min: 5, max: 12 },
      speaks: { who: "everyone" },
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
      minutes: { min: 2, max: 3 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "recall",
  minutesSource: "Not confirmed in a source; from memory.",
  publishedTotal: { min: 15, max: 35 },
};
