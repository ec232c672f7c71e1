import type { ProtocolDefinition } from "../definition.js";

/** Tuning protocol: improve a piece of work against the aim its maker set for it. */
export const tuning: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/tuning@1",
  status: "ready",
  title: { en: "Tuning protocol", es: "Protocolo de afinación" },
  purpose: {
    en: "Improve a piece of work against the aim its maker set for it.",
    es: "Mejorar un trabajo según la meta que se puso quien lo hizo.",
  },
  origin: {
    en: "Developed by Joseph McDonald and David Allen for the Coalition of Essential Schools; steps as in Lois Easton's book on protocols.",
    es: "Creado por Joseph McDonald y David Allen para la Coalition of Essential Schools; pasos según el libro de Lois Easton.",
  },
  uses: ["student-work", "teacher-work", "plan"],
  trust: "some",
  group: { min: 6, max: 12 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }, { id: "timekeeper" }],
  steps: [
    {
      id: "introduce",
      kind: "open",
      label: { en: "Introduce the protocol", es: "Presentar el protocolo" },
      instruction: {
        en: "Say what will happen and why listening comes first.",
        es: "Di qué va a pasar y por qué primero se escucha.",
      },
      minutes: { min: 0, max: 5 },
      speaks: { who: "roles", roles: ["facilitator"] },
      firstTime: true,
    },
    {
      id: "present",
      kind: "present",
      label: { en: "Present work, aim and question", es: "Presentar trabajo, meta y pregunta" },
      instruction: {
        en: "Show the work, say what it was meant to do, and put one question.",
        es: "Muestra el trabajo, di qué buscaba y plantea una pregunta.",
      },
      minutes: { min: 15, max: 15 },
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
      safeBreak: {
        en: "The work, the question and the answers given so far.",
        es: "El trabajo, la pregunta y las respuestas dadas.",
      },
    },
    {
      id: "write",
      kind: "write",
      label: { en: "Write a response", es: "Escribir una respuesta" },
      instruction: {
        en: "Answer the presenter's question for yourself, in notes.",
        es: "Responde por escrito, para ti, la pregunta de quien presenta.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "nobody" },
      capture: {
        id: "responses",
        label: { en: "My notes", es: "Mis notas" },
        visible: "author",
        authorship: "named",
      },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "Warm and cool comments", es: "Comentarios cálidos y frescos" },
      instruction: {
        en: "Say first what serves the aim, then where you have doubts. The presenter listens.",
        es: "Di primero lo que ayuda a la meta y luego tus dudas. Quien presenta escucha.",
      },
      minutes: { min: 15, max: 15 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      rules: ["warm-before-cool"],
      capture: {
        id: "comments",
        label: { en: "Comments", es: "Comentarios" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The presenter thinks aloud", es: "Quien presenta piensa en voz alta" },
      instruction: {
        en: "Take up what was useful; no need to defend anything.",
        es: "Retoma lo útil; no hace falta defender nada.",
      },
      minutes: { min: 15, max: 15 },
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
  minutesSource:
    "Easton, Protocols for Professional Learning, chapter 3. That source counts 8 to 10 people beside presenter and facilitator; others count 6 to 12 in all, which is used here.",
  publishedTotal: { min: 30, max: 120 },
};
