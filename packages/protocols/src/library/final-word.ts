import type { ProtocolDefinition } from "../definition.js";

/** Final word: let everyone's view of a text grow through what the others see in it. */
export const finalWord: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/final-word@1",
  status: "ready",
  title: { en: "Final word", es: "La última palabra" },
  purpose: {
    en: "Let everyone's view of a text grow through what the others see in it.",
    es: "Que la lectura de cada persona crezca con lo que las demás ven en el texto.",
  },
  origin: {
    en: "From the family of text protocols of the school reform networks in the United States.",
    es: "De la familia de protocolos de lectura de las redes de reforma escolar de Estados Unidos.",
  },
  uses: ["text"],
  trust: "any",
  group: { min: 3, max: 6 },
  roles: [{ id: "facilitator" }, { id: "timekeeper" }, { id: "presenter" }, { id: "participant" }],
  rounds: [
    {
      id: "presenter",
      title: { en: "One passage", es: "Un pasaje" },
      times: "people",
      role: "presenter",
    },
  ],
  steps: [
    {
      id: "choose",
      kind: "read",
      label: { en: "Choose a passage", es: "Elegir un pasaje" },
      instruction: {
        en: "Mark the passage that matters most to you, and a spare one.",
        es: "Marca el pasaje que más te importa y otro de reserva.",
      },
      minutes: { min: 0, max: 5 },
      speaks: { who: "nobody" },
      capture: {
        id: "passages",
        label: { en: "My passage", es: "Mi pasaje" },
        visible: "author",
        authorship: "named",
      },
    },
    {
      id: "read-aloud",
      kind: "present",
      label: { en: "Read it and say why", es: "Leerlo y decir por qué" },
      instruction: {
        en: "Read your passage aloud and say what it means to you.",
        es: "Lee tu pasaje en voz alta y di qué significa para ti.",
      },
      minutes: { min: 3, max: 3 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
      round: "presenter",
    },
    {
      id: "responses",
      kind: "round",
      label: { en: "Each one responds", es: "Cada persona responde" },
      instruction: {
        en: "One minute each: what do you see in this passage? No cross-talk.",
        es: "Un minuto cada quien: ¿qué ves en este pasaje? Sin conversar entre turnos.",
      },
      minutes: { min: 1, max: 1 },
      speaks: { who: "each", except: ["presenter"] },
      silent: ["presenter"],
      perPerson: true,
      round: "presenter",
      rules: ["no-discussion"],
    },
    {
      id: "last-word",
      kind: "respond",
      label: { en: "The last word", es: "La última palabra" },
      instruction: {
        en: "Say what you now think about the passage.",
        es: "Di qué piensas ahora sobre el pasaje.",
      },
      minutes: { min: 1, max: 1 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
      round: "presenter",
      safeBreak: {
        en: "The list of those who have not yet had their passage.",
        es: "La lista de quienes aún no han compartido su pasaje.",
      },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "How did it go?", es: "¿Cómo nos fue?" },
      instruction: { en: "What did the turns make possible?", es: "¿Qué hicieron posible los turnos?" },
      minutes: { min: 0, max: 5 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "confirmed",
  minutesSource:
    "oregonednet.org and a Connecticut school site publish 8 minutes a round; the steps as timed give n + 3 minutes a round, so n people take n(n + 3), which is the rule used here.",
  publishedTotal: { min: 24, max: 48 },
};
