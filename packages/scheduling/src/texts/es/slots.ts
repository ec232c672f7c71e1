import type { slotTexts as english } from "../en/slots.js";

/** Looking for a time when people are free, in Spanish. */
export const slotTexts: Record<keyof typeof english, string> = {
  "ambiguous-person": "{n} de las personas tienen un identificador que dos horarios dan a nombres distintos.",
  "ambiguous-person.hint": "Dé a cada una un identificador propio.",
  "no-school-dates": "En estas fechas no hay clase.",
  "no-school-dates.hint": "Pida fechas de un periodo lectivo.",
  "no-time-known": "De esta persona o aula no se conoce ningún tiempo.",
  "no-time-known.hint": "Use un identificador del horario, o añada a la persona a la disponibilidad.",
  "quorum-too-large": "El quórum es mayor que el número de personas convocadas.",
  "quorum-too-large.hint": "Pida como mucho {n}.",
  "nobody-required": "Una reunión necesita al menos una persona.",
  "nobody-required.hint": "Nombre a una.",
  "slot-too-long": "La reunión debe durar algo y caber en un día de la cuadrícula.",
  "slot-too-long.hint": "Pida hasta {n} minutos.",
};
