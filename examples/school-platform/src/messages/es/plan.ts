import type { plan as english } from "../en/plan.js";

/** Finding time, in Spanish. */
export const plan: Record<keyof typeof english, string> = {
  "plan.title": "Buscar tiempo común de planificación",
  "plan.lead":
    "El horario queda como está, salvo las menos clases que deben moverse para que cada equipo tenga sus bloques. La jornada de los alumnos no cambia.",
  "plan.teams": "Equipos y bloques por semana",
  "plan.blocks": "Bloques por semana",
  "plan.blocksFor": "Bloques por semana para {team}",
  "plan.now": "Tiene",
  "plan.keep": "Los equipos no elegidos conservan los bloques que tienen.",
  "plan.kept": "Estos equipos conservan los bloques que tenían: {list}.",
  "plan.rules": "Comprobar",
  "plan.rules.clashes": "choques, jornada de los alumnos, reparto diario",
  "plan.rules.all": "todo lo que dice el horario, también las aulas",
  "plan.seconds": "Buscar durante",
  "plan.nSeconds": "{n} segundos",
  "plan.start": "Buscar tiempo",
  "plan.earlier": "Planes anteriores",
  "plan.line": "{placed} de {wanted} bloques, {n} {n|hora movida|horas movidas}",
  "plan.running": "Buscando tiempo",
  "plan.running.lead":
    "Puede cerrar esta página; la búsqueda sigue y su respuesta estará en la página Buscar tiempo.",
  "plan.placed": "{placed} de {wanted} bloques",
  "plan.movedSoFar": "con {n} {n|hora movida|horas movidas}, hasta ahora",
  "plan.looking": "Leyendo el horario …",
  "plan.stop": "Parar aquí",
  "plan.state.running": "Sigue buscando",
  "plan.state.done": "Hecho",
  "plan.state.stopped": "Se paró antes.",
  "plan.state.failed": "La búsqueda no pudo terminar",
  "plan.answer": "Plan",
  "plan.answer.title": "{placed} de {wanted} bloques, con {n} {n|hora movida|horas movidas}",
  "plan.proven": "Demostrado: ningún plan lo logra con menos cambios.",
  "plan.bound":
    "No está demostrado que sea lo mínimo: al menos {moved} horas deben moverse y al menos {missing} bloques faltarán.",
  "plan.draft": "Borrador: aulas y horas no disponibles sin comprobar.",
  "plan.draft.conflicts": "Causa {n} {n|conflicto|conflictos} de ese tipo.",
  "plan.team.line": "compartía {now} {now|hora|horas}; este plan da {n} {n|bloque|bloques} por semana:",
  "plan.unplaced": "Lo que no se pudo lograr",
  "plan.moves.none": "Nada tiene que moverse.",
  "plan.moves.caption": "Clases que se mueven",
  "plan.move.lesson": "Clase",
  "plan.move.from": "de",
  "plan.move.to": "a",
  "plan.move.done": "hecho",
  "plan.move.periods": "{n} horas seguidas",
  "plan.download": "Descargar el horario cambiado",
  "plan.again": "Preguntar de nuevo",
  "plan.print": "Esta página se imprime como hoja para quien hace el horario.",
  "plan.weeks": "Las semanas de los equipos con este plan",

  "plan.answer.one":
    "{team} comparte {now} {now|hora|horas}; {n|este cambio le da|estos cambios le dan} {blocks} por semana",
  "plan.moves":
    "{n} {n|cambio|cambios} en {swaps} {swaps|intercambio independiente|intercambios independientes}",
  "plan.moves.lead":
    "{n} {n|clase afectada|clases afectadas}. Cada intercambio es completo en sí: haga los que quiera, en cualquier orden.",
  "plan.swap": "Intercambio",
  "plan.swap.buys": "{team}: {period}",
};
