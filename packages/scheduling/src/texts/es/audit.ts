import type { auditTexts as english } from "../en/audit.js";

/** The audit of shared minutes, in Spanish. */
export const auditTexts: Record<keyof typeof english, string> = {
  "unknown-minutes": "El horario no dice cuánto duran sus horas.",
  "unknown-minutes.hint": "Indique la duración de una hora en minutos.",
  "self-report":
    "2,7 horas es lo que 1003 docentes de escuelas públicas estadounidenses dijeron en 2009 (MetLife Survey of the American Teacher, por teléfono); un horario muestra lo posible, no lo que se usa.",
  "mean-only":
    "2,7 horas es una media; el 24 % dijo más de tres horas. Mire la distribución, no un solo número.",
  "same-question":
    "Solo las respuestas de sus propios docentes a la misma pregunta se pueden comparar con ella.",
};
