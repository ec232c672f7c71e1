import type { ProtocolDefinition } from "../definition.js";

/** Learning from student work: read one piece of work in separate steps and end with ideas for teaching. */
export const atlasWork: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/atlas-work@1",
  status: "ready",
  title: { en: "Learning from student work", es: "Aprender del trabajo de estudiantes" },
  purpose: {
    en: "Read one piece of work in separate steps and end with ideas for teaching.",
    es: "Leer un trabajo por pasos y terminar con ideas para enseñar.",
  },
  origin: {
    en: "Eric Buchovecky's protocol from the ATLAS project, revised by Gene Thompson-Grove in 2000.",
    es: "El protocolo de Eric Buchovecky del proyecto ATLAS, revisado por Gene Thompson-Grove en 2000.",
  },
  uses: ["student-work"],
  trust: "some",
  group: { min: 4, max: 10 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "participant" }],
  steps: [
    {
      id: "present",
      kind: "present",
      label: { en: "One sentence about the task", es: "Una frase sobre la tarea" },
      instruction: {
        en: "Say what was asked, and nothing about the student.",
        es: "Di qué se pidió, y nada sobre el estudiante.",
      },
      minutes: { min: 3, max: 5 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
    },
    {
      id: "describe",
      kind: "describe",
      label: { en: "What do you see?", es: "¿Qué ves?" },
      instruction: { en: "Facts only; what you infer waits.", es: "Solo hechos; lo que deduces espera." },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      rules: ["no-judgement", "no-inference"],
      capture: {
        id: "seen",
        label: { en: "What we see", es: "Lo que vemos" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "interpret",
      kind: "interpret",
      label: { en: "How might the learner be thinking?", es: "¿Cómo estará pensando quien aprende?" },
      instruction: {
        en: "Collect as many readings as you can, each tied to the work.",
        es: "Reúnan tantas lecturas como puedan, cada una ligada al trabajo.",
      },
      minutes: { min: 8, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      safeBreak: { en: "What was seen, and the readings of it.", es: "Lo visto y sus lecturas." },
    },
    {
      id: "imply",
      kind: "imply",
      label: { en: "What could be done next?", es: "¿Qué se podría hacer ahora?" },
      instruction: {
        en: "Offer next steps, other tasks, things to find out.",
        es: "Ofrezcan próximos pasos, otras tareas, cosas por averiguar.",
      },
      minutes: { min: 8, max: 10 },
      speaks: { who: "roles", roles: ["participant"] },
      silent: ["presenter"],
      capture: {
        id: "ideas",
        label: { en: "Ideas", es: "Ideas" },
        visible: "at-once",
        authorship: "named",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: {
        en: "The presenter reflects, then open talk",
        es: "Reflexiona quien presenta; luego, conversación",
      },
      instruction: {
        en: "Say what you learned; then talk together.",
        es: "Di qué aprendiste; luego conversen.",
      },
      minutes: { min: 8, max: 15 },
      speaks: { who: "roles", roles: ["presenter", "participant"] },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "How did it go?", es: "¿Cómo nos fue?" },
      instruction: {
        en: "What helped our talk, and what will we do otherwise next time?",
        es: "¿Qué ayudó a nuestra conversación y qué haremos distinto?",
      },
      minutes: { min: 3, max: 5 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "schoolreforminitiative.org, March 2017, and slides that time the describing step; the rest is filled.",
  publishedTotal: { min: 35, max: 60 },
};
