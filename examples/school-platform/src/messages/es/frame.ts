import type { frame as english } from "../en/frame.js";

/** Frame, home page and choice of person, in Spanish. */
export const frame: Record<keyof typeof english, string> = {
  "nav.home": "Inicio",
  "nav.teams": "Equipos",
  "nav.time": "Tiempo común",
  "nav.plan": "Buscar tiempo",
  "nav.import": "Traer datos",
  "nav.label": "Principal",
  "nav.skip": "Ir al contenido",
  "nav.viewer": "Usted: {name}",
  footer: "Plataforma de ejemplo de Collegium. Funciona solo en este equipo y no pide contraseña.",
  cancel: "Cancelar",
  "example.mark": "Datos de ejemplo: esta escuela y sus personas son generadas.",
  "viewer.leader": "Dirección",
  "who.school": "Lo ve el personal de esta escuela.",
  "who.team": "Lo ve este equipo.",
  "issues.more": "… y {n} más.",

  "people.title": "¿Quién mira?",
  "people.lead":
    "En este equipo puede mirar con los ojos de cualquiera: lo que muestra una página depende de quién pregunta.",
  "people.iam": "Soy",
  "people.choose": "Mirar",
  "schools.title": "Escuelas en este equipo",
  "schools.open": "abierta",
  "schools.switch": "Abrir",

  "home.title": "Enfoque, colaboración, reflexión: dónde estamos",
  "home.lead":
    "Los alumnos salen adelante donde los adultos comparten la responsabilidad. Hace falta tiempo juntos, y en qué usarlo.",
  "home.time": "Tiempo juntos",
  "home.time.figure": "{enough} de {all}",
  "home.time.says": "equipos se reúnen en la jornada escolar tanto como desean.",
  "home.time.first": "{team} comparte {n} {n|hora|horas} por semana y desea {target}.",
  "home.time.all": "Todos los equipos",
  "home.teams.all": "Los {n} equipos",

  "missing.timetable": "Aún no hay horario",
  "missing.timetable.how": "Un archivo de horario llena esta página.",

  "count.of": "{n} de {of}",
  "loop.label": "El ciclo",
  "loop.new": "sin empezar",
  "loop.focus": "Enfoque",
  "loop.collaboration": "Colaboración",
  "loop.reflection": "Reflexión",
  "home.use": "Su uso",
  "home.use.says": "equipos trabajan en una meta de resultados.",
  "home.held": "{n} {n|reunión celebrada|reuniones celebradas} en los ciclos en curso",
  "home.loop": "El ciclo de un vistazo",
  "home.phase": "Ciclo",
  "home.promises": "Promesas",
  "loop.closed": "cerrado",
  "loop.focus.says": "una meta desde resultados reales",
  "loop.collaboration.says": "reunirse, mirar, decidir quién necesita qué",
  "loop.reflection.says": "si funcionó y qué sigue",
};
