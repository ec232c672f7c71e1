import type { goal as english } from "../en/goal.js";

/** Goals and reflection, in Spanish. */
export const goal: Record<keyof typeof english, string> = {
  "goal.title": "Una meta de resultados",
  "goal.lead": "Un cambio en lo que los alumnos saben hacer, desde donde están hoy.",
  "goal.needsResults": "Una meta parte de resultados con un estándar por pregunta.",
  "goal.standard": "Estándar (de {title})",
  "goal.share": "Porcentaje de alumnos que alcanza el {cut} % de los puntos",
  "goal.by": "Para",
  "goal.words": "Con sus palabras (opcional)",
  "goal.subgroups":
    "Cada subgrupo de cinco o más alumnos recibe la misma meta: altas expectativas para todos.",
  "goal.set": "Fijar esta meta",
  "goal.statement": "Para el {by}, el {target} % de nuestros alumnos domina {standard}.",
  "goal.all": "Todos los alumnos",
  "goal.baseline": "Línea base {on}",
  "goal.point": "{on}",
  "goal.target": "Meta para el {by}: {value}",
  "goal.count": "{count} de {n} ({value})",
  "goal.mean": "{value}, {n} alumnos",
  "goal.status.reached": "alcanzada",
  "goal.status.ahead": "por delante",
  "goal.status.on-course": "en curso",
  "goal.status.behind": "por detrás",
  "goal.status.not-enough-evidence": "aún sin evidencia suficiente",
  "reflection.title": "Reflexión",
  "reflection.measure": "Dónde estamos",
  "reflection.promises": "Qué fue de lo que prometimos",
  "reflection.learned": "Qué aprendimos",
  "reflection.what": "¿Qué aprendimos y qué haríamos otra vez?",
  "reflection.adjust": "Seguir con un plan cambiado",
  "reflection.newFocus": "Tomar un nuevo enfoque",
};
