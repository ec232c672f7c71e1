import type { ProtocolDefinition } from "../definition.js";

/** Work panel against standards: check how student work and standards meet. */
export const examineWorkPanel: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/examine-work-panel@1",
  status: "draft",
  title: { en: "Work panel against standards", es: "Panel de trabajos y estándares" },
  purpose: {
    en: "Check how student work and standards meet.",
    es: "Revisar cómo se encuentran los trabajos y los estándares.",
  },
  origin: {
    en: "After a handout of the Minnesota Department of Education.",
    es: "A partir de una hoja del Departamento de Educación de Minnesota.",
  },
  uses: ["student-work"],
  trust: "some",
  group: { min: 4, max: 10 },
  roles: [{ id: "presenter" }, { id: "facilitator" }, { id: "panel" }],
  steps: [
    {
      id: "read",
      kind: "read",
      label: { en: "The panel reads", es: "El panel lee" },
      instruction: {
        en: "In silence, with the standard beside the work.",
        es: "En silencio, con el estándar junto al trabajo.",
      },
      minutes: { min: 8, max: 15 },
      speaks: { who: "nobody" },
    },
    {
      id: "describe",
      kind: "describe",
      label: { en: "The panel describes", es: "El panel describe" },
      instruction: {
        en: "What in the work meets which benchmark? Describe; do not grade.",
        es: "¿Qué en el trabajo responde a qué criterio? Describan sin calificar.",
      },
      minutes: { min: 12, max: 25 },
      speaks: { who: "roles", roles: ["panel"] },
      silent: ["presenter"],
      rules: ["no-judgement", "one-voice"],
      capture: {
        id: "seen",
        label: { en: "What we see", es: "Lo que vemos" },
        visible: "at-once",
        authorship: "named",
      },
      safeBreak: {
        en: "What the panel described, and the work.",
        es: "Lo que describió el panel y el trabajo.",
      },
    },
    {
      id: "respond",
      kind: "respond",
      label: { en: "The presenter responds", es: "Responde quien presenta" },
      instruction: { en: "Say what was new to you.", es: "Di qué fue nuevo para ti." },
      minutes: { min: 5, max: 10 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["panel"],
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "What was useful?", es: "¿Qué fue útil?" },
      instruction: {
        en: "Useful information, and how the process went.",
        es: "La información útil y cómo fue el proceso.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "assumed",
  minutesSource: "Roles and the rule of silence were seen in the handout; the minutes are our assumption.",
  publishedTotal: { min: 30, max: 60 },
  prework: [
    {
      en: "Collect all work of a unit from one to three students.",
      es: "Reúnan todo el trabajo de una unidad de una a tres personas.",
    },
  ],
};
