import type { ProtocolDefinition } from "../definition.js";

/** Calibration: score the same work alone, compare, and agree on what the scores mean. */
export const calibration: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/calibration@1",
  status: "ready",
  title: { en: "Calibration", es: "Calibración" },
  purpose: {
    en: "Score the same work alone, compare, and agree on what the scores mean.",
    es: "Calificar el mismo trabajo a solas, comparar y acordar qué significan los puntajes.",
  },
  origin: {
    en: "Common practice of scoring teams; this form is Collegium's own.",
    es: "Práctica común de equipos que califican; esta forma es de Collegium.",
  },
  uses: ["scoring", "student-work"],
  trust: "some",
  group: { min: 2, max: 12 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "read",
      kind: "read",
      label: { en: "Read the rubric and the work", es: "Leer la rúbrica y el trabajo" },
      instruction: { en: "Read the rubric first. No talking.", es: "Primero la rúbrica. Sin hablar." },
      minutes: { min: 3, max: 6 },
      speaks: { who: "nobody" },
    },
    {
      id: "score",
      kind: "score",
      label: { en: "Score alone", es: "Calificar a solas" },
      instruction: {
        en: "Give every sample a score and one sentence of evidence.",
        es: "Da a cada muestra un puntaje y una frase de evidencia.",
      },
      minutes: { min: 5, max: 12 },
      speaks: { who: "nobody" },
      capture: {
        id: "scores",
        label: { en: "Score and evidence", es: "Puntaje y evidencia" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "compare",
      kind: "compare",
      label: { en: "Lay the scores side by side", es: "Comparar los puntajes" },
      instruction: {
        en: "See where they differ. Nobody defends a number yet.",
        es: "Vean dónde difieren. Nadie defiende un número todavía.",
      },
      minutes: { min: 2, max: 4 },
      speaks: { who: "roles", roles: ["facilitator"] },
      reveals: ["scores"],
      safeBreak: {
        en: "All scores as they were given; they are not changed before the talk.",
        es: "Todos los puntajes tal como se dieron; no se cambian antes de conversar.",
      },
    },
    {
      id: "evidence",
      kind: "round",
      label: { en: "Give the evidence", es: "Dar la evidencia" },
      instruction: {
        en: "In turn, for the samples with the widest spread: what in the work, which words of the rubric?",
        es: "Por turno, en las muestras con más diferencia: ¿qué del trabajo, qué palabras de la rúbrica?",
      },
      minutes: { min: 1, max: 2 },
      speaks: { who: "each" },
      perPerson: true,
      rules: ["no-discussion"],
    },
    {
      id: "agree",
      kind: "decide",
      label: { en: "Agree on a score", es: "Acordar un puntaje" },
      instruction: {
        en: "Settle each sample and write down why; keep it as an exemplar.",
        es: "Acuerden cada muestra y anoten por qué; guárdenla como ejemplo.",
      },
      minutes: { min: 5, max: 12 },
      speaks: { who: "everyone" },
      capture: {
        id: "agreed",
        label: { en: "Agreed score and why", es: "Puntaje acordado y por qué" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "rubric",
      kind: "discuss",
      label: { en: "What should the rubric say?", es: "¿Qué debería decir la rúbrica?" },
      instruction: { en: "Which words did we read differently?", es: "¿Qué palabras leímos distinto?" },
      minutes: { min: 3, max: 8 },
      speaks: { who: "everyone" },
      capture: {
        id: "rubric",
        label: { en: "Changes to the rubric", es: "Cambios a la rúbrica" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "derived",
  minutesSource: "Steps and minutes are Collegium's own; they follow how scoring sessions are usually held.",
  materials: [
    {
      en: "Two to five samples without names, labelled A, B, C.",
      es: "De dos a cinco muestras sin nombres, rotuladas A, B, C.",
    },
    { en: "The rubric.", es: "La rúbrica." },
  ],
};
