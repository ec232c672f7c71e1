import { type DocumentOf, defineDocument, type Issue } from "@collegium/schema";
import * as z from "zod";
import { resultsGoalPrivacy } from "./results-goal-privacy.js";

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

const Id = z.string().min(1).max(255);

/** For whom a baseline, target or point holds. */
export const Population = z.union([
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("subgroup"), group: Id, name: z.string().min(1).exactOptional() }),
]);

/** Where the students of a target stood at the start, from real results. */
export const Baseline = z.object({
  /** In the unit of the measure. */
  value: z.number(),
  /** Students behind the value. */
  n: z.int().min(0),
  /** Students at or above the cut, for a share. */
  count: z.int().min(0).exactOptional(),
  on: Day,
  /** Where it comes from, in own words. */
  source: z.string().exactOptional(),
});

/** How far, for whom, by when. */
export const Target = z.object({
  id: Id,
  population: Population,
  baseline: Baseline.exactOptional(),
  value: z.number(),
  by: Day,
});

/** The assessment that shows an indicator, given more than once. */
export const Measure = z.object({
  id: Id,
  name: z.string().min(1),
  /** What its values are: share of students at the cut (0 to 1), mean score, or a count. */
  unit: z.enum(["share", "mean", "count"]),
  direction: z.enum(["increase", "decrease"]),
  /** Share of the points a student needs, for a share. */
  cut: z.number().gt(0).max(1).exactOptional(),
  /** Points to be had, for a mean given in points; a mean without it is a share of the points. */
  max: z.number().gt(0).exactOptional(),
  /** Number of items behind it. */
  items: z.int().min(1).exactOptional(),
  /** Days on which it is given. */
  given: z.array(Day).exactOptional(),
  targets: z.array(Target),
});

/** The evidence of learning looked for. */
export const Indicator = z.object({
  id: Id,
  text: z.string().min(1),
  standards: z.array(z.string().min(1)).exactOptional(),
  measures: z.array(Measure),
});

/** The fields of a results goal without the envelope. */
export const resultsGoalShape = {
  statement: z.string().min(1),
  level: z.enum(["district", "school", "team", "classroom", "student", "process"]),
  /** `results` changes what learners can do; `process` names an activity and serves a results goal. */
  aim: z.enum(["results", "process"]),
  from: Day,
  until: Day,
  /** Person who answers for it. */
  owner: Id.exactOptional(),
  team: Id.exactOptional(),
  /** The goal above it that it serves. */
  parent: Id.exactOptional(),
  /** Goals beside it that it works with, for example of the grade below. */
  alongside: z.array(Id).exactOptional(),
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

/**
 * What learners will know or do better, how far, for whom and by when: the focus of a team's cycle.
 * Incomplete goals are valid documents, for a goal grows in a meeting; what is missing is the linter's business.
 */
export const ResultsGoal = defineDocument({
  kind: "results-goal",
  title: "Results goal",
  description: "A change in what learners know or can do: goal, indicators, measures, targets.",
  stability: "draft",
  retention: "school-year",
  privacy: resultsGoalPrivacy,
  version: 1,
  shape: resultsGoalShape,
  rules: [
    {
      name: "ends-after-start",
      sentence: "A goal ends after it starts.",
      check: (goal): Issue[] =>
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
      check: (goal): Issue[] => {
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
  ],
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
