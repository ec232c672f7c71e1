import type { ProtocolDefinition } from "../definition.js";

/** Compass points: see how differently the people of a team like to work. */
export const compassPoints: ProtocolDefinition = {
  kind: "protocol-definition",
  schemaVersion: 1,
  id: "org.collegium/compass-points@1",
  status: "ready",
  title: { en: "Compass points", es: "Puntos cardinales" },
  purpose: {
    en: "See how differently the people of a team like to work.",
    es: "Ver de qué maneras distintas prefiere trabajar un equipo.",
  },
  origin: {
    en: "A team exercise from school reform networks.",
    es: "Un ejercicio de equipo de redes de reforma escolar.",
  },
  uses: ["team-building"],
  trust: "any",
  group: { min: 6, max: 40 },
  roles: [
    { id: "facilitator" },
    { id: "participant" },
    { id: "note-taker" },
    { id: "timekeeper" },
    { id: "spokesperson" },
  ],
  rounds: [
    {
      id: "corner",
      title: { en: "One corner", es: "Una esquina" },
      times: { min: 1, max: 4, usual: 4 },
    },
  ],
  steps: [
    {
      id: "choose",
      kind: "choose",
      label: { en: "Choose a corner", es: "Elegir una esquina" },
      instruction: {
        en: "North acts, east sees the whole, south cares for people, west for detail.",
        es: "El norte actúa, el este ve el conjunto, el sur cuida a las personas, el oeste el detalle.",
      },
      minutes: { min: 2, max: 3 },
      speaks: { who: "nobody" },
    },
    {
      id: "corners",
      kind: "discuss",
      label: { en: "In the corners", es: "En las esquinas" },
      instruction: {
        en: "Our strengths, our limits, whom we find hard to work with, what others should know, what we value in them.",
        es: "Nuestras fortalezas, límites, con quién nos cuesta trabajar, qué deben saber las demás personas y qué valoramos de ellas.",
      },
      minutes: { min: 5, max: 15 },
      speaks: { who: "groups" },
    },
    {
      id: "report",
      kind: "round",
      label: { en: "A corner reports", es: "Informa una esquina" },
      instruction: { en: "One voice per corner.", es: "Una voz por esquina." },
      minutes: { min: 3, max: 5 },
      speaks: { who: "roles", roles: ["spokesperson"] },
      round: "corner",
      capture: {
        id: "corners",
        label: { en: "What each corner said", es: "Lo que dijo cada esquina" },
        visible: "at-once",
        authorship: "named",
      },
      safeBreak: { en: "Each corner's list.", es: "La lista de cada esquina." },
    },
    {
      id: "debrief",
      kind: "debrief",
      label: { en: "Our balance", es: "Nuestro equilibrio" },
      instruction: {
        en: "What does our team have much of, what little?",
        es: "¿De qué tiene mucho el equipo y de qué poco?",
      },
      minutes: { min: 3, max: 7 },
      speaks: { who: "everyone" },
    },
  ],
  minutesBasis: "partial",
  minutesSource:
    "ceedsofpeace.org times the corners and their reports; choosing and closing are filled. Reporting grows with the corners taken, one to four, and not with people.",
  publishedTotal: { min: 20, max: 45 },
};
