import type { ways as english } from "../en/ways.js";

/** Ways to make time, in Spanish. */
export const ways: Record<keyof typeof english, string> = {
  "ways.title": "Formas de hacer tiempo, una junto a otra",
  "ways.lead":
    "Lo que cada forma da a los equipos y lo que cuesta, contado en la semana de esta escuela. Lo que puede empezar el próximo periodo conserva el horario; el próximo año puede hacerse de nuevo.",
  "ways.question": "Qué comparar",
  "ways.minutes": "Minutos de una hora de clase",
  "ways.shave": "Minutos que se quitan a cada hora",
  "ways.shaveOn": "en",
  "ways.everyDay": "todos los días",
  "ways.release": "Minutos de salida temprana o entrada tardía",
  "ways.releaseOn": "en",
  "ways.early": "saliendo antes",
  "ways.late": "entrando después",
  "ways.cover": "Docentes de cobertura en cada hora",
  "ways.coverLessons": "Clases de un docente cubiertas por semana",
  "ways.contract": "Contrato: minutos por semana para planificar a solas",
  "ways.shortest": "Tramo más corto que cuenta, en minutos",
  "ways.law": "Ley: minutos de clase al año",
  "ways.weeks": "Semanas de clase al año",
  "ways.compare": "Comparar",
  "ways.caption": "Minutos de una semana",
  "ways.swaps.none": "Intercambiar clases aún no está en la tabla:",
  "ways.swaps.find": "deje que se busque un plan primero.",
  "ways.what": "Lo que da cada una, y qué saber",
  "ways.print": "Esta página se imprime en una hoja, para una reunión.",
  "ways.link": "Formas de hacer tiempo, una junto a otra",
};
