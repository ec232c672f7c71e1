import type { ProtocolDefinition } from "../definition.js";

/** High expectations: agree on what students shall learn, on what success is, and on how the team moves every student there. */
export const highExpectations: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/high-expectations@1",
  status: "ready",
  title: { en: "High expectations", es: "Altas expectativas" },
  purpose: {
    en: "Agree on what students shall learn, on what success is, and on how the team moves every student there.",
    es: "Acordar qué deben aprender los estudiantes, qué es el logro y cómo el equipo lleva a cada estudiante hasta allí.",
  },
  origin: {
    en: "Built on three questions that teams with high expectations ask; this form is Collegium's own.",
    es: "Basado en tres preguntas que se hacen los equipos con altas expectativas; esta forma es de Collegium.",
  },
  uses: ["goal", "plan"],
  trust: "any",
  group: { min: 2, max: 12 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "note-taker" }, { id: "timekeeper" }],
  steps: [
    {
      id: "write-learn",
      kind: "write",
      label: {
        en: "What do we want students to learn and be able to do?",
        es: "¿Qué queremos que aprendan y sepan hacer?",
      },
      instruction: {
        en: "Write it in words a student would understand.",
        es: "Escríbelo con palabras que entienda un estudiante.",
      },
      minutes: { min: 2, max: 4 },
      speaks: { who: "nobody" },
      capture: {
        id: "learn",
        label: { en: "Learn and be able to do", es: "Aprender y saber hacer" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-learn",
      kind: "round",
      label: { en: "Share and agree", es: "Compartir y acordar" },
      instruction: {
        en: "In turn; then settle on one sentence.",
        es: "Por turno; luego queden en una frase.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "each" },
      capture: {
        id: "agreed-learning",
        label: { en: "Our sentence", es: "Nuestra frase" },
        visible: "at-once",
        authorship: "named",
      },
      reveals: ["learn"],
    },
    {
      id: "write-success",
      kind: "write",
      label: { en: "How do we define success?", es: "¿Cómo definimos el logro?" },
      instruction: {
        en: "What would each student do, say or make? How many of how many?",
        es: "¿Qué haría, diría o crearía cada estudiante? ¿Cuántos de cuántos?",
      },
      minutes: { min: 2, max: 4 },
      speaks: { who: "nobody" },
      capture: {
        id: "success",
        label: { en: "Success", es: "Logro" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-success",
      kind: "round",
      label: { en: "Share and agree", es: "Compartir y acordar" },
      instruction: {
        en: "In turn; then one measure and one number.",
        es: "Por turno; luego una medida y un número.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "each" },
      capture: {
        id: "agreed-success",
        label: { en: "Measure and target", es: "Medida y meta" },
        visible: "at-once",
        authorship: "named",
      },
      reveals: ["success"],
      safeBreak: {
        en: "The sentence on learning, the measure and the target.",
        es: "La frase sobre el aprendizaje, la medida y la meta.",
      },
    },
    {
      id: "every-student",
      kind: "discuss",
      label: {
        en: "How will we work together to move every student there?",
        es: "¿Cómo trabajaremos en común para que llegue cada estudiante?",
      },
      instruction: {
        en: "Go through the students not there yet, and those already there: who does what, when?",
        es: "Recorran a quienes aún no llegan y a quienes ya llegaron: ¿quién hace qué y cuándo?",
      },
      minutes: { min: 8, max: 20 },
      speaks: { who: "everyone" },
      capture: {
        id: "plan",
        label: { en: "What we will do", es: "Lo que haremos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "commit",
      kind: "commit",
      label: { en: "Commit", es: "Comprometerse" },
      instruction: {
        en: "One when-then promise each, with a date.",
        es: "Una promesa cuando-entonces cada quien, con fecha.",
      },
      minutes: { min: 3, max: 6 },
      speaks: { who: "each" },
      capture: {
        id: "actions",
        label: { en: "Promises", es: "Promesas" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "Did we expect enough?", es: "¿Esperamos lo suficiente?" },
      instruction: {
        en: "For whom did our words expect less?",
        es: "¿De quién esperaron menos nuestras palabras?",
      },
      minutes: { min: 2, max: 4 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "derived",
  minutesSource: "Steps and minutes are Collegium's own.",
};
