import type { Text } from "@collegium/protocols/runner";

/** Norms that a team may take and make its own. */
export interface NormPack {
  readonly id: string;
  readonly title: Text;
  readonly origin: Text;
  readonly norms: readonly Text[];
}

/** Norm packs in our own words; a team words its own norms as behaviour one can see. */
export const normPacks: readonly NormPack[] = [
  {
    id: "seven-norms",
    title: { en: "Seven norms of collaboration", es: "Siete normas de colaboración" },
    origin: {
      en: "After Robert Garmston and Bruce Wellman.",
      es: "A partir de Robert Garmston y Bruce Wellman.",
    },
    norms: [
      { en: "Pause before you answer.", es: "Haz una pausa antes de responder." },
      { en: "Say in your words what you heard.", es: "Di con tus palabras lo que oíste." },
      { en: "Ask questions.", es: "Haz preguntas." },
      { en: "Put ideas on the table.", es: "Pon ideas sobre la mesa." },
      { en: "Bring data.", es: "Trae datos." },
      { en: "Watch yourself and the others.", es: "Cuida de ti y de las demás personas." },
      { en: "Take it that others mean well.", es: "Da por hecho que hay buena intención." },
    ],
  },
  {
    id: "data-wise",
    title: { en: "Norms for inquiry", es: "Normas para indagar" },
    origin: {
      en: "After the norms of the Data Wise improvement process.",
      es: "A partir de las normas del proceso de mejora Data Wise.",
    },
    norms: [
      { en: "Ask before you judge.", es: "Pregunta antes de juzgar." },
      { en: "Ground what you say in evidence.", es: "Apoya lo que dices en evidencia." },
      { en: "Take it that others mean well.", es: "Da por hecho que hay buena intención." },
      { en: "Keep to the protocol and hear every voice.", es: "Sigue el protocolo y escucha cada voz." },
      { en: "Start and end on time.", es: "Empieza y termina a tiempo." },
      { en: "Be here now.", es: "Quédate aquí y ahora." },
    ],
  },
  {
    id: "work-review",
    title: { en: "Norms for looking at work", es: "Normas para mirar trabajos" },
    origin: { en: "Common practice.", es: "Práctica común." },
    norms: [
      { en: "What is said here stays here.", es: "Lo que se dice aquí se queda aquí." },
      { en: "Say what others can use.", es: "Di lo que sirva a otras personas." },
      { en: "Nobody is evaluated.", es: "No se evalúa a nadie." },
      { en: "One voice at a time.", es: "Una voz a la vez." },
    ],
  },
];
