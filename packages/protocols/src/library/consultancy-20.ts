import type { ProtocolDefinition } from "../definition.js";

/** Consultancy, short form: a quick look at a dilemma or a case. */
export const consultancy20: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/consultancy-20@1",
  status: "ready",
  title: { en: "Consultancy, short form", es: "Consultoría, forma corta" },
  purpose: {
    en: "A quick look at a dilemma or a case.",
    es: "Una mirada rápida a un dilema o un caso.",
  },
  origin: {
    en: "A shortened form described by a classroom teacher.",
    es: "Una forma breve descrita por una docente.",
  },
  uses: ["dilemma"],
  trust: "some",
  group: { min: 3, max: 8 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "present",
      kind: "present",
      label: { en: "Overview and silent reading", es: "Resumen y lectura en silencio" },
      instruction: {
        en: "Tell the case in two minutes; then everyone reads.",
        es: "Cuenta el caso en dos minutos; luego todas las personas leen.",
      },
      minutes: { min: 5, max: 5 },
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
      id: "discuss",
      kind: "discuss",
      label: { en: "The group talks", es: "El grupo conversa" },
      instruction: {
        en: "Talk to each other about the case, not to the presenter.",
        es: "Conversen entre ustedes sobre el caso, sin dirigirse a quien presenta.",
      },
      minutes: { min: 8, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      capture: {
        id: "ideas",
        label: { en: "What we see", es: "Lo que vemos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The presenter reflects", es: "Reflexiona quien presenta" },
      instruction: { en: "Say what you take with you.", es: "Di qué te llevas." },
      minutes: { min: 3, max: 3 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "pbutz.blogspot.com, November 2013",
  publishedTotal: { min: 19, max: 21 },
};
