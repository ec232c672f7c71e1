import type { ProtocolDefinition } from "../definition.js";

/** Descriptive review of a child: know a learner better; not to fix anything. */
export const descriptiveReview: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/descriptive-review@1",
  status: "ready",
  title: { en: "Descriptive review of a child", es: "Revisión descriptiva de una niña o un niño" },
  purpose: {
    en: "Know a learner better; not to fix anything.",
    es: "Conocer mejor a quien aprende; no para arreglar nada.",
  },
  origin: {
    en: "By Patricia Carini and colleagues at the Prospect Center.",
    es: "De Patricia Carini y colegas en el Prospect Center.",
  },
  uses: ["learner"],
  trust: "high",
  group: { min: 5, max: 12 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "introduce",
      kind: "open",
      label: { en: "Introduce child and question", es: "Presentar a la persona y la pregunta" },
      instruction: {
        en: "Say how the review goes, who the child is, and the focus question.",
        es: "Di cómo es la revisión, quién es y la pregunta central.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["facilitator"] },
    },
    {
      id: "present",
      kind: "present",
      label: { en: "Describe the child", es: "Describir" },
      instruction: {
        en: "Presence, feelings, relations, interests, ways of thinking: what you have seen.",
        es: "Presencia, afectos, relaciones, intereses, modos de pensar: lo que has visto.",
      },
      minutes: { min: 20, max: 20 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "themes",
      kind: "summarise",
      label: { en: "Themes", es: "Temas" },
      instruction: {
        en: "Name the threads and put the question again.",
        es: "Nombra los hilos y replantea la pregunta.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["facilitator"] },
      silent: ["participant"],
    },
    {
      id: "others",
      kind: "describe",
      label: { en: "Others who know the child", es: "Otras personas que conocen a la niña o al niño" },
      instruction: { en: "Add what you have seen yourselves.", es: "Agreguen lo que han visto." },
      minutes: { min: 10, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      capture: {
        id: "seen",
        label: { en: "What we have seen", es: "Lo que hemos visto" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "restate",
      kind: "summarise",
      label: { en: "Put the question again", es: "Replantear la pregunta" },
      instruction: { en: "One sentence.", es: "Una frase." },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["facilitator"] },
      safeBreak: {
        en: "The themes and the focus question; notes about the child stay locked away.",
        es: "Los temas y la pregunta central; las notas quedan bajo llave.",
      },
    },
    {
      id: "question",
      kind: "question",
      label: { en: "Questions", es: "Preguntas" },
      instruction: {
        en: "To understand better, not to advise.",
        es: "Para entender mejor, no para aconsejar.",
      },
      minutes: { min: 15, max: 15 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
    },
    {
      id: "heard",
      kind: "round",
      label: { en: "What we heard", es: "Lo que escuchamos" },
      instruction: { en: "In turn; the presenter listens.", es: "Por turno; quien presenta escucha." },
      minutes: { min: 5, max: 5 },
      speaks: { who: "each", except: ["presenter"] },
      silent: ["presenter"],
    },
    {
      id: "patterns",
      kind: "summarise",
      label: { en: "Patterns", es: "Patrones" },
      instruction: {
        en: "Draw them together and put the question again.",
        es: "Reúnelos y replantea la pregunta.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["facilitator"] },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "Ideas for support", es: "Ideas de apoyo" },
      instruction: {
        en: "Build on strengths. The presenter listens.",
        es: "Partan de las fortalezas. Quien presenta escucha.",
      },
      minutes: { min: 15, max: 15 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      capture: {
        id: "ideas",
        label: { en: "Ideas", es: "Ideas" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "Privacy and process", es: "Privacidad y proceso" },
      instruction: {
        en: "What stays in this room, and how did it go?",
        es: "¿Qué se queda en esta sala y cómo nos fue?",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "nowcomment.com/documents/207234 times the first eight steps at 70 minutes; the last two fill to 90.",
  publishedTotal: { min: 90, max: 120 },
  prework: [
    {
      en: "Presenter and facilitator meet several days before to choose the focus question.",
      es: "Quien presenta y quien facilita se reúnen días antes para elegir la pregunta central.",
    },
  ],
};
