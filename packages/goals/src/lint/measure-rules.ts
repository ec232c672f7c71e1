import { daysBetween, measuresOf } from "../goal-walk.js";
import { withIndicator, withMeasure, without } from "./change.js";
import type { LintRule, LintSet, Spot } from "./rule.js";

const measures = (
  set: LintSet,
  test: (placed: ReturnType<typeof measuresOf>[number]) => boolean,
  ...field: string[]
): Spot[] =>
  measuresOf(set.goals)
    .filter(test)
    .map(({ path, measure }) => ({ path: [...path, ...field], facts: { measure: measure.name } }));

/** Days on which a measure is given inside its goal's time. */
const inside = ({ goal, measure }: ReturnType<typeof measuresOf>[number]) =>
  (measure.given ?? []).filter((day) => day <= goal.until && daysBetween(goal.from, day) >= -60);

/** Rules about the evidence: whether progress can be seen, and whether it is enough. */
export const measureRules: readonly LintRule[] = [
  {
    name: "missing-target",
    level: "must-fix",
    question: {
      en: "How far should “{measure}” go, and by when?",
      es: "¿Hasta dónde debe llegar «{measure}» y para cuándo?",
    },
    fix: { en: "Add a target for the whole group.", es: "Añadan un objetivo para todo el grupo." },
    check: (set) => measures(set, ({ measure }) => measure.targets.length === 0),
    bad: (good) => withMeasure(good, (measure) => ({ ...measure, targets: [] })),
  },
  {
    name: "measure-not-repeated",
    level: "worth-a-talk",
    question: {
      en: "“{measure}” is given fewer than twice before the goal ends. How will you see whether students moved?",
      es: "«{measure}» se aplica menos de dos veces antes del fin de la meta. ¿Cómo verán si los estudiantes avanzaron?",
    },
    fix: {
      en: "Plan the same measure at the start and again before the end.",
      es: "Planeen la misma medida al inicio y otra vez antes del final.",
    },
    check: (set) => measures(set, (placed) => inside(placed).length < 2, "given"),
    bad: (good) => withMeasure(good, (measure) => ({ ...measure, given: ["2026-05-29"] })),
  },
  {
    name: "no-check-on-the-way",
    level: "note",
    question: {
      en: "Will you look at “{measure}” once between start and end, while there is time to change course?",
      es: "¿Mirarán «{measure}» una vez entre el inicio y el final, cuando aún se puede cambiar de rumbo?",
    },
    fix: { en: "Add a day in the middle.", es: "Añadan un día a la mitad." },
    check: (set) => measures(set, (placed) => inside(placed).length === 2, "given"),
    bad: (good) => withMeasure(good, (measure) => ({ ...measure, given: ["2025-10-06", "2026-05-29"] })),
  },
  {
    name: "thin-measure",
    level: "worth-a-talk",
    question: {
      en: "“{measure}” has under four items. Could a student pass or fail it by luck?",
      es: "«{measure}» tiene menos de cuatro ítems. ¿Podría un estudiante aprobarla o no por suerte?",
    },
    fix: {
      en: "Add items, or look at student work beside it.",
      es: "Añadan ítems, o miren también trabajos de los estudiantes.",
    },
    check: (set) => measures(set, ({ measure }) => measure.items !== undefined && measure.items < 4, "items"),
    bad: (good) => withMeasure(good, (measure) => ({ ...measure, items: 2 })),
  },
  {
    name: "one-measure-only",
    level: "note",
    question: {
      en: "One measure alone can mislead. What else would show the same learning?",
      es: "Una sola medida puede engañar. ¿Qué más mostraría el mismo aprendizaje?",
    },
    fix: {
      en: "Add a second measure, for example scored work samples.",
      es: "Añadan una segunda medida, por ejemplo trabajos evaluados.",
    },
    check: (set) =>
      set.goals.flatMap((goal, g) =>
        goal.indicators.flatMap(({ measures: own }, i) =>
          own.length === 1 ? [{ path: ["goals", g, "indicators", i, "measures"] }] : [],
        ),
      ),
    bad: (good) =>
      withIndicator(good, (indicator) => ({ ...indicator, measures: indicator.measures.slice(0, 1) })),
  },
  {
    name: "indicator-without-measure",
    level: "worth-a-talk",
    question: {
      en: "How will you know whether students reach “{indicator}”?",
      es: "¿Cómo sabrán si los estudiantes alcanzan «{indicator}»?",
    },
    fix: {
      en: "Name the assessment or work you will look at.",
      es: "Nombren la evaluación o el trabajo que mirarán.",
    },
    check: (set) =>
      set.goals.flatMap((goal, g) =>
        goal.indicators.flatMap(({ measures: own, text }, i) =>
          own.length === 0 ? [{ path: ["goals", g, "indicators", i], facts: { indicator: text } }] : [],
        ),
      ),
    bad: (good) => withIndicator(good, (indicator) => ({ ...indicator, measures: [] })),
  },
  {
    name: "share-without-cut",
    level: "worth-a-talk",
    question: {
      en: "From which score on does a student count on “{measure}”?",
      es: "¿A partir de qué puntaje cuenta un estudiante en «{measure}»?",
    },
    fix: {
      en: "Give the cut, for example 70 % of the points.",
      es: "Den el corte, por ejemplo 70 % de los puntos.",
    },
    check: (set) => measures(set, ({ measure }) => measure.unit === "share" && measure.cut === undefined),
    bad: (good) => withMeasure(good, (measure) => without(measure, "cut")),
  },
  {
    name: "average-only",
    level: "worth-a-talk",
    question: {
      en: "An average can rise while some students fall. How many students should reach what?",
      es: "Un promedio puede subir mientras algunos estudiantes bajan. ¿Cuántos estudiantes deben alcanzar qué?",
    },
    fix: {
      en: "Add a target as a share of students at a cut.",
      es: "Añadan un objetivo como proporción de estudiantes en un corte.",
    },
    check: (set) =>
      set.goals.flatMap((goal, g) =>
        goal.indicators.flatMap(({ measures: own }, i) =>
          own.length > 0 && own.every(({ unit }) => unit === "mean")
            ? [{ path: ["goals", g, "indicators", i] }]
            : [],
        ),
      ),
    bad: (good) =>
      withIndicator(good, (indicator) => ({ ...indicator, measures: indicator.measures.slice(1) })),
  },
  {
    name: "no-whole-group",
    level: "worth-a-talk",
    question: {
      en: "Your charter says every student. What is the target of “{measure}” for everyone?",
      es: "Su carta dice cada estudiante. ¿Cuál es el objetivo de «{measure}» para todos?",
    },
    fix: {
      en: "Add a target for the whole group beside those of subgroups.",
      es: "Añadan un objetivo para todo el grupo junto a los de los subgrupos.",
    },
    check: (set) =>
      measures(
        set,
        ({ measure }) =>
          measure.targets.length > 0 && !measure.targets.some(({ population }) => population.kind === "all"),
      ),
    bad: (good) => withMeasure(good, (measure) => ({ ...measure, targets: measure.targets.slice(1) })),
  },
  {
    name: "two-targets-for-one-group",
    level: "worth-a-talk",
    question: {
      en: "Two targets of “{measure}” are for the same group and day. Which one holds?",
      es: "Dos objetivos de «{measure}» son para el mismo grupo y día. ¿Cuál vale?",
    },
    fix: { en: "Remove one, or give it another day.", es: "Quiten uno, o denle otro día." },
    check: (set) =>
      measures(set, ({ measure }) => {
        const keys = measure.targets.map(({ population, by }) =>
          JSON.stringify([population.kind === "all" ? null : population.group, by]),
        );
        return new Set(keys).size < keys.length;
      }),
    bad: (good) =>
      withMeasure(good, (measure) => ({
        ...measure,
        targets: [...measure.targets, { ...measure.targets[0]!, id: "again", value: 0.72 }],
      })),
  },
];
