import type { ProtocolDefinition } from "../definition.js";

/** Data team meeting: go from a common assessment to a goal, a strategy and signs of success. */
export const dataTeam: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/data-team@1",
  status: "draft",
  title: { en: "Data team meeting", es: "Reunión de equipo de datos" },
  purpose: {
    en: "Go from a common assessment to a goal, a strategy and signs of success.",
    es: "Ir de una evaluación común a una meta, una estrategia y señales de logro.",
  },
  origin: {
    en: "After the data teams process of Douglas Reeves and the Leadership and Learning Center.",
    es: "A partir del proceso de equipos de datos de Douglas Reeves y el Leadership and Learning Center.",
  },
  uses: ["data", "goal"],
  trust: "any",
  group: { min: 3, max: 8 },
  roles: [{ id: "leader" }, { id: "note-taker" }, { id: "timekeeper" }, { id: "participant" }],
  steps: [
    {
      id: "chart",
      kind: "present",
      label: { en: "Chart the results", es: "Mostrar los resultados" },
      instruction: {
        en: "How many are in each band, by class and group.",
        es: "Cuántos hay en cada nivel, por clase y grupo.",
      },
      minutes: { min: 3, max: 5 },
      speaks: { who: "roles", roles: ["leader"] },
    },
    {
      id: "analyse",
      kind: "discuss",
      label: { en: "Strengths and obstacles", es: "Fortalezas y obstáculos" },
      instruction: {
        en: "What do learners do well, what stands in their way? Causes lie in the learning.",
        es: "¿Qué hacen bien quienes aprenden, qué se interpone? Las causas están en el aprendizaje.",
      },
      minutes: { min: 10, max: 15 },
      speaks: { who: "everyone" },
      capture: {
        id: "strengths-obstacles",
        label: { en: "Strengths and obstacles", es: "Fortalezas y obstáculos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "goal",
      kind: "decide",
      label: { en: "Set the goal", es: "Fijar la meta" },
      instruction: {
        en: "Add those who have it, those close, and those far but likely; divide by all.",
        es: "Sumen quienes lo logran, quienes están cerca y quienes están lejos pero probables; dividan entre todas las personas.",
      },
      minutes: { min: 8, max: 10 },
      speaks: { who: "everyone" },
      capture: {
        id: "target",
        label: { en: "Target", es: "Meta" },
        visible: "at-once",
        authorship: "named",
      },
      safeBreak: { en: "The chart, the analysis and the goal.", es: "La gráfica, el análisis y la meta." },
    },
    {
      id: "strategies",
      kind: "discuss",
      label: { en: "Choose common strategies", es: "Elegir estrategias comunes" },
      instruction: {
        en: "What will all of us do, for two weeks to a month?",
        es: "¿Qué haremos en común, de dos semanas a un mes?",
      },
      minutes: { min: 12, max: 25 },
      speaks: { who: "everyone" },
      capture: {
        id: "strategies",
        label: { en: "Strategies", es: "Estrategias" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "indicators",
      kind: "decide",
      label: { en: "What success looks like", es: "Cómo se ve el logro" },
      instruction: {
        en: "What would we see in student work before the post-test?",
        es: "¿Qué veríamos en los trabajos antes de la prueba final?",
      },
      minutes: { min: 10, max: 15 },
      speaks: { who: "everyone" },
      capture: {
        id: "indicators",
        label: { en: "Signs of success", es: "Señales de logro" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "commit",
      kind: "commit",
      label: { en: "Who, when, next check", es: "Quién, cuándo, próxima revisión" },
      instruction: { en: "Names and dates.", es: "Nombres y fechas." },
      minutes: { min: 2, max: 5 },
      speaks: { who: "everyone" },
      capture: {
        id: "actions",
        label: { en: "Actions", es: "Acciones" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "assumed",
  minutesSource: "Slides time one step at 10 to 15 minutes; the rest is our assumption.",
  publishedTotal: { min: 45, max: 75 },
  prework: [
    {
      en: "Everyone scores the common assessment and sends the tallies.",
      es: "Cada persona califica la evaluación común y envía los conteos.",
    },
    { en: "The leader charts the bands.", es: "Quien dirige grafica los niveles." },
  ],
};
