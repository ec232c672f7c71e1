import type { timeTexts as english } from "../en/time.js";

/** Zones and dates, in Spanish. */
export const timeTexts: Record<keyof typeof english, string> = {
  "unknown-zone": "Esta zona horaria no está en la base de datos de zonas.",
  "unknown-zone.hint": "Use un nombre IANA como America/New_York.",
  "unknown-school": "El calendario no tiene ninguna escuela con este identificador.",
  "unknown-school.hint": "Tiene: {schools}.",
  "table-too-long": "El curso escolar dura más de dos años.",
  "table-too-long.hint": "Escriba un calendario por curso.",
  "exception-dates-too-many": "Las excepciones del calendario cubren juntas más de {n} fechas.",
  "exception-dates-too-many.hint": "Lo que vale todo el año va en la semana ordinaria, no como excepción.",
  "too-many-periods": "Un día tiene más de {n} horas.",
  "too-many-periods.hint": "Deje las horas en las que hay algo.",
  "outside-year": "Esta fecha no está en el curso escolar.",
  "outside-year.hint": "Pida una fecha entre la primera y la última del calendario.",
  "no-date": "Esto no es una fecha.",
  "no-date.hint": "Escríbala así: 2026-09-01.",
  "no-moment": "Esto no es una fecha ni una hora que exista en el calendario.",
  "no-moment.hint": "Escríbala así: 2026-09-01 o 2026-09-01T09:00.",
};
