import type { ProtocolDefinition } from "../definition.js";

/** Tuning protocol, 40 minutes: the tuning protocol inside a class period. */
export const tuning40: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/tuning-40@1",
  status: "ready",
  title: { en: "Tuning protocol, 40 minutes", es: "Protocolo de afinación, 40 minutos" },
  purpose: {
    en: "The tuning protocol inside a class period.",
    es: "El protocolo de afinación dentro de un período de clase.",
  },
  origin: {
    en: "A shortened form used by teacher teams.",
    es: "Una forma breve que usan equipos docentes.",
  },
  uses: ["plan", "student-work", "teacher-work"],
  trust: "some",
  group: { min: 4, max: 12 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "present",
      kind: "present",
      label: { en: "Present", es: "Presentar" },
      instruction: {
        en: "Show the plan or work and put one question.",
        es: "Muestra el plan o el trabajo y plantea una pregunta.",
      },
      minutes: { min: 10, max: 10 },
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
      minutes: { min: 3, max: 3 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
    },
    {
      id: "probe",
      kind: "probe",
      label: { en: "Questions that stretch thinking", es: "Preguntas que amplían" },
      instruction: {
        en: "Ask to make the presenter think; answers are not discussed.",
        es: "Pregunta para hacer pensar; las respuestas no se discuten.",
      },
      minutes: { min: 3, max: 4 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
      safeBreak: {
        en: "The plan, the question and what was asked.",
        es: "El plan, la pregunta y lo preguntado.",
      },
    },
    {
      id: "write",
      kind: "write",
      label: { en: "Note warm and cool points", es: "Anotar puntos cálidos y frescos" },
      instruction: {
        en: "Write down what serves the aim and what does not yet.",
        es: "Escribe lo que ayuda a la meta y lo que todavía no.",
      },
      minutes: { min: 2, max: 3 },
      speaks: { who: "nobody" },
      capture: {
        id: "points",
        label: { en: "Warm and cool", es: "Cálidos y frescos" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "Share the points", es: "Compartir los puntos" },
      instruction: {
        en: "Warm ones first. The presenter listens and takes notes.",
        es: "Primero los cálidos. Quien presenta escucha y anota.",
      },
      minutes: { min: 10, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      rules: ["warm-before-cool"],
      reveals: ["points"],
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The presenter responds", es: "Responde quien presenta" },
      instruction: { en: "Choose what you want to answer.", es: "Elige a qué quieres responder." },
      minutes: { min: 3, max: 5 },
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
      minutes: { min: 5, max: 5 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "docsbay.net/tuning-protocol-40-minutes",
  publishedTotal: { min: 36, max: 40 },
};
