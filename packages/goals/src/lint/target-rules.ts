import { better, daysBetween, measuresOf, samePopulation, targetsOf, wholeTarget } from "../goal-walk.js";
import { withGoal, withMeasure, without, withTarget } from "./change.js";
import { type LintRule, type LintSet, type Spot, shown } from "./rule.js";

type Placed = ReturnType<typeof targetsOf>[number];

const minimum = (set: LintSet) => set.minimumGroup ?? 10;

/** Whether a percentage says something about this target's group. */
const largeEnough = (set: LintSet, { target }: Placed) => {
  const { population } = target;
  if (population.kind === "all") return true;
  const n = set.subgroups?.find(({ group }) => group === population.group)?.n ?? target.baseline?.n;
  return n === undefined || n >= minimum(set);
};

const targets = (set: LintSet, test: (placed: Placed) => boolean, field?: string): Spot[] =>
  targetsOf(set.goals)
    .filter(test)
    .map(({ path, measure, target }) => ({
      path: field ? [...path, field] : path,
      facts: {
        measure: measure.name,
        group: target.population.kind === "all" ? "" : (target.population.name ?? target.population.group),
        target: shown(target.value, measure.unit),
        baseline: target.baseline ? shown(target.baseline.value, measure.unit) : "",
      },
    }));

const history = (set: LintSet, { measure, target }: Placed) =>
  (set.history ?? []).filter(
    (point) => point.measure === measure.id && samePopulation(point.population, target.population),
  );

/** The largest gain between two neighbouring values of one school year in the history. */
function usualGains(set: LintSet, placed: Placed): number[] {
  const points = history(set, placed).sort((a, b) => (a.on < b.on ? -1 : 1));
  return points.slice(1).flatMap((point, i) => {
    const gap = daysBetween(points[i]!.on, point.on);
    return gap > 30 && gap < 300 ? [better(placed.measure, point.value, points[i]!.value)] : [];
  });
}

