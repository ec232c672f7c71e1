import { better } from "../goal-walk.js";
import { withTarget } from "./change.js";
import type { LintRule } from "./rule.js";
import { targets, usualGains } from "./target-spots.js";

/** Rules about how far a target reaches, and by when. */
export const targetRules: readonly LintRule[] = [
  {
    name: "target-not-beyond-baseline",
    level: "must-fix",
    question: {
      en: "The target ({target}) asks for no more than today ({baseline}). Is that what you want for these students?",
      es: "El objetivo ({target}) no pide más que hoy ({baseline}). ¿Es lo que quieren para estos estudiantes?",
    },
    fix: {
      en: "Raise the target, or correct the direction or baseline.",
      es: "Suban el objetivo, o corrijan la dirección o el punto de partida.",
    },
    check: (set) =>
      targets(
        set,
        ({ measure, target }) =>
          target.baseline !== undefined && better(measure, target.value, target.baseline.value) <= 0,
        "value",
      ),
    bad: (good) => withTarget(good, 0, (target) => ({ ...target, value: 0.4 })),
  },
  {
    name: "target-outside-goal",
    level: "worth-a-talk",
    question: {
      en: "A target of “{measure}” is due outside the goal's own dates. Which date is right?",
      es: "Un objetivo de «{measure}» vence fuera de las fechas de la meta. ¿Qué fecha es correcta?",
    },
    fix: {
      en: "Let the target be due on the goal's last day or before.",
      es: "Que el objetivo venza el último día de la meta o antes.",
    },
    check: (set) =>
      targets(set, ({ goal, target }) => target.by > goal.until || target.by <= goal.from, "by"),
    bad: (good) => withTarget(good, 0, (target) => ({ ...target, by: "2026-09-30" })),
  },
  {
    name: "beyond-any-year",
    level: "worth-a-talk",
    question: {
      en: "From {baseline} to {target} is more than twice what any year brought on “{measure}”. What will be different this time?",
      es: "De {baseline} a {target} es más del doble de lo que trajo cualquier año en «{measure}». ¿Qué será distinto esta vez?",
    },
    fix: {
      en: "Say what changes in teaching, or set the step that can be reached and one after it.",
      es: "Digan qué cambia en la enseñanza, o pongan un paso alcanzable y otro después.",
    },
    check: (set) =>
      targets(
        set,
        (placed) => {
          const gains = usualGains(set, placed);
          const { baseline, value } = placed.target;
          if (!baseline || gains.length < 2) return false;
          return better(placed.measure, value, baseline.value) > 2 * Math.max(...gains, 0);
        },
        "value",
      ),
    bad: (good) =>
      withTarget(
        withTarget(good, 0, (target) => ({ ...target, value: 0.98 })),
        1,
        (target) => ({ ...target, value: 0.98 }),
      ),
  },
  {
    name: "within-noise",
    level: "worth-a-talk",
    question: {
      en: "From {baseline} to {target} is so little for this many students that luck alone could bring it. How would you know?",
      es: "De {baseline} a {target} es tan poco para este número de estudiantes que la suerte sola podría lograrlo. ¿Cómo lo sabrían?",
    },
    fix: {
      en: "Ask for more, or follow each student by name.",
      es: "Pidan más, o sigan a cada estudiante por su nombre.",
    },
    check: (set) =>
      targets(
        set,
        ({ measure, target }) => {
          const { baseline } = target;
          if (!baseline || baseline.n < 1 || measure.unit !== "share") return false;
          const step = better(measure, target.value, baseline.value);
          return step > 0 && step < Math.sqrt((baseline.value * (1 - baseline.value)) / baseline.n);
        },
        "value",
      ),
    bad: (good) =>
      withTarget(
        withTarget(good, 0, (target) => ({ ...target, value: 0.48 })),
        1,
        (target) => ({ ...target, value: 0.6 }),
      ),
  },
  {
    name: "share-outside-range",
    level: "worth-a-talk",
    question: {
      en: "A share of students lies between 0 and 1. Is {target} meant as a percentage?",
      es: "Una proporción de estudiantes está entre 0 y 1. ¿Es {target} un porcentaje?",
    },
    fix: { en: "Write 0.8 for 80 %.", es: "Escriban 0.8 para 80 %." },
    check: (set) =>
      targets(
        set,
        ({ measure, target }) => {
          const values = [target.value, ...(target.baseline ? [target.baseline.value] : [])];
          return measure.unit === "share" && values.some((value) => value < 0 || value > 1);
        },
        "value",
      ),
    bad: (good) => withTarget(good, 0, (target) => ({ ...target, value: 80 })),
  },
];
