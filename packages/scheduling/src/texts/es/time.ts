import type { timeTexts as english } from "../en/time.js";

/** Zones, dates, availability and slots, in Spanish. */
export const timeTexts: Record<keyof typeof english, string> = {
  "unknown-zone": "Esta zona horaria no está en la base de datos de zonas.",
  "unknown-zone.hint": "Use un nombre IANA como America/New_York.",
  "unknown-school": "El calendario no tiene ninguna escuela con este identificador.",
  "unknown-school.hint": "Tiene: {schools}.",
  "table-too-long": "El curso escolar dura más de dos años.",
  "table-too-long.hint": "Escriba un calendario por curso.",
  "outside-year": "Esta fecha no está en el curso escolar.",
  "outside-year.hint": "Pida una fecha entre la primera y la última del calendario.",
  "ambiguous-person": "{n} de las personas tienen un identificador que dos horarios dan a nombres distintos.",
  "ambiguous-person.hint": "Dé a cada una un identificador propio.",
  "no-school-dates": "En estas fechas no hay clase.",
  "no-school-dates.hint": "Pida fechas de un periodo lectivo.",
  "no-date": "Esto no es una fecha.",
  "no-date.hint": "Escríbala así: 2026-09-01.",
  "no-moment": "Esto no es una fecha ni una hora que exista en el calendario.",
  "no-moment.hint": "Escríbala así: 2026-09-01 o 2026-09-01T09:00.",
  "no-time-known": "De {n} de las personas o aulas no se conoce el tiempo en esta cuadrícula.",
  "no-time-known.hint": "Añádalas antes a la disponibilidad.",
  "nobody-required": "Una reunión necesita al menos una persona.",
  "nobody-required.hint": "Nombre a una.",
  "slot-too-long": "La reunión debe durar algo y caber en un día de la cuadrícula.",
  "slot-too-long.hint": "Pida hasta {n} minutos.",
};
