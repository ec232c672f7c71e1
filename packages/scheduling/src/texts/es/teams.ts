import type { teamTexts as english } from "../en/teams.js";

/** Teams files and timetables, in Spanish. */
export const teamTexts: Record<keyof typeof english, string> = {
  "duplicate-team": "Otro equipo anterior tiene el mismo identificador.",
  "duplicate-team.hint": "Dé a cada equipo un identificador propio.",
  "empty-team": "Este equipo no tiene miembros.",
  "empty-team.hint": "Ponga los identificadores de sus docentes, o quite el equipo.",
  "unknown-teacher": "Este docente no está en el horario.",
  "unknown-teacher.hint": "Nombre a los miembros con los identificadores que el horario da a sus docentes.",
  "not-a-teacher": "Este miembro no es docente en el horario.",
  "not-a-teacher.hint": "Nombre a los miembros con los identificadores que el horario da a sus docentes.",
  "no-teams": "El archivo no contiene equipos.",
  "no-teams.hint": "Añada un equipo, o prescinda del archivo para buscar equipos en el horario.",
  "not-presence":
    "Esto no es una lista de los momentos en que los docentes a tiempo parcial están en la escuela.",
  "not-presence.hint": 'Escriba { "T1": ["mon 08:00-12:00", "tue"] }, con los identificadores del horario.',
  "unknown-presence": "Esto no nombra ningún día, horas de un día ni hora lectiva del horario.",
  "unknown-presence.hint":
    "Escriba un día, un día con horas como mon 08:00-12:00, o el identificador de una hora lectiva.",
  "repeated-member": "Un miembro aparece más de una vez y cuenta una.",

  "duplicate-id": "Otro elemento anterior tiene el mismo identificador.",
  "no-such-day": "No existe ese día.",
  "no-such-resource": "No existe ese recurso.",
  "no-such-lesson": "No existe esa clase.",
  "no-such-period": "No existe esa hora.",
  "day-torn": "El día de esta hora ya había terminado: en medio hay una hora de otro día.",
  "day-torn.hint": "Ponga las horas en orden.",
  "ends-before-start": "La hora termina antes de empezar.",
};
