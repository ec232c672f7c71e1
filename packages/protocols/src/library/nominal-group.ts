import type { ProtocolDefinition } from "../definition.js";

/** Ideas first in silence, then a choice: collect ideas without anyone blocking anyone, then choose. */
export const nominalGroup: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/nominal-group@1",
  status: "draft",
  title: {
    en: "Ideas first in silence, then a choice",
    es: "Primero ideas en silencio, luego elegir",
  },
  purpose: {
    en: "Collect ideas without anyone blocking anyone, then choose.",
    es: "Reunir ideas sin que nadie frene a nadie y después elegir.",
  },
  origin: {
    en: "The nominal group technique of André Delbecq and Andrew Van de Ven.",
    es: "La técnica de grupo nominal de André Delbecq y Andrew Van de Ven.",
  },
  uses: ["decision", "ideas"],
  trust: "any",
  group: { min: 5, max: 9 },
  roles: [{ id: "facilitator" }, { id: "note-taker" }, { id: "participant" }],
  steps: [
    {
      id: "write",
      kind: "write",
      label: { en: "Write ideas in silence", es: "Escribir ideas en silencio" },
      instruction: { en: "As many as you can, on your own.", es: "Tantas como puedas, por tu cuenta." },
      minutes: { min: 5, max: 15 },
      speaks: { who: "nobody" },
      capture: {
        id: "ideas",
        label: { en: "Ideas", es: "Ideas" },
        visible: "at-reveal",
        authorship: "anonymous",
      },
    },
    {
      id: "collect",
      kind: "round",
      label: { en: "One idea each until none is left", es: "Una idea cada quien hasta agotar" },
      instruction: {
        en: "In turn; written up as said, not discussed.",
        es: "Por turno; se anota como se dice y no se discute.",
      },
      minutes: { min: 10, max: 30 },
      speaks: { who: "each" },
      rules: ["no-discussion"],
      reveals: ["ideas"],
      safeBreak: { en: "The full list of ideas.", es: "La lista completa de ideas." },
    },
    {
      id: "clarify",
      kind: "clarify",
      label: { en: "Clarify and merge", es: "Aclarar y unir" },
      instruction: {
        en: "What is meant? Which are the same?",
        es: "¿Qué quiere decir? ¿Cuáles son iguales?",
      },
      minutes: { min: 10, max: 30 },
      speaks: { who: "everyone" },
    },
    {
      id: "vote",
      kind: "vote",
      label: { en: "Rank in private", es: "Ordenar en privado" },
      instruction: {
        en: "Mark up to five, best first, each alone.",
        es: "Marca hasta cinco, la mejor primero, cada quien a solas.",
      },
      minutes: { min: 5, max: 15 },
      speaks: { who: "nobody" },
      capture: {
        id: "votes",
        label: { en: "My five, best first", es: "Mis cinco, la mejor primero" },
        visible: "at-reveal",
        authorship: "anonymous",
      },
      ballot: { choices: { from: "ideas" }, votes: 5, ranked: true },
      requires: [{ notes: "ideas" }],
      closes: ["ideas"],
    },
  ],
  minutesBasis: "assumed",
  minutesSource: "The four steps are established; the minutes are our assumption.",
  publishedTotal: { min: 30, max: 90 },
};
