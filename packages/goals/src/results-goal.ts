import { type DocumentOf, defineDocument, type Issue } from "@collegium/schema";
import * as z from "zod";
import { resultsGoalPrivacy } from "./results-goal-privacy.js";

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

const Id = z.string().min(1).max(255);

/** For whom a baseline, target or point holds. */
export const Population = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({
      kind: z.literal("subgroup"),
      group: Id.describe("Id of the subgroup, the same wherever it is meant."),
      name: z.string().min(1).exactOptional(),
    }),
  ])
  .describe("For whom it holds: everyone the goal is about, or a subgroup.");

/** Where the students of a target stood at the start, from real results. */
export const Baseline = z.object({
  value: z.number().describe("In the unit of the measure."),
  n: z.int().min(0).describe("Students behind the value."),
  count: z.int().min(0).exactOptional().describe("Students at or above the cut, for a share."),
  on: Day.describe("Day of the assessment."),
  source: z.string().exactOptional().describe("Where it comes from, in own words."),
});

/** How far, for whom, by when. */
export const Target = z.object({
  id: Id,
  population: Population,
  baseline: Baseline.exactOptional().describe("Where these students stood at the start."),
  value: z.number().describe("In the unit of the measure."),
  by: Day.describe("Last day on which it counts as reached."),
});

/** The assessment that shows an indicator, given more than once. */
export const Measure = z.object({
  id: Id,
  name: z.string().min(1).meta({ "x-oneroster": "lineItems.title" }),
  unit: z
    .enum(["share", "mean", "count"])
    .describe("What its values are: share of students at the cut (0 to 1), mean score, or a count."),
  direction: z.enum(["increase", "decrease"]).describe("Which way is better."),
  cut: z
    .number()
    .gt(0)
    .max(1)
    .exactOptional()
    .describe("Share of the points that a student needs, for a share."),
  max: z.number().gt(0).exactOptional().meta({
    description: "Points to be had, for a mean given in points; a mean without it is a share of the points.",
    "x-oneroster": "lineItems.resultValueMax",
  }),
  items: z.int().min(1).exactOptional().describe("Number of items behind it."),
  given: z.array(Day).exactOptional().describe("Days on which it is given."),
  targets: z.array(Target),
});

/** The evidence of learning looked for. */
export const Indicator = z.object({
  id: Id,
  text: z.string().min(1).describe("The evidence of learning looked for."),
  standards: z
    .array(
      z.string().min(1).meta({
        "x-edfi": "LearningStandard.LearningStandardId",
        "x-oneroster": "lineItemLearningObjectiveIds.learningObjectiveId",
      }),
    )
    .exactOptional()
    .describe("Learning standards it shows, by their codes or their CASE identifiers."),
  measures: z.array(Measure),
});

/** The fields of a results goal without the envelope. */
export const resultsGoalShape = {
  statement: z.string().min(1).meta({
    description: "The goal in one sentence, as the team says it.",
    "x-edfi": "Goal.GoalDescription",
  }),
  level: z
    .enum(["district", "school", "team", "classroom", "student", "process"])
    .describe("Whose goal it is; process: of something that is not instruction, such as buses or enrolment."),
  aim: z
    .enum(["results", "process"])
    .describe("results changes what learners can do; process names an activity and serves a results goal."),
  from: Day.meta({ description: "First day.", "x-edfi": "Goal.AssignmentDate" }),
  until: Day.meta({ description: "Last day, after the first.", "x-edfi": "Goal.DueDate" }),
  owner: Id.exactOptional().describe("Id of the person who answers for it."),
  team: Id.exactOptional().describe("Id of the team."),
  parent: Id.exactOptional().meta({
    description: "Id of the goal above it that it serves.",
    "x-edfi": "Goal.ParentGoal",
  }),
  alongside: z
    .array(Id)
    .exactOptional()
    .describe("Ids of goals beside it that it works with, for example of the grade below."),
  indicators: z.array(Indicator),
};

