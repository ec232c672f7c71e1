import type { ProtocolDefinition } from "../definition.js";

/** Success analysis: find out why something worked, so that it can be done again. */
export const successAnalysis: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/success-analysis@1",
  status: "ready",
  title: { en: "Success analysis", es: "Análisis de un éxito" },
  purpose: {
    en: "Find out why something worked, so that it can be done again.",
    es: "Averiguar por qué algo funcionó para poder repetirlo.",
  },
  origin: {
    en: "By Vivian Johnson, with Daniel Baron and Gene Thompson-Grove.",
    es: "De Vivian Johnson, con Daniel Baron y Gene Thompson-Grove.",
  },
  uses: ["practice"],
  trust: "any",
  group: { min: 3, max: 6 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  rounds: [
    {
      id: "presenter",
      title: { en: "One success", es: "Un éxito" },
      times: { min: 1, max: 6, usual: 2 },
      role: "presenter",
    },
  ],
  steps: [
    {
      id: "write",
      kind: "write",
      label: { en: "Write about one success", es: "Escribir sobre un éxito" },
      instruction: {
        en: "What happened, and what made it different from other times?",
        es: "¿Qué pasó y qué lo hizo distinto de otras veces?",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "nobody" },
      capture: {
        id: "success",
        label: { en: "My success", es: "Mi éxito" },
        visible: "author",
        authorship: "named",
      },
    },
    {
      id: "present",
      kind: "present",
      label: { en: "Tell the story", es: "Contar la historia" },
      instruction: {
        en: "Tell it in detail; the group takes notes.",
        es: "Cuéntala con detalle; el grupo anota.",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
      round: "presenter",
    },
    {
      id: "clarify",
      kind: "clarify",
      label: { en: "Questions of detail", es: "Preguntas de detalle" },
      instruction: { en: "Fill the gaps in the story.", es: "Completen lo que falta de la historia." },
      minutes: { min: 3, max: 3 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
      round: "presenter",
    },
    {
      id: "probe",
      kind: "probe",
      label: { en: "Questions about causes", es: "Preguntas sobre causas" },
      instruction: {
        en: "Why do you think it worked this time?",
        es: "¿Por qué crees que funcionó esta vez?",
      },
      minutes: { min: 5, max: 5 },
      speaks: { who: "roles", roles: ["participant", "presenter"] },
      round: "presenter",
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "The group explains it", es: "El grupo lo explica" },
      instruction: {
        en: "What did the presenter do that made it work? The presenter listens.",
        es: "¿Qué hizo quien presenta para que funcionara? Quien presenta escucha.",
      },
      minutes: { min: 5, max: 8 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      round: "presenter",
      capture: {
        id: "causes",
        label: { en: "Why it worked", es: "Por qué funcionó" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The presenter responds", es: "Responde quien presenta" },
      instruction: {
        en: "What do you see now that you had not seen?",
        es: "¿Qué ves ahora que no habías visto?",
      },
      minutes: { min: 2, max: 4 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
      round: "presenter",
      safeBreak: { en: "Why each success so far worked.", es: "Por qué funcionó cada éxito hasta ahora." },
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "Two published handouts time telling, clarifying and probing; the rest is filled. The published total is for one presenter, with writing before.",
  publishedTotal: { min: 25, max: 35 },
};
