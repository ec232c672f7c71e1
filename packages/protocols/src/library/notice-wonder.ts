import type { ProtocolDefinition } from "../definition.js";

/** Notice and wonder: data: look at one table or chart and keep what is there apart from what may explain it. */
export const noticeWonder: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/notice-wonder@1",
  status: "ready",
  title: { en: "Notice and wonder: data", es: "Observar y preguntar: datos" },
  purpose: {
    en: "Look at one table or chart and keep what is there apart from what may explain it.",
    es: "Mirar una tabla o gráfica y separar lo que hay de lo que podría explicarlo.",
  },
  origin: {
    en: "After a handout that school data teams use.",
    es: "A partir de una hoja que usan equipos de datos en escuelas.",
  },
  uses: ["data"],
  trust: "any",
  group: { min: 3, max: 12 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "show",
      kind: "present",
      label: { en: "Show the data", es: "Mostrar los datos" },
      instruction: {
        en: "Show one table or chart and say what it counts. Nothing more.",
        es: "Muestra una tabla o gráfica y di qué cuenta. Nada más.",
      },
      minutes: { min: 0, max: 2 },
      speaks: { who: "roles", roles: ["facilitator"] },
      silent: ["participant"],
    },
    {
      id: "write-notices",
      kind: "write",
      label: { en: "Write what you notice", es: "Escribir lo que observas" },
      instruction: {
        en: "Write up to four facts that anyone could check. No reasons yet.",
        es: "Escribe hasta cuatro hechos que cualquiera pueda comprobar. Sin razones todavía.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "nobody" },
      prompts: [{ en: "I notice that …", es: "Observo que …" }],
      rules: ["no-because", "no-inference"],
      capture: {
        id: "notices",
        label: { en: "What I notice", es: "Lo que observo" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-notices",
      kind: "round",
      label: { en: "Share notices in turn", es: "Compartir observaciones por turno" },
      instruction: {
        en: "One new notice each, no comments.",
        es: "Una observación nueva cada quien, sin comentarios.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "each" },
      rules: ["no-because", "no-repeats", "no-discussion"],
      reveals: ["notices"],
      safeBreak: {
        en: "The list of notices and the chart itself.",
        es: "La lista de observaciones y la gráfica misma.",
      },
    },
    {
      id: "write-wonders",
      kind: "write",
      label: { en: "Write what you wonder", es: "Escribir lo que te preguntas" },
      instruction: {
        en: "Write up to four questions that the data raise.",
        es: "Escribe hasta cuatro preguntas que despiertan los datos.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "nobody" },
      prompts: [{ en: "I wonder whether …", es: "Me pregunto si …" }],
      capture: {
        id: "wonders",
        label: { en: "What I wonder", es: "Lo que me pregunto" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-wonders",
      kind: "round",
      label: { en: "Share wonderings in turn", es: "Compartir preguntas por turno" },
      instruction: {
        en: "One wondering each; the group does not answer yet.",
        es: "Una pregunta cada quien; el grupo aún no responde.",
      },
      minutes: { min: 10, max: 10 },
      speaks: { who: "each" },
      rules: ["no-discussion"],
      reveals: ["wonders"],
      safeBreak: {
        en: "Notices and wonderings, side by side.",
        es: "Observaciones y preguntas, una junto a otra.",
      },
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "Causes, teaching, next data", es: "Causas, enseñanza, nuevos datos" },
      instruction: {
        en: "What may explain it, what has it to do with our teaching, what do we still need to know?",
        es: "¿Qué puede explicarlo, qué tiene que ver con nuestra enseñanza, qué falta saber?",
      },
      minutes: { min: 15, max: 15 },
      speaks: { who: "everyone" },
      capture: {
        id: "conclusions",
        label: { en: "What we take from it", es: "Lo que nos llevamos" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "studylib.net/doc/25379811, a classroom data team handout",
  publishedTotal: { min: 40, max: 42 },
};
