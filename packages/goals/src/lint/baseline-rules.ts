import { better, daysBetween, samePopulation, targetsOf } from "../goal-walk.js";
import { withGoal, without, withTarget } from "./change.js";
import type { LintRule } from "./rule.js";
import { history, largeEnough, type Placed, targets } from "./target-spots.js";

/** Rules about where students stand at the start. */
export const baselineRules: readonly LintRule[] = [
  {
    name: "missing-baseline",
    level: "must-fix",
    question: {
      en: "Where do your students stand today on “{measure}”?",
      es: "¿Dónde están hoy sus estudiantes en «{measure}»?",
    },
    fix: {
      en: "Enter the results you have; the baseline is computed from them.",
      es: "Ingresen los resultados que tienen; el punto de partida se calcula de ellos.",
    },
    check: (set) =>
      targets(set, (placed) => placed.target.baseline === undefined && largeEnough(set, placed), "baseline"),
    bad: (good) => withTarget(good, 0, (target) => without(target, "baseline")),
  },
  {
    name: "stale-baseline",
    level: "worth-a-talk",
    question: {
      en: "The baseline of “{measure}” is more than half a year older than the goal. Does it still describe these students?",
      es: "El punto de partida de «{measure}» es más de medio año anterior a la meta. ¿Todavía describe a estos estudiantes?",
    },
    fix: { en: "Measure again at the start.", es: "Midan otra vez al inicio." },
    check: (set) =>
      targets(
        set,
        ({ goal, target }) =>
          target.baseline !== undefined && daysBetween(target.baseline.on, goal.from) > 183,
        "baseline",
      ),
    bad: (good) =>
      withTarget(good, 0, (target) => ({ ...target, baseline: { ...target.baseline!, on: "2024-12-02" } })),
  },
  {
    name: "cherry-picked-baseline",
    level: "worth-a-talk",
    question: {
      en: "The baseline of “{measure}” ({baseline}) is lower than every other result you have for these students. Is it a fair place to start from?",
      es: "El punto de partida de «{measure}» ({baseline}) es más bajo que todos los demás resultados que tienen de estos estudiantes. ¿Es un inicio justo?",
    },
    fix: {
      en: "Use the usual level at the same time of year, or the latest result, or say why this year starts lower.",
      es: "Usen el nivel habitual en la misma época, o el último resultado, o digan por qué este año empieza más bajo.",
    },
    check: (set) =>
      targets(
        set,
        (placed) => {
          const { baseline } = placed.target;
          if (!baseline) return false;
          const others = history(set, placed).filter(
            ({ on }) => on <= placed.goal.from && on !== baseline.on,
          );
          const above = others.filter(
            (point) => better(placed.measure, point.value, baseline.value) > noise(point, placed),
          );
          const newer = above.some(({ on }) => on > baseline.on);
          return above.length === others.length && (others.length >= 2 || newer);
        },
        "baseline",
      ),
    bad: (good) =>
      withTarget(good, 0, (target) => ({
        ...target,
        value: 0.5,
        baseline: { ...target.baseline!, value: 0.3, count: 36 },
      })),
  },
  {
    name: "partial-baseline",
    level: "note",
    question: {
      en: "The baseline of “{measure}” leaves out many of the students measured elsewhere. Who is missing?",
      es: "El punto de partida de «{measure}» deja fuera a muchos de los estudiantes medidos en otra parte. ¿Quién falta?",
    },
    fix: {
      en: "Let those who were absent take it, or say who is not counted.",
      es: "Que los ausentes la tomen, o digan quién no se cuenta.",
    },
    check: (set) =>
      targets(
        set,
        ({ goal, target }) => {
          const sizes = targetsOf([goal])
            .filter((other) => samePopulation(other.target.population, target.population))
            .map((other) => other.target.baseline?.n ?? 0);
          return target.baseline !== undefined && target.baseline.n < 0.8 * Math.max(...sizes);
        },
        "baseline",
      ),
    bad: (good) =>
      withGoal(good, (goal) => ({
        ...goal,
        indicators: goal.indicators.map((indicator) => ({
          ...indicator,
          measures: indicator.measures.map((measure, m) =>
            m === 1
              ? {
                  ...measure,
                  targets: measure.targets.map((target, t) =>
                    t === 0 ? { ...target, baseline: { ...target.baseline!, n: 60 } } : target,
                  ),
                }
              : measure,
          ),
        })),
      })),
  },
];

/** What chance alone may put between an earlier share and the baseline (19 times in 20); nothing is known of a mean. */
function noise(point: { readonly value: number; readonly n: number }, { measure, target }: Placed): number {
  const n = target.baseline?.n ?? 0;
  if (measure.unit !== "share" || point.n < 1 || n < 1) return 0;
  return 1.645 * Math.sqrt(0.25 / point.n + 0.25 / n);
}
