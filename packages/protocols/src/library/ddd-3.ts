import type { ProtocolDefinition } from "../definition.js";

/** Data-driven dialogue, three phases: bring assumptions into the open, observe, and only then explain. */
export const ddd3: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/ddd-3@1",
  status: "ready",
  title: { en: "Data-driven dialogue, three phases", es: "Diálogo con datos, tres fases" },
  purpose: {
    en: "Bring assumptions into the open, observe, and only then explain.",
    es: "Poner a la vista los supuestos, observar y solo después explicar.",
  },
  origin: {
    en: "By Bruce Wellman and Laura Lipton, 2004.",
    es: "De Bruce Wellman y Laura Lipton, 2004.",
  },
  uses: ["data"],
  trust: "any",
  group: { min: 3, max: 30 },
  roles: [{ id: "facilitator" }, { id: "participant" }, { id: "dialogue-monitor" }],
  steps: [
    {
      id: "write-predictions",
      kind: "write",
      label: { en: "Write predictions", es: "Escribir predicciones" },
      instruction: {
        en: "Before seeing the data: what do you expect, and why do you expect it?",
        es: "Antes de ver los datos: ¿qué esperas y por qué?",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "nobody" },
      prompts: [
        { en: "I expect …", es: "Espero …" },
        { en: "I assume …", es: "Supongo …" },
        { en: "I wonder …", es: "Me pregunto …" },
      ],
      capture: {
        id: "predictions",
        label: { en: "My predictions", es: "Mis predicciones" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-predictions",
      kind: "round",
      label: { en: "Share predictions", es: "Compartir predicciones" },
      instruction: {
        en: "One each, in turn; post them.",
        es: "Una cada quien, por turno; se colocan a la vista.",
      },
      minutes: { min: 5, max: 10 },
      speaks: { who: "each" },
      reveals: ["predictions"],
    },
    {
      id: "write-observations",
      kind: "write",
      label: { en: "Write observations", es: "Escribir observaciones" },
      instruction: {
        en: "Now look. What is there? Leave out why.",
        es: "Ahora mira. ¿Qué hay? Sin el porqué.",
      },
      minutes: { min: 5, max: 15 },
      speaks: { who: "nobody" },
      rules: ["no-because"],
      capture: {
        id: "observations",
        label: { en: "My observations", es: "Mis observaciones" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-observations",
      kind: "round",
      label: { en: "Share observations", es: "Compartir observaciones" },
      instruction: {
        en: "In turn; then choose the two or three that matter most.",
        es: "Por turno; luego elijan las dos o tres que más importan.",
      },
      minutes: { min: 15, max: 25 },
      speaks: { who: "each" },
      rules: ["no-because"],
      reveals: ["observations"],
      safeBreak: {
        en: "The chosen observations and the data they come from.",
        es: "Las observaciones elegidas y sus datos.",
      },
    },
    {
      id: "write-theories",
      kind: "write",
      label: { en: "Write possible causes", es: "Escribir causas posibles" },
      instruction: {
        en: "At least three for each chosen observation.",
        es: "Al menos tres por cada observación elegida.",
      },
      minutes: { min: 5, max: 15 },
      speaks: { who: "nobody" },
      capture: {
        id: "theories",
        label: { en: "Possible causes", es: "Causas posibles" },
        visible: "at-reveal",
        authorship: "named",
      },
    },
    {
      id: "share-theories",
      kind: "round",
      label: {
        en: "Share causes and choose one to test",
        es: "Compartir causas y elegir una para probar",
      },
      instruction: {
        en: "Name the data that would tell, and the day you look again.",
        es: "Nombren los datos que lo dirían y el día en que volverán a mirar.",
      },
      minutes: { min: 15, max: 25 },
      speaks: { who: "each" },
      capture: {
        id: "test",
        label: {
          en: "What we will test, with which data, by when",
          es: "Qué probaremos, con qué datos y para cuándo",
        },
        visible: "at-once",
        authorship: "named",
      },
      reveals: ["theories"],
    },
  ],
  variants: [
    {
      id: "without-predictions",
      title: { en: "Without predictions", es: "Sin predicciones" },
      without: ["write-predictions", "share-predictions"],
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "A district handout of 2013 gives 10-20, 20-40 and 20-40 minutes for the phases; the split inside a phase is filled.",
  publishedTotal: { min: 50, max: 100 },
};
