import { type DocumentOf, defineDocument, type Issue } from "@collegium/schema";
import * as z from "zod";
import { goalSetPrivacy } from "./goal-set-privacy.js";
import {
  Day,
  type GoalRuleFields,
  Population,
  ResultsGoal,
  resultsGoalRules,
  resultsGoalShape,
} from "./results-goal.js";

/** One value of a measure on one day. */
export const Point = z.object({
  measure: z.string().min(1).describe("Id of the measure in one of the goals."),
  population: Population,
  on: Day.describe("Day of the assessment."),
  value: z.number().describe("In the unit of the measure."),
  n: z.int().min(0).describe("Students behind the value."),
  count: z.int().min(0).exactOptional().describe("Students at or above the cut, for a share."),
  standardError: z.number().min(0).exactOptional().describe("In the unit of the measure."),
});

/** A subgroup of the students a goal is about, with its size. */
export const Subgroup = z.object({
  group: z.string().min(1).describe("Id, as the targets of the goals name it."),
  name: z.string().min(1),
  n: z.int().min(0).describe("Students in it."),
});

const example = ResultsGoal.options.examples[0];

/**
 * Goals that belong together, with what is known beside them: subgroups and their sizes, and results of earlier years.
 * The linter reads it whole, for some questions (too many goals, a horizon beyond the parent's, a target no year came near)
 * cannot be seen in one goal.
 */
export const GoalSet = defineDocument({
  kind: "goal-set",
  title: "Goal set",
  description: "Results goals of one team, school or district with their subgroups and history.",
  stability: "published",
  retention: "school-year",
  privacy: goalSetPrivacy,
  version: 1,
  shape: {
    goals: z.array(z.object({ id: z.string().min(1).max(255), ...resultsGoalShape })),
    subgroups: z.array(Subgroup).exactOptional().describe("Subgroups of the students, with their sizes."),
    history: z.array(Point).exactOptional().describe("Earlier values of the measures of these goals."),
    minimumGroup: z
      .int()
      .min(1)
      .exactOptional()
      .describe("Smallest group for which a percentage says something; 10 where absent."),
  },
  rules: [
    {
      name: "goals-once",
      sentence: "Each goal stands in a set once.",
      check: ({ goals }): Issue[] =>
        new Set(goals.map(({ id }) => id)).size === goals.length
          ? []
          : [{ code: "duplicate-id", path: ["goals"], message: "Two goals of the set have the same id." }],
      badExample: {
        goals: [
          { id: "g1", ...example },
          { id: "g1", ...example },
        ],
      },
    },
    ...resultsGoalRules.map((rule) => ({
      name: `each-${rule.name}`,
      sentence: rule.sentence,
      check: ({ goals }: { goals: readonly GoalRuleFields[] }): Issue[] =>
        goals.flatMap((goal, at) =>
          rule.check(goal).map((issue) => ({ ...issue, path: ["goals", at, ...issue.path] })),
        ),
      badExample: { goals: [{ id: "g1", ...rule.badExample }] },
    })),
  ],
  examples: [
    {
      goals: [{ id: "g1", ...example }],
      subgroups: [{ group: "ell", name: "English learners", n: 30 }],
    },
  ],
});

/** See {@link GoalSet}. */
export type GoalSet = DocumentOf<typeof GoalSet>;
/** One goal of a set. */
export type GoalFields = GoalSet["goals"][number];
/** See {@link Subgroup}. */
export type Subgroup = z.infer<typeof Subgroup>;
