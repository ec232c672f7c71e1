import type { commonTimeTexts as english } from "../en/common-time.js";

/** Common time, its reasons, and what stands in the way, in Spanish. */
export const commonTimeTexts: Record<keyof typeof english, string> = {
  period: "hora {name}",
  "period.day": "{day}, hora {name}",
  "when.slot": "el {date}, de {start} a {end}",
  "periods.day": "{day}, horas {names}",

  "free-alone": "{when}: libre.",
  everyone: "{when}: pueden venir los {of}.",
  "some-cannot": "{when}: {n|puede|pueden} venir {n} de {of}; no {absent|puede|pueden}: {people}.",
  "room-free": "Aulas libres entonces: {rooms}.",
  reluctant: "{person} preferiría conservar este tiempo.",
  "reluctant-once": "{person} preferiría conservar este tiempo, y ya ha cedido una vez.",
  "reluctant-again": "{person} preferiría conservar este tiempo, y ya ha cedido {n} veces.",
  "keeps-own-periods": "A todos les {n|queda|quedan} al menos {n} {n|hora libre|horas libres} en la semana.",

  "lesson-for": "{lesson} ({people})",
  "lesson-at": "{lesson}, de {start} a {end} ({people})",
  "only-lesson": "Solo lo impide una clase, {when}: {what}.",
  "only-duty": "Solo lo impide una guardia, {when}: {what}.",
  "only-meeting": "Solo lo impide una reunión, {when}: {what}.",
  "only-other": "Solo lo impide una actividad ({kind}), {when}: {what}.",
  "several-lessons": "Lo impiden {n} clases, {when}: {what}.",

  "nobody-asked": "Una reunión necesita personas.",
  "nobody-asked.hint": "Nombre a una.",
  "unknown-person": "Esta persona no está en el horario.",
  "unknown-person.hint": "Use los identificadores del horario.",
  "unknown-room": "Esta aula no está en el horario.",
  "unknown-room.hint": "Use los identificadores del horario.",
  "unknown-period": "Esta hora no está en el horario.",
  "unknown-period.hint": "Use los identificadores del horario.",
  "impossible-quorum": "El quórum es mayor que el número de personas convocadas.",
  "impossible-quorum.hint": "Pida como máximo {n}.",
  "bad-length": "La duración debe ser un número entero de horas que quepa en un día.",
};
