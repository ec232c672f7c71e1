import type { ProtocolFields } from "./definition-shape.js";

/** Fields of a small valid protocol, for documentation and for examples of broken rules. */
export const exampleDefinition: ProtocolFields = {
  status: "ready",
  title: { en: "One thing each", es: "Una cosa cada quien" },
  purpose: { en: "Hear everyone once.", es: "Escuchar a todas las personas una vez." },
  origin: { en: "Common practice.", es: "Práctica común." },
  uses: ["reflection"],
  trust: "any",
  group: { min: 2, max: 12 },
  roles: [{ id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "ask",
      kind: "present",
      label: { en: "Ask", es: "Preguntar" },
      instruction: { en: "Say the question once.", es: "Di la pregunta una vez." },
      minutes: { min: 1, max: 2 },
      speaks: { who: "roles", roles: ["facilitator"] },
    },
    {
      id: "answer",
      kind: "round",
      label: { en: "Answer in turn", es: "Responder por turno" },
      instruction: { en: "One sentence each.", es: "Una frase cada quien." },
      minutes: { min: 1, max: 2 },
      perPerson: true,
      speaks: { who: "each" },
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "Example",
};
