import type { ProtocolDefinition } from "../definition.js";

/** Fears and hopes: bring expectations into the open; a way into shared norms. */
export const fearsHopes: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/fears-hopes@1",
  status: "ready",
  title: { en: "Fears and hopes", es: "Temores y esperanzas" },
  purpose: {
    en: "Bring expectations into the open; a way into shared norms.",
    es: "Poner a la vista las expectativas; una entrada a los acuerdos.",
  },
  origin: {
    en: "From The Power of Protocols by McDonald, Mohr, Dichter and McDonald.",
    es: "De The Power of Protocols, de McDonald, Mohr, Dichter y McDonald.",
  },
  uses: ["opening", "norms"],
  trust: "any",
  group: { min: 3, max: 25 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "write",
      kind: "write",
      label: { en: "Write a hope and a fear", es: "Escribir una esperanza y un temor" },
      instruction: {
        en: "Your greatest hope and your greatest fear for this work.",
        es: "Tu mayor esperanza y tu mayor temor ante este trabajo.",
      },
      minutes: { min: 1, max: 3 },
      speaks: { who: "nobody" },
      prompts: [
        { en: "I hope …", es: "Espero …" },
        { en: "I fear …", es: "Temo …" },
      ],
      capture: {
        id: "hopes-and-fears",
        label: { en: "Hope and fear", es: "Esperanza y temor" },
        visible: "at-reveal",
        authorship: "anonymous",
      },
    },
    {
      id: "pairs",
      kind: "pairs",
      label: { en: "Share with one person", es: "Compartir con una persona" },
      instruction: { en: "Tell one neighbour.", es: "Cuéntalo a quien tienes al lado." },
      minutes: { min: 1, max: 4 },
      speaks: { who: "pairs" },
    },
    {
      id: "report",
      kind: "round",
      label: { en: "Collect without comment", es: "Reunir sin comentar" },
      instruction: {
        en: "Each in turn; all are written up, none is discussed.",
        es: "Por turno; todo se anota y nada se discute.",
      },
      minutes: { min: 2, max: 8 },
      speaks: { who: "each" },
      rules: ["no-discussion"],
      reveals: ["hopes-and-fears"],
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "What norms would help?", es: "¿Qué acuerdos ayudarían?" },
      instruction: {
        en: "What surprised you? What should we agree on?",
        es: "¿Qué te sorprendió? ¿Qué deberíamos acordar?",
      },
      minutes: { min: 1, max: 5 },
      speaks: { who: "everyone" },
      capture: {
        id: "norms",
        label: { en: "Norms", es: "Acuerdos" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "derived",
  minutesSource: "Two published descriptions give 5 to 20 minutes in all; the split is ours.",
  publishedTotal: { min: 5, max: 20 },
};