const target = (
  id: string,
  population: z.infer<typeof Population>,
  value: number,
  baseline: number,
  n: number,
) => ({
  id,
  population,
  value,
  by: "2026-05-29",
  baseline: { value: baseline, n, count: Math.round(baseline * n), on: "2025-10-06" },
});

/** Fields that the rules of a goal look at. */
export type GoalRuleFields = z.infer<z.ZodObject<typeof resultsGoalShape>>;

/** What a goal must fulfil beyond its fields, alone or in a set. */
export const resultsGoalRules = [
  {
    name: "ends-after-start",
    sentence: "A goal ends after it starts.",
    check: (goal: GoalRuleFields): Issue[] =>
      goal.until > goal.from
        ? []
        : [{ code: "ends-before-start", path: ["until"], message: "The goal ends before it starts." }],
    badExample: {
      statement: "All read",
      level: "team",
      aim: "results",
      from: "2026-05-01",
      until: "2025-09-01",
      indicators: [],
    },
  },
  {
    name: "ids-once",
    sentence: "Indicators, measures and targets have ids of their own.",
    check: (goal: GoalRuleFields): Issue[] => {
      const ids = goal.indicators.flatMap((indicator) => [
        indicator.id,
        ...indicator.measures.flatMap((measure) => [measure.id, ...measure.targets.map(({ id }) => id)]),
      ]);
      return new Set(ids).size === ids.length
        ? []
        : [{ code: "duplicate-id", path: ["indicators"], message: "An id stands twice in this goal." }];
    },
    badExample: {
      statement: "All read",
      level: "team",
      aim: "results",
      from: "2025-09-01",
      until: "2026-05-01",
      indicators: [
        { id: "i1", text: "Names letters", measures: [] },
        { id: "i1", text: "Names sounds", measures: [] },
      ],
    },
  },
];

/**
 * What learners will know or do better, how far, for whom and by when: the focus of a team's cycle.
 * Incomplete goals are valid documents, for a goal grows in a meeting; what is missing is the linter's business.
 */
export const ResultsGoal = defineDocument({
  kind: "results-goal",
  title: "Results goal",
  description: "A change in what learners know or can do: goal, indicators, measures, targets.",
  stability: "published",
  retention: "school-year",
  privacy: resultsGoalPrivacy,
  version: 1,
  shape: resultsGoalShape,
  rules: resultsGoalRules,
  examples: [
    {
      statement:
        "By the end of May 80 % of our grade 7 students solve ratio problems on the unit quiz, up from 46 %.",
      level: "team",
      aim: "results",
      from: "2025-10-06",
      until: "2026-05-29",
      owner: "teacher-1",
      team: "grade-7",
      indicators: [
        {
          id: "ratio",
          text: "Solves problems with unit rates and proportions",
          standards: ["7.RP.1", "7.RP.2"],
          measures: [
            {
              id: "quiz",
              name: "Common ratio quiz",
              unit: "share",
              direction: "increase",
              cut: 0.7,
              items: 12,
              given: ["2025-10-06", "2026-01-19", "2026-03-16", "2026-05-29"],
              targets: [
                target("all", { kind: "all" }, 0.8, 0.46, 120),
                target("ell", { kind: "subgroup", group: "ell", name: "English learners" }, 0.8, 0.3, 30),
              ],
            },
          ],
        },
      ],
    },
  ],
});

/** See {@link ResultsGoal}. */
export type ResultsGoal = DocumentOf<typeof ResultsGoal>;
/** One indicator of a goal. */
export type Indicator = z.infer<typeof Indicator>;
/** One measure of an indicator. */
export type Measure = z.infer<typeof Measure>;
/** One target of a measure. */
export type Target = z.infer<typeof Target>;
/** Where the students of a target stood at the start. */
export type Baseline = z.infer<typeof Baseline>;
/** The whole group or a subgroup. */
export type Population = z.infer<typeof Population>;
