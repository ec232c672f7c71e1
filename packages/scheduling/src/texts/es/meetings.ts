import type { meetingTexts as english } from "../en/meetings.js";

/** Standing meetings and what stands in their way, in Spanish. */
export const meetingTexts: Record<keyof typeof english, string> = {
  "change-without-meeting": "La serie ya no se reúne el {date}.",
  "change-without-meeting.hint": "Quite el cambio si ya no se desea.",
  "moved-without-meeting": "La serie ya no se reúne el {date}; la reunión trasladada se conserva.",
  "moved-without-meeting.hint": "Quite el cambio si ya no se desea.",
  "no-meetings": "La serie no tiene ninguna reunión en este curso.",
  "no-meetings.hint": "Revise sus fechas y su regla.",
  "no-such-date": "La serie no tiene ninguna reunión: ninguna fecha del calendario se llama {name}.",
  "no-such-date.hint": "Use el nombre de un día o una semana como está en el calendario.",
  "no-such-cycle-day": "La serie no tiene ninguna reunión: el calendario no tiene el día del ciclo {days}.",
  "no-such-cycle-day.hint": "Use los días del ciclo del calendario.",
  "meeting-backwards": "La reunión termina antes de empezar.",
  "meeting-backwards.hint": "Intercambie el comienzo y el final.",
  "repeated-change": "Dos cambios son para la reunión del {date}; vale el último.",
  "repeated-change.hint": "Quite uno de ellos.",
  "period-never": "Los timbres de la escuela no tienen ningún día una hora con ese identificador.",
  "period-never.hint": "Use el identificador de una hora de los timbres, o una hora del día.",
  "skip-without-meeting": "Alguien se salta un turno el {date}, cuando la serie no se reúne.",
  "skip-without-meeting.hint": "Use la fecha de una reunión, o quite el salto.",
  "swap-without-meeting": "Dos personas intercambian turnos el {date}, cuando nadie tiene ese turno.",
  "swap-without-meeting.hint": "Use las fechas de dos reuniones, o quite el intercambio.",
  "unknown-series-rule": "Esta serie sigue una regla que este programa no conoce.",
  "unknown-series-rule.hint":
    "Indique sus fechas con una de las reglas conocidas, o ábrala en el programa que la escribió.",
  "moved-outside-school": "La reunión se traslada al {date}, cuando no hay clase.",
  "moved-outside-school.hint": "Elija un día lectivo si no es lo que se quiere.",
  "meeting-without-period": "Los timbres del {date} suprimen la hora de la reunión.",
  "meeting-without-period.hint": "Dé otra hora a esta reunión.",

  "members.one": "un miembro está",
  "members.many": "{n} miembros están",
  "member-busy": "{series}, {date} a las {time}: {members} {n|ocupado|ocupados}.",
  "room-busy": "{series}, {date} a las {time}: el aula está ocupada.",
  "two-meetings": "{series} y {other}, {date} a las {time}: {members} en ambas.",
  "same-room": "{series} y {other}, {date} a las {time}: ambas tienen la misma aula.",
};
