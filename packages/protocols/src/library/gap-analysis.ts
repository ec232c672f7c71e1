import type { ProtocolDefinition } from "../definition.js";

/** Gap analysis: name the distance between how it is and how it should be. */
export const gapAnalysis: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/gap-analysis@1",
  status: "draft",
  title: { en: "Gap analysis", es: "Análisis de la brecha" },
  purpose: {
    en: "Name the distance between how it is and how it should be.",
    es: "Nombrar la distancia entre cómo es y cómo debería ser.",
  },
  origin: {
    en: "A planning method described by Ingrid Bens, in many versions.",
    es: "Un método de planeación descrito por Ingrid Bens, con muchas versiones.",
  },
  uses: ["plan", "goal"],
  trust: "any",
  group: { min: 4, max: 50 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "wanted",
      kind: "describe",
      label: { en: "How it should be", es: "Cómo debería ser" },
      instruction: {
        en: "Describe the wanted state as if it were there.",
        es: "Describan lo deseado como si ya existiera.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
      capture: {
        id: "wanted",
        label: { en: "Wanted", es: "Deseado" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "present-state",
      kind: "describe",
      label: { en: "How it is", es: "Cómo es" },
      instruction: {
        en: "Describe the present state with facts.",
        es: "Describan el estado actual con hechos.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
      capture: {
        id: "present",
        label: { en: "Present", es: "Actual" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "gaps",
      kind: "list",
      label: { en: "The gaps", es: "Las brechas" },
      instruction: { en: "List what lies between the two.", es: "Enumeren lo que hay entre ambos." },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
      capture: {
        id: "gaps",
        label: { en: "Gaps", es: "Brechas" },
        visible: "at-once",
        authorship: "named",
      },
      safeBreak: { en: "The three lists.", es: "Las tres listas." },
    },
    {
      id: "groups",
      kind: "discuss",
      label: { en: "Work on the gaps", es: "Trabajar las brechas" },
      instruction: {
        en: "In small groups: what would close this one?",
        es: "En grupos pequeños: ¿qué cerraría esta?",
      },
      minutes: { min: 10, max: 20 },
      speaks: { who: "groups" },
    },
    {
      id: "report",
      kind: "round",
      label: { en: "Report", es: "Informar" },
      instruction: { en: "Each group in turn.", es: "Cada grupo por turno." },
      minutes: { min: 5, max: 10 },
      speaks: { who: "each" },
    },
  ],
  minutesBasis: "assumed",
  minutesSource:
    "Steps seen in two collections of methods; the minutes are our assumption, as theirs are not credible.",
  publishedTotal: { min: 30, max: 60 },
};