/** Rules about baselines and targets, of the whole group and of subgroups. */
export const targetRules: readonly LintRule[] = [
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
    name: "lower-target-for-subgroup",
    level: "must-fix",
    question: {
      en: "Why should {group} reach less ({target}) than everyone?",
      es: "¿Por qué deberían {group} alcanzar menos ({target}) que todos?",
    },
    fix: {
      en: "Give the subgroup the same target; a lower start needs more support, not a lower goal.",
      es: "Den al subgrupo el mismo objetivo; un inicio más bajo pide más apoyo, no una meta menor.",
    },
    check: (set) =>
      targets(
        set,
        ({ measure, target }) => {
          const whole = wholeTarget(measure);
          return (
            target.population.kind === "subgroup" &&
            whole !== undefined &&
            whole.by === target.by &&
            better(measure, target.value, whole.value) < 0
          );
        },
        "value",
      ),
    bad: (good) => withTarget(good, 1, (target) => ({ ...target, value: 0.55 })),
  },
  {
    name: "subgroup-without-target",
    level: "worth-a-talk",
    question: {
      en: "What should {group} ({n} students) reach on “{measure}”?",
      es: "¿Qué deben alcanzar {group} ({n} estudiantes) en «{measure}»?",
    },
    fix: {
      en: "Add a target for them, so that the average cannot hide them.",
      es: "Añadan un objetivo para ellos, para que el promedio no los oculte.",
    },
    check: (set) =>
      measuresOf(set.goals).flatMap(({ measure, path }) =>
        measure.targets.length === 0
          ? []
          : (set.subgroups ?? [])
              .filter(
                ({ group, n }) =>
                  n >= minimum(set) &&
                  !measure.targets.some(
                    ({ population }) => population.kind === "subgroup" && population.group === group,
                  ),
              )
              .map(({ name, n }) => ({
                path: [...path, "targets"],
                facts: { group: name, n, measure: measure.name },
              })),
      ),
    bad: (good) => withMeasure(good, (measure) => ({ ...measure, targets: measure.targets.slice(0, 1) })),
  },
  {
    name: "name-each-student",
    level: "note",
    question: {
      en: "{group} are {n} students, too few for a percentage. What is the next step of each one?",
      es: "{group} son {n} estudiantes, muy pocos para un porcentaje. ¿Cuál es el próximo paso de cada uno?",
    },
    fix: {
      en: "Name each student's next step in the team's list of who needs what.",
      es: "Nombren el próximo paso de cada estudiante en la lista de quién necesita qué.",
    },
    check: (set) =>
      (set.subgroups ?? []).flatMap(({ name, n }, index) =>
        n > 0 && n < minimum(set) ? [{ path: ["subgroups", index], facts: { group: name, n } }] : [],
      ),
    bad: (good) => ({
      ...good,
      subgroups: [...(good.subgroups ?? []), { group: "deaf", name: "Deaf students", n: 3 }],
    }),
  },
  {
    name: "gap-closed-by-lowering",
    level: "worth-a-talk",
    question: {
      en: "The gap on “{measure}” would close because the stronger group falls. Who should gain instead?",
      es: "La brecha en «{measure}» se cerraría porque baja el grupo más fuerte. ¿Quién debería ganar en su lugar?",
    },
    fix: {
      en: "Let no group's target lie below its own baseline.",
      es: "Que el objetivo de ningún grupo quede por debajo de su propio punto de partida.",
    },
    check: (set) =>
      measuresOf(set.goals).flatMap(({ measure, path }) => {
        const known = measure.targets.filter(({ baseline }) => baseline !== undefined);
        const falls = known.some((target) => better(measure, target.value, target.baseline!.value) < 0);
        const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
        const closes =
          known.length > 1 &&
          spread(known.map(({ value }) => value)) < spread(known.map(({ baseline }) => baseline!.value));
        return falls && closes ? [{ path: [...path, "targets"], facts: { measure: measure.name } }] : [];
      }),
    bad: (good) =>
      withTarget(
        withTarget(good, 0, (target) => ({ ...target, value: 0.44 })),
        1,
        (target) => ({ ...target, value: 0.44 }),
      ),
  },
  {
    name: "gap-grows",
    level: "worth-a-talk",
    question: {
      en: "By these targets {group} end further behind on “{measure}” than they start. Is that intended?",
      es: "Con estos objetivos {group} terminan más atrás en «{measure}» de lo que empiezan. ¿Es lo que se busca?",
    },
    fix: {
      en: "Raise the subgroup's target until the gap shrinks.",
      es: "Suban el objetivo del subgrupo hasta que la brecha se reduzca.",
    },
    check: (set) =>
      targets(set, ({ measure, target }) => {
        const whole = wholeTarget(measure);
        if (target.population.kind === "all" || !whole?.baseline || !target.baseline) return false;
        const before = better(measure, whole.baseline.value, target.baseline.value);
        const after = better(measure, whole.value, target.value);
        return before > 0 && after > before + 1e-9;
      }),
    bad: (good) => withTarget(good, 1, (target) => ({ ...target, value: 0.6 })),
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
      en: "The baseline of “{measure}” ({baseline}) is lower than any earlier year. Is it a fair place to start from?",
      es: "El punto de partida de «{measure}» ({baseline}) es más bajo que cualquier año anterior. ¿Es un inicio justo?",
    },
    fix: {
      en: "Use the usual level at the same time of year, or say why this year starts lower.",
      es: "Usen el nivel habitual en la misma época, o digan por qué este año empieza más bajo.",
    },
    check: (set) =>
      targets(
        set,
        (placed) => {
          const { baseline } = placed.target;
          const earlier = history(set, placed).filter(({ on }) => baseline !== undefined && on < baseline.on);
          if (!baseline || earlier.length < 3) return false;
          const lowest = earlier.reduce((worst, point) =>
            better(placed.measure, point.value, worst.value) < 0 ? point : worst,
          );
          const noise = lowest.n > 0 && placed.measure.unit === "share" ? Math.sqrt(0.25 / lowest.n) : 0;
          return better(placed.measure, lowest.value, baseline.value) > noise;
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
