import type { ProtocolDefinition } from "../definition.js";

/** Save the last word for me: hear what others make of your passage before you explain it. */
export const lastWordForMe: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/last-word-for-me@1",
  status: "ready",
  title: { en: "Save the last word for me", es: "Guárdame la última palabra" },
  purpose: {
    en: "Hear what others make of your passage before you explain it.",
    es: "Oír qué hacen las demás personas con tu pasaje antes de explicarlo.",
  },
  origin: {
    en: "From the same family as the final word; minutes after the National Writing Project.",
    es: "De la misma familia que la última palabra; minutos según el National Writing Project.",
  },
  uses: ["text"],
  trust: "any",
  group: { min: 3, max: 4 },
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
      label: { en: "Mark an idea", es: "Marcar una idea" },
      instruction: {
        en: "Mark the idea that matters most to you.",
        es: "Marca la idea que más te importa.",
      },
      minutes: { min: 0, max: 2 },
      speaks: { who: "nobody" },
      capture: {
        id: "ideas",
        label: { en: "My idea", es: "Mi idea" },
        visible: "author",
        authorship: "named",
      },
    },
    {
      id: "read-aloud",
      kind: "present",
      label: { en: "Read the passage, no reasons", es: "Leer el pasaje, sin razones" },
      instruction: { en: "Read it aloud and stop there.", es: "Léelo en voz alta y detente ahí." },
      minutes: { min: 1, max: 1 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
      round: "presenter",
    },
    {
      id: "responses",
      kind: "round",
      label: { en: "The others respond", es: "Responden las demás personas" },
      instruction: { en: "One minute each on the passage.", es: "Un minuto cada quien sobre el pasaje." },
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
      label: { en: "Reason and reply", es: "Razón y respuesta" },
      instruction: {
        en: "Now say why you chose it and what you heard.",
        es: "Ahora di por qué lo elegiste y qué escuchaste.",
      },
      minutes: { min: 3, max: 3 },
      speaks: { who: "roles", roles: ["presenter"] },
      silent: ["participant"],
      round: "presenter",
      safeBreak: {
        en: "The list of those who have not yet had their passage.",
        es: "La lista de quienes aún no han compartido su pasaje.",
      },
    },
  ],
  minutesBasis: "confirmed",
  minutesSource: "teach.nwp.org: about seven minutes a round for four people; three people are also used.",
  publishedTotal: { min: 28, max: 32 },
};
