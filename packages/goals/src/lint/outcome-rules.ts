import type { GoalFields } from "../goal-set.js";
import { withGoal, withIndicator, without } from "./change.js";
import type { LintRule, LintSet, Spot } from "./rule.js";
import { hasAmount, hasTime, namesActivity, vagueVerb } from "./wording.js";

const goals = (set: LintSet, test: (goal: GoalFields) => boolean, field?: string): Spot[] =>
  set.goals.flatMap((goal, g) => (test(goal) ? [{ path: field ? ["goals", g, field] : ["goals", g] }] : []));

/** Usual length of a goal of each level, in days. */
const USUAL: Readonly<Record<GoalFields["level"], readonly [number, number]>> = {
  district: [365, 6 * 365],
  school: [180, 3 * 366],
  team: [30, 366],
  classroom: [14, 366],
  student: [7, 366],
  process: [7, 3 * 366],
};

const days = (goal: GoalFields) => (Date.parse(goal.until) - Date.parse(goal.from)) / 86_400_000;

/** Rules about what a goal is for and how it is worded. */
export const outcomeRules: readonly LintRule[] = [
  {
    name: "no-learner-outcome",
    level: "must-fix",
    question: {
      en: "What will students know or be able to do better when this goal is reached?",
      es: "¿Qué sabrán o podrán hacer mejor los estudiantes cuando se alcance esta meta?",
    },
    fix: {
      en: "Add an indicator: the learning you will look for, and how you will see it.",
      es: "Añadan un indicador: el aprendizaje que buscarán y cómo lo verán.",
    },
    // Without anything to look for, or about what adults do: both leave out the learner.
    check: (set) =>
      goals(
        set,
        ({ aim, level, indicators, statement }) =>
          aim === "results" &&
          level !== "process" &&
          (!indicators.some(({ measures }) => measures.length > 0) || namesActivity(statement)),
      ),
    bad: (good) => withGoal(good, (goal) => ({ ...goal, indicators: [] })),
  },
  {
    name: "process-goal-alone",
    level: "worth-a-talk",
    question: {
      en: "Which results goal does this activity serve?",
      es: "¿A qué meta de resultados sirve esta actividad?",
    },
    fix: {
      en: "Link it to a results goal, or say what students will gain.",
      es: "Únanla a una meta de resultados, o digan qué ganarán los estudiantes.",
    },
    check: (set) =>
      goals(
        set,
        ({ aim, parent, level }) => aim === "process" && level !== "process" && parent === undefined,
      ),
    bad: (good) =>
      withGoal(good, (goal) => ({
        ...without(goal, "parent"),
        aim: "process",
        statement: "By May 2026 all 3 of us use number lines.",
      })),
  },
  {
    name: "no-owner",
    level: "worth-a-talk",
    question: { en: "Who will answer for this goal?", es: "¿Quién responderá por esta meta?" },
    fix: { en: "Name one person.", es: "Nombren a una persona." },
    check: (set) => goals(set, ({ owner }) => owner === undefined),
    bad: (good) => withGoal(good, (goal) => without(goal, "owner")),
  },
  {
    name: "vague-verb",
    level: "worth-a-talk",
    question: {
      en: "How would a visitor see that students “{verb}”?",
      es: "¿Cómo vería un visitante que los estudiantes «{verb}»?",
    },
    fix: {
      en: "Say what students do: solve, explain, compare, write.",
      es: "Digan qué hacen los estudiantes: resuelven, explican, comparan, escriben.",
    },
    check: (set) =>
      set.goals.flatMap((goal, g) => [
        ...spotVerb(goal.statement, ["goals", g, "statement"], hasAmount(goal.statement)),
        ...goal.indicators.flatMap(({ text }, i) =>
          spotVerb(text, ["goals", g, "indicators", i, "text"], hasAmount(text)),
        ),
      ]),
    bad: (good) => withIndicator(good, (indicator) => ({ ...indicator, text: "Understands ratios" })),
  },
  {
    name: "statement-without-amount",
    level: "note",
    question: {
      en: "How much better, for how many students?",
      es: "¿Cuánto mejor y para cuántos estudiantes?",
    },
    fix: {
      en: "Put from and to into the sentence: “from 46 % to 70 %”.",
      es: "Pongan el inicio y la meta en la frase: «del 46 % al 70 %».",
    },
    check: (set) => goals(set, ({ statement }) => !hasAmount(statement), "statement"),
    bad: (good) =>
      withGoal(good, (goal) => ({
        ...goal,
        statement: "By the end of May our students solve ratio problems.",
      })),
  },
  {
    name: "statement-without-time",
    level: "note",
    question: { en: "By when?", es: "¿Para cuándo?" },
    fix: { en: "Put the day or month into the sentence.", es: "Pongan el día o el mes en la frase." },
    check: (set) => goals(set, ({ statement }) => !hasTime(statement), "statement"),
    bad: (good) =>
      withGoal(good, (goal) => ({
        ...goal,
        statement: "70 % of our students, up from 46 %, solve ratio problems.",
      })),
  },
  {
    name: "horizon-unusual-for-level",
    level: "note",
    question: {
      en: "Is this the right length for a {level} goal?",
      es: "¿Es esta la duración adecuada para una meta de nivel «{level}»?",
    },
    fix: {
      en: "District goals run about five years, school goals one to three, team goals a quarter to a year.",
      es: "Las metas del distrito duran unos cinco años, las de la escuela de uno a tres, las del equipo de un trimestre a un año.",
    },
    check: (set) =>
      set.goals.flatMap((goal, g) => {
        const [least, most] = USUAL[goal.level];
        return days(goal) < least || days(goal) > most
          ? [{ path: ["goals", g, "until"], facts: { level: goal.level } }]
          : [];
      }),
    bad: (good) => withGoal(good, (goal) => ({ ...goal, from: "2025-05-19" })),
  },
  {
    name: "horizon-beyond-parent",
    level: "worth-a-talk",
    question: {
      en: "This goal ends after the goal it serves. Which of the two dates is right?",
      es: "Esta meta termina después de la meta a la que sirve. ¿Cuál de las dos fechas es correcta?",
    },
    fix: {
      en: "End it on the parent's last day or before.",
      es: "Termínenla el último día de la meta superior o antes.",
    },
    check: (set) => {
      const ends = new Map(set.goals.map(({ id, until }) => [id, until]));
      return goals(
        set,
        ({ parent, until }) => parent !== undefined && until > (ends.get(parent) ?? until),
        "until",
      );
    },
    bad: (good) => ({
      ...good,
      goals: good.goals.map((goal, g) => (g === 0 ? { ...goal, until: "2026-04-30" } : goal)),
    }),
  },
  {
    name: "parents-in-a-circle",
    level: "worth-a-talk",
    question: {
      en: "These goals serve each other in a circle. Which one comes first?",
      es: "Estas metas se sirven unas a otras en círculo. ¿Cuál va primero?",
    },
    fix: { en: "Remove one of the links.", es: "Quiten uno de los vínculos." },
    check: (set) => goals(set, (goal) => inCircle(set, goal), "parent"),
    bad: (good) => ({
      ...good,
      goals: good.goals.map((goal, g) =>
        g === 0 ? { ...goal, parent: "grade-7", until: "2026-05-29" } : goal,
      ),
    }),
  },
  {
    name: "serves-no-goal",
    level: "note",
    question: {
      en: "Which goal of the school or district does this serve?",
      es: "¿A qué meta de la escuela o del distrito sirve esta?",
    },
    fix: {
      en: "Link it to the goal above, or say why there is none.",
      es: "Únanla a la meta superior, o digan por qué no la hay.",
    },
    check: (set) =>
      goals(
        set,
        ({ aim, level, parent }) =>
          aim === "results" && level !== "district" && level !== "process" && parent === undefined,
      ),
    bad: (good) => withGoal(good, (goal) => without(goal, "parent")),
  },
  {
    name: "too-many-goals",
    level: "worth-a-talk",
    question: {
      en: "You have {count} goals at once. Which two matter most for your students?",
      es: "Tienen {count} metas a la vez. ¿Cuáles dos importan más para sus estudiantes?",
    },
    fix: {
      en: "Keep one or two; put the others on a later cycle.",
      es: "Conserven una o dos; dejen las otras para un ciclo posterior.",
    },
    check: (set) => {
      const sets = new Map<string, number>();
      for (const { aim, level, team } of set.goals) {
        if (aim !== "results" || level === "student") continue;
        const key = `${level} ${team ?? ""}`;
        sets.set(key, (sets.get(key) ?? 0) + 1);
      }
      const most = Math.max(0, ...sets.values());
      return most > 3 ? [{ path: ["goals"], facts: { count: most } }] : [];
    },
    bad: (good) => ({
      ...good,
      goals: [
        ...good.goals,
        ...["b", "c", "d"].map((letter) => ({ ...good.goals[1]!, id: `grade-7${letter}` })),
      ],
    }),
  },
  {
    name: "too-many-indicators",
    level: "note",
    question: {
      en: "{count} indicators are a lot to look at. Which few would move the others?",
      es: "{count} indicadores son muchos. ¿Cuáles pocos moverían a los demás?",
    },
    fix: { en: "Keep at most four.", es: "Conserven cuatro como máximo." },
    check: (set) =>
      set.goals.flatMap((goal, g) =>
        goal.indicators.length > 4
          ? [{ path: ["goals", g, "indicators"], facts: { count: goal.indicators.length } }]
          : [],
      ),
    bad: (good) =>
      withGoal(good, (goal) => ({
        ...goal,
        indicators: [1, 2, 3, 4, 5].map((n) => ({ ...goal.indicators[0]!, id: `ratio-${n}` })),
      })),
  },
  {
    name: "no-standard",
    level: "note",
    question: { en: "Which standard is this indicator about?", es: "¿De qué estándar trata este indicador?" },
    fix: { en: "Add the standard's code or name.", es: "Añadan el código o nombre del estándar." },
    check: (set) =>
      set.goals.flatMap((goal, g) =>
        goal.level === "process"
          ? []
          : goal.indicators.flatMap(({ standards }, i) =>
              (standards ?? []).length === 0 ? [{ path: ["goals", g, "indicators", i] }] : [],
            ),
      ),
    bad: (good) => withIndicator(good, (indicator) => ({ ...indicator, standards: [] })),
  },
];

function spotVerb(text: string, path: readonly (string | number)[], measured: boolean): Spot[] {
  const verb = vagueVerb(text, measured);
  return verb === undefined ? [] : [{ path, facts: { verb } }];
}

function inCircle(set: LintSet, start: GoalFields): boolean {
  const parents = new Map(set.goals.map(({ id, parent }) => [id, parent]));
  let at = start.parent;
  for (let steps = 0; at !== undefined && steps <= set.goals.length; steps++) {
    if (at === start.id) return true;
    at = parents.get(at);
  }
  return false;
}
