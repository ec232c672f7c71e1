import type { icalTexts as english } from "../en/ical.js";

/** Reading calendar files, in Spanish. */
export const icalTexts: Record<keyof typeof english, string> = {
  "line-too-long": "La línea {line} tiene más de {n} caracteres.",
  "line-too-long.hint": "Exporte el calendario sin archivos adjuntos.",
  "not-a-content-line": "La línea {line} no es una línea de un archivo de calendario.",
  "not-a-content-line.hint": "Exporte otra vez el calendario como archivo .ics.",
  "not-a-calendar": "El texto no empieza con BEGIN:VCALENDAR.",
  "not-a-calendar.hint": "Elija un archivo .ics.",
  "calendar-too-large": "El calendario tiene más de {n} eventos.",
  "calendar-too-large.hint": "Exporte un tramo de tiempo más corto.",
  "component-not-closed": "Lo que empieza en la línea {line} no se cierra, o está demasiado anidado.",
  "component-not-closed.hint": "El archivo puede estar cortado: expórtelo otra vez.",
  "event-without-start": "Línea {line}: un evento no dice cuándo empieza.",
  "event-without-start.hint": "El evento se omite.",
  "event-start-no-date": "Línea {line}: el comienzo no es una fecha.",
  "event-start-no-date.hint": "El evento se omite.",
  "event-zone-unknown": "Línea {line}: la zona horaria no se conoce ni se describe en el archivo.",
  "event-zone-unknown.hint": "El evento se omite.",
  "event-bad-length": "Línea {line}: un evento termina antes de empezar o no dice un final que sirva.",
  "event-bad-length.hint": "El evento se omite.",
  "event-without-uid": "Línea {line}: un evento no tiene UID.",
  "event-without-uid.hint": "Se usa su número de línea.",
  "bad-date-in-list": "Línea {line}: una de las fechas no lo es.",
  "bad-date-in-list.hint": "Se omite.",
  "bad-time-in-list": "Línea {line}: uno de los tiempos no lo es.",
  "bad-time-in-list.hint": "Se omite.",
};
