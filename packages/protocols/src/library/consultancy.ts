import type { ProtocolDefinition } from "../definition.js";

/** Consultancy: help one person to think more widely about a dilemma, without solving it for them. */
export const consultancy: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/consultancy@1",
  status: "ready",
  title: { en: "Consultancy", es: "Consultoría" },
  purpose: {
    en: "Help one person to think more widely about a dilemma, without solving it for them.",
    es: "Ayudar a una persona a pensar con más amplitud un dilema, sin resolvérselo.",
  },
  origin: {
    en: "By Faith Dunne, Paula Evans and Gene Thompson-Grove, for the Coalition of Essential Schools.",
    es: "De Faith Dunne, Paula Evans y Gene Thompson-Grove, para la Coalition of Essential Schools.",
  },
  uses: ["dilemma"],
  trust: "some",
  group: { min: 4, max: 12 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "present",
      kind: "present",
      label: { en: "Tell the dilemma", es: "Contar el dilema" },
      instruction: {
        en: "Give the story and end with one framed question; the group looks at what you brought.",
        es: "Cuenta la historia y termina con una pregunta; el grupo mira lo que trajiste.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "clarify",
      kind: "clarify",
      label: { en: "Short factual questions", es: "Preguntas breves de datos" },
      instruction: {
        en: "Ask what can be answered in a few words. Suggestions wait.",
        es: "Pregunta lo que se contesta en pocas palabras. Las sugerencias esperan.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
    },
    {
      id: "probe",
      kind: "probe",
      label: { en: "Open questions", es: "Preguntas abiertas" },
      instruction: {
        en: "Ask what makes the presenter see it anew. At the end the question is put again.",
        es: "Pregunta lo que haga verlo de nuevo. Al final se replantea la pregunta.",
      },
      minutes: { min: 10, max: 10 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
      safeBreak: {
        en: "The question as it was put last, and the notes on answers.",
        es: "La pregunta tal como quedó y las notas de respuestas.",
      },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "The group talks it through", es: "El grupo lo conversa" },
      instruction: {
        en: "What did we hear, what is missing, what do we assume, what could be tried? The presenter listens.",
        es: "¿Qué oímos, qué falta, qué suponemos, qué se podría probar? Quien presenta escucha.",
      },
      minutes: { min: 15, max: 15 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      capture: {
        id: "ideas",
        label: { en: "Heard, missing, assumed, options", es: "Oído, faltante, supuesto, opciones" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "What has moved", es: "Qué se ha movido" },
      instruction: { en: "Say what you see otherwise now.", es: "Di qué ves ahora de otra manera." },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "How did it go?", es: "¿Cómo nos fue?" },
      instruction: {
        en: "What helped our talk, and what will we do otherwise next time?",
        es: "¿Qué ayudó a nuestra conversación y qué haremos distinto?",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "docsbay.net/doc/514092 and a 2012 school blog time the first four steps; the last two are typical.",
  publishedTotal: { min: 45, max: 60 },
};
