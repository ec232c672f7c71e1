import type { ProtocolDefinition } from "../definition.js";

/** Notice and wonder: student work: look at pieces of student work side by side and keep what is there apart from what may explain it. */
export const noticeWonderWork: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/notice-wonder-work@1",
  status: "ready",
  title: { en: "Notice and wonder: student work", es: "Observar y preguntar: trabajos" },
  purpose: {
    en: "Look at pieces of student work side by side and keep what is there apart from what may explain it.",
    es: "Mirar trabajos lado a lado y separar lo que hay de lo que podría explicarlo.",
  },
  origin: {
    en: "The notice-and-wonder routine used with work in place of numbers; this form is Collegium's own.",
    es: "La rutina de observar y preguntar con trabajos en lugar de números; esta forma es de Collegium.",
  },
  uses: ["student-work"],
  trust: "any",
  group: { min: 3, max: 10 },
  roles: [{ id: "facilitator" }, { id: "presenter" }, { id: "participant" }, { id: "note-taker" }],
  steps: [
    {
      id: "lay-out",
      kind: "present",
      label: { en: "Lay out the work", es: "Mostrar los trabajos" },
      instruction: {
        en: "Say what was asked. The samples are called A, B, C.",
        es: "Di qué se pidió. Las muestras se llaman A, B, C.",
      },
      minutes: { min: 1, max: 3 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "write-notices",
      kind: "write",
      label: { en: "Write what you notice", es: "Escribir lo que observas" },
      instruction: {
        en: "Facts about A, B, C that anyone could point to.",
        es: "Hechos sobre A, B, C que cualquiera pueda señalar.",
      },
      minutes: { min: 4, max: 6 },
      speaks: { who: "nobody" },
      prompts: [{ en: "In sample A I notice …", es: "En la muestra A observo …" }],
      rules: ["no-because", "no-judgement"],
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
        en: "One new notice each; point to the place.",
        es: "Una observación nueva cada quien; señala el lugar.",
      },
      minutes: { min: 4, max: 6 },
      speaks: { who: "each", except: ["presenter"] },
      silent: ["presenter"],
      rules: ["no-because", "no-judgement", "no-repeats"],
      reveals: ["notices"],
      safeBreak: {
        en: "The samples and the notices about each.",
        es: "Las muestras y lo observado en cada una.",
      },
    },
    {
      id: "write-wonders",
      kind: "write",
      label: { en: "Write what you wonder", es: "Escribir lo que te preguntas" },
      instruction: {
        en: "What does the work make you ask about the learner's thinking?",
        es: "¿Qué te hace preguntar sobre cómo piensa quien aprende?",
      },
      minutes: { min: 3, max: 5 },
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
      instruction: { en: "One each; no answers yet.", es: "Una cada quien; aún sin respuestas." },
      minutes: { min: 4, max: 8 },
      speaks: { who: "each", except: ["presenter"] },
      silent: ["presenter"],
      rules: ["no-discussion"],
      reveals: ["wonders"],
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The teacher answers", es: "Responde quien enseña" },
      instruction: {
        en: "Answer what you can, and say what you will find out.",
        es: "Responde lo que puedas y di qué averiguarás.",
      },
      minutes: { min: 3, max: 5 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "discuss",
      kind: "discuss",
      label: { en: "What next for these learners?", es: "¿Qué sigue para estos estudiantes?" },
      instruction: {
        en: "Reteach, extend, ask again: who and how?",
        es: "Reforzar, ampliar, volver a preguntar: ¿a quién y cómo?",
      },
      minutes: { min: 6, max: 12 },
      speaks: { who: "everyone" },
      capture: {
        id: "next",
        label: { en: "What next", es: "Qué sigue" },
        visible: "at-once",
        authorship: "named",
      },
    },
  ],
  minutesBasis: "derived",
  minutesSource:
    "The steps and minutes of the data form, with its discussion shortened to leave room for the teacher's answer.",
  materials: [
    {
      en: "Samples without names, labelled A, B, C.",
      es: "Muestras sin nombres, rotuladas A, B, C.",
    },
    {
      en: "The task as the students had it.",
      es: "La tarea tal como la tuvieron los estudiantes.",
    },
  ],
};
