import { documentsOf, law } from "@collegium/testing";
import fc from "fast-check";
import {
  decideGoal,
  evolveGoal,
  type GoalCommand,
  type GoalPoint,
  GoalSet,
  type GoalState,
  type GoalTree,
  goalTree,
  goodSet,
  type LintFinding,
  lintGoals,
  noGoal,
  okrView,
  progress,
  progressWords,
  treeMermaid,
} from "../src/index.js";

type Set = Parameters<typeof lintGoals>[0];

const sets = documentsOf(GoalSet) as unknown as fc.Arbitrary<Set>;

const pointsOf = (set: Set, seed: number): GoalPoint[] =>
  set.goals.flatMap(({ indicators }) =>
    indicators.flatMap(({ measures }) =>
      measures.flatMap((measure) =>
        measure.targets.map((target, i) => {
          const n = 1 + ((seed + i) % 90);
          const count = (seed * 7 + i) % (n + 1);
          return {
            measure: measure.id,
            population: target.population,
            on: target.by,
            value: count / n,
            count,
            n,
          };
        }),
      ),
    ),
  );

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

const day = fc
  .integer({ min: 0, max: 300 })
  .map((d) => new Date(Date.UTC(2025, 8, 1) + d * 86_400_000).toISOString().slice(0, 10));

const isComplete = ({ sentence, fix, path }: Pick<LintFinding, "sentence" | "fix" | "path">): boolean =>
  sentence.includes("?") && fix !== "" && path.length > 0;

const progressIsWhole = (
  goal: Set["goals"][number],
  points: readonly GoalPoint[],
  of: typeof progress,
): boolean => {
  const made = of(goal, points);
  const targets = goal.indicators.flatMap(({ measures }) => measures.flatMap((measure) => measure.targets));
  return (
    made.targets.length === targets.length &&
    numbersIn(made).every(Number.isFinite) &&
    numbersIn(okrView(goal, points)).every(Number.isFinite) &&
    made.targets.every((target) => progressWords(target).every((words) => !/NaN|undefined/.test(words)))
  );
};

const treeIsWhole = (tree: GoalTree): boolean => {
  const ids = new Set(tree.nodes.map(({ id }) => id));
  return (
    tree.edges.every(({ from, to }) => ids.has(from) && ids.has(to)) &&
    treeMermaid(tree).split("\n").length === tree.nodes.length + tree.edges.length + 2
  );
};

export const laws = [
  law({
    name: "the linter asks complete questions about any valid set of goals",
    gate: 25,
    nightly: 5000,
    values: sets,
    holds: (set) =>
      (["en", "es"] as const).every((locale) => lintGoals(set, locale).findings.every(isComplete)),
    faults: [
      {
        name: "an order in place of a question",
        caught: () => !isComplete({ sentence: "Name an owner.", fix: "Name one.", path: ["goals", 0] }),
      },
    ],
  }),
  law({
    name: "progress of any valid goal is finite, whole and says what it lacks",
    gate: 25,
    nightly: 5000,
    values: fc.tuple(sets, fc.nat({ max: 1000 })),
    holds: ([set, seed]) => set.goals.every((goal) => progressIsWhole(goal, pointsOf(set, seed), progress)),
    faults: [
      {
        name: "a target left out",
        caught: () =>
          !progressIsWhole(goodSet.goals[0]!, [], (goal, points) => {
            const made = progress(goal, points);
            return { ...made, targets: made.targets.slice(1) };
          }),
      },
      {
        name: "a forecast that is not a number",
        caught: () =>
          !progressIsWhole(goodSet.goals[0]!, [], (goal, points) => {
            const made = progress(goal, points);
            return { ...made, targets: made.targets.map((target) => ({ ...target, expected: Number.NaN })) };
          }),
      },
    ],
  }),
  law({
    name: "a tree has no arrow into nothing, and draws",
    gate: 25,
    nightly: 5000,
    values: sets,
    holds: (set) => treeIsWhole(goalTree(set.goals)),
    faults: [
      {
        name: "an arrow to a goal outside the set",
        caught: () => {
          const tree = goalTree(goodSet.goals);
          return !treeIsWhole({
            ...tree,
            edges: [{ from: "goal:school", to: "goal:district", kind: "serves" }],
          });
        },
      },
    ],
  }),
  law({
    name: "a refused command changes nothing, and a replay gives the same state",
    gate: 50,
    nightly: 10_000,
    values: fc.tuple(
      sets.filter(({ goals }) => goals.length > 0),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), day, fc.integer({ min: -3, max: 90 })), {
        maxLength: 20,
      }),
    ),
    holds: ([{ goals }, steps]) => {
      const goal = { kind: "results-goal", schemaVersion: 1, ...goals[0]! } as never;
      const measure = goals[0]!.indicators[0]?.measures[0]?.id ?? "none";
      const events: Parameters<typeof evolveGoal>[1][] = [];
      let state: GoalState = noGoal;
      for (const [kind, on, n] of steps) {
        const commands: GoalCommand[] = [
          { type: "set-goal", goal },
          { type: "add-point", point: { measure, population: { kind: "all" }, on, value: 0.5, n } },
          { type: "withdraw-point", measure, on, reason: n > 0 ? "wrong day" : "" },
          { type: "change-goal", goal, reason: n > 0 ? "new term" : " " },
          { type: "close-goal", on, learned: "" },
        ];
        const decided = decideGoal(state, commands[kind]!);
        if ("code" in decided) continue;
        events.push(...decided);
        state = decided.reduce(evolveGoal, state);
      }
      const replayed = events.reduce(evolveGoal, noGoal);
      const places = state.points.map(
        (point) => `${point.measure} ${point.on} ${JSON.stringify(point.population)}`,
      );
      return JSON.stringify(replayed) === JSON.stringify(state) && new Set(places).size === places.length;
    },
    faults: [
      {
        name: "a point added twice on one day",
        caught: () => {
          const point = {
            measure: "m",
            population: { kind: "all" } as const,
            on: "2026-01-01",
            value: 0.5,
            n: 3,
          };
          const places = [point, point].map(({ measure, on }) => `${measure} ${on}`);
          return new Set(places).size !== places.length;
        },
      },
    ],
  }),
];
