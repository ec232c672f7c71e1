import type { ProtocolDefinition } from "../definition.js";

/** Chalk talk: think together in writing, in silence. */
export const chalkTalk: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/chalk-talk@1",
  status: "ready",
  title: { en: "Chalk talk", es: "Conversación en silencio" },
  purpose: {
    en: "Think together in writing, in silence.",
    es: "Pensar en común por escrito y en silencio.",
  },
  origin: {
    en: "By Hilton Smith of Foxfire; described by Marylyn Wentworth.",
    es: "De Hilton Smith, de Foxfire; descrito por Marylyn Wentworth.",
  },
  uses: ["reflection", "ideas"],
  trust: "any",
  group: { min: 3, max: 40 },
  roles: [{ id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "ask",
      kind: "present",
      label: { en: "One question, in silence", es: "Una pregunta, en silencio" },
      instruction: {
        en: "Write the question in the middle and say that nobody speaks from now on.",
        es: "Escribe la pregunta en el centro y di que desde ahora nadie habla.",
      },
      minutes: { min: 1, max: 3 },
      speaks: { who: "roles", roles: ["facilitator"] },
      silent: ["participant"],
    },
    {
      id: "write",
      kind: "write",
      label: { en: "Write, connect, wait", es: "Escribir, conectar, esperar" },
      instruction: {
        en: "Write what you think; draw lines to what others wrote. Long pauses are part of it.",
        es: "Escribe lo que piensas; traza líneas hacia lo que otras personas escribieron. Las pausas largas son parte de esto.",
      },
      minutes: { min: 4, max: 47 },
      speaks: { who: "nobody" },
      capture: {
        id: "thoughts",
        label: { en: "On the wall", es: "En la pared" },
        visible: "at-once",
        authorship: "anonymous",
      },
      safeBreak: { en: "The wall, or a photograph of it.", es: "La pared o una fotografía de ella." },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "Talk about what is there", es: "Hablar de lo que hay" },
      instruction: { en: "What do you see on the wall?", es: "¿Qué ves en la pared?" },
      minutes: { min: 0, max: 10 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "derived",
  minutesSource: "A published handout gives 5 minutes to an hour; the split is ours.",
  publishedTotal: { min: 5, max: 60 },
};
