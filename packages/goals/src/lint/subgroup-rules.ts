import { better, lastTarget, measuresOf, targetsOf, wholeTarget } from "../goal-walk.js";
import { withMeasure, withTarget } from "./change.js";
import type { LintRule, LintSet, Spot } from "./rule.js";
import { minimum, targets } from "./target-spots.js";

/** Rules about subgroups: no average may hide them. */
export const subgroupRules: readonly LintRule[] = [
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
            lastTarget(measure, target.population) === target &&
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
    check: (set) => [
      ...(set.subgroups ?? []).flatMap(({ name, n }, index) =>
        n > 0 && n < minimum(set) ? [{ path: ["subgroups", index], facts: { group: name, n } }] : [],
      ),
      ...unlisted(set),
    ],
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
];

/** Small groups that only a target names. */
function unlisted(set: LintSet): Spot[] {
  const named = new Set((set.subgroups ?? []).map(({ group }) => group));
  return targetsOf(set.goals).flatMap(({ target: { population, baseline }, path }) => {
    if (population.kind === "all" || named.has(population.group)) return [];
    if (!baseline || baseline.n < 1 || baseline.n >= minimum(set)) return [];
    named.add(population.group);
    return [{ path, facts: { group: population.name ?? population.group, n: baseline.n } }];
  });
}
