import { type DocumentOf, defineDocument, type Issue } from "@collegium/schema";
import * as z from "zod";
import { Day } from "../results-goal.js";
import { driverDiagramPrivacy } from "./driver-diagram-privacy.js";

const Id = z.string().min(1).max(255);
const Sentence = z.string().min(1);

/** Something that moves the aim; a driver without a parent is a primary one. */
export const Driver = z.object({
  id: Id,
  text: Sentence,
  parent: Id.exactOptional().describe("Id of the driver that it drives; a primary driver has none."),
});

/** A change in practice that should move one driver or more. */
export const ChangeIdea = z.object({ id: Id, text: Sentence, drivers: z.array(Id).min(1) });

/** What is measured and why: the aim, a driver, whether a change happens, or what must not suffer. */
export const DriverMeasure = z.object({
  id: Id,
  name: Sentence,
  kind: z
    .enum(["outcome", "driver", "process", "balancing"])
    .describe("What it watches: the aim, a driver, whether a change happens, or what must not suffer."),
  of: Id.exactOptional().describe("Id of the driver or change idea it belongs to; the aim where absent."),
  goalMeasure: Id.exactOptional().describe("Id of the measure of the results goal it is, for an outcome."),
});

/** One test of a change idea: plan, do, study, act. */
export const PdsaTest = z.object({
  id: Id,
  idea: Id,
  title: Sentence,
  owner: Id.describe("Id of the person who runs it."),
  context: Sentence.exactOptional().describe("Where it was tried: school, grade, subject."),
  starts: Day,
  ends: Day.exactOptional(),
  plan: z.object({
    change: Sentence.describe("What will be done differently."),
    questions: z
      .array(z.object({ question: Sentence, prediction: Sentence }))
      .min(1)
      .describe("A question without a prediction teaches nothing when it is answered."),
    data: Sentence.describe("What will be collected."),
  }),
  did: z
    .object({ asPlanned: z.boolean(), observations: Sentence })
    .exactOptional()
    .describe("What happened."),
  study: z
    .object({
      outcomes: z
        .array(Sentence)
        .describe("How it turned out beside each prediction, in the order of the questions."),
      learned: Sentence,
      effect: z
        .object({ value: z.number(), standardError: z.number().gt(0), n: z.int().min(1) })
        .exactOptional()
        .describe("How large the effect was, how sure that is, and on how many students it rests."),
    })
    .exactOptional(),
  act: z.enum(["adopt", "adapt", "abandon"]).exactOptional().describe("What was decided afterwards."),
  next: Id.exactOptional().describe("Id of the test that follows."),
});

const example = {
  goal: "grade-7",
  drivers: [
    { id: "models", text: "Students use models of ratios" },
    { id: "talk", text: "Students explain their reasoning" },
    { id: "number-lines", text: "Double number lines in every unit", parent: "models" },
  ],
  ideas: [{ id: "warm-up", text: "Five-minute number line warm-up", drivers: ["number-lines", "talk"] }],
  measures: [
    { id: "m-quiz", name: "Common ratio quiz", kind: "outcome" as const, goalMeasure: "quiz" },
    { id: "m-explain", name: "Students who explain in writing", kind: "driver" as const, of: "talk" },
    { id: "m-days", name: "Days with a warm-up", kind: "process" as const, of: "warm-up" },
    { id: "m-time", name: "Minutes left for the lesson", kind: "balancing" as const },
  ],
  tests: [
    {
      id: "t1",
      idea: "warm-up",
      title: "One class, one week",
      owner: "teacher-1",
      context: "7A",
      starts: "2025-10-20",
      ends: "2025-10-24",
      plan: {
        change: "Warm-up with a double number line each day",
        questions: [
          { question: "How many place 3:4 rightly on Friday?", prediction: "18 of 24, up from 11" },
        ],
        data: "Exit ticket",
      },
      did: { asPlanned: true, observations: "Two students drew their own line in the lesson." },
      study: { outcomes: ["16 of 24"], learned: "The line helps; mixed units confuse." },
      act: "adapt" as const,
      next: "t2",
    },
    {
      id: "t2",
      idea: "warm-up",
      title: "Three classes, two weeks, same units first",
      owner: "teacher-2",
      context: "Grade 7",
      starts: "2025-11-03",
      plan: {
        change: "Same-unit ratios in the first week",
        questions: [{ question: "How many place 3:4 rightly?", prediction: "60 of 72" }],
        data: "Exit ticket",
      },
    },
  ],
};

const issue = (code: string, path: (string | number)[], message: string): Issue => ({ code, path, message });

/**
 * How an aim is to be reached: drivers, change ideas, measures of four kinds, and the tests of each idea; the aim is the
 * results goal, so goal tree and driver diagram are one graph.
 */
export const DriverDiagram = defineDocument({
  kind: "driver-diagram",
  title: "Driver diagram",
  description: "Drivers of a results goal, change ideas, measures, and tests by plan, do, study, act.",
  stability: "published",
  retention: "school-year",
  privacy: driverDiagramPrivacy,
  version: 1,
  shape: {
    goal: Id.describe("Id of the results goal that is the aim."),
    drivers: z.array(Driver),
    ideas: z.array(ChangeIdea),
    measures: z.array(DriverMeasure),
    tests: z.array(PdsaTest),
  },
  rules: [
    {
      name: "ids-once",
      sentence: "Drivers and ideas, measures, and tests have ids of their own.",
      check: ({ drivers, ideas, measures, tests }): Issue[] =>
        Object.entries({ drivers: [...drivers, ...ideas], measures, tests }).flatMap(([list, entries]) =>
          new Set(entries.map(({ id }) => id)).size === entries.length
            ? []
            : [issue("duplicate-id", [list], "An id stands twice in this diagram.")],
        ),
      badExample: { ...example, ideas: [...example.ideas, ...example.ideas] },
    },
    {
      name: "links-lead-somewhere",
      sentence: "Every driver, idea, measure and test hangs on one that exists.",
      check: ({ drivers, ideas, measures, tests }): Issue[] => {
        const known = new Set([...drivers, ...ideas].map(({ id }) => id));
        const driverIds = new Set(drivers.map(({ id }) => id));
        const ideaIds = new Set(ideas.map(({ id }) => id));
        const testIds = new Set(tests.map(({ id }) => id));
        const lost = (path: (string | number)[]) =>
          issue("unknown-link", path, "This names nothing in the diagram.");
        return [
          ...drivers.flatMap(({ parent }, i) =>
            parent !== undefined && !driverIds.has(parent) ? [lost(["drivers", i, "parent"])] : [],
          ),
          ...ideas.flatMap((idea, i) =>
            idea.drivers.some((id) => !driverIds.has(id)) ? [lost(["ideas", i, "drivers"])] : [],
          ),
          ...measures.flatMap(({ of }, i) =>
            of !== undefined && !known.has(of) ? [lost(["measures", i, "of"])] : [],
          ),
          ...tests.flatMap(({ idea }, i) => (ideaIds.has(idea) ? [] : [lost(["tests", i, "idea"])])),
          ...tests.flatMap(({ next }, i) =>
            next !== undefined && !testIds.has(next) ? [lost(["tests", i, "next"])] : [],
          ),
        ];
      },
      badExample: { ...example, ideas: [{ id: "warm-up", text: "Warm-up", drivers: ["nothing"] }] },
    },
    {
      name: "drivers-without-circle",
      sentence: "No driver drives itself.",
      check: ({ drivers }): Issue[] => {
        const parents = new Map(drivers.map(({ id, parent }) => [id, parent]));
        const circles = drivers.filter(({ id }) => {
          let at = parents.get(id);
          for (let steps = 0; at !== undefined && at !== id && steps < drivers.length; steps++)
            at = parents.get(at);
          return at === id;
        });
        return circles.length > 0
          ? [issue("driver-circle", ["drivers"], "These drivers drive each other in a circle.")]
          : [];
      },
      badExample: {
        ...example,
        drivers: [
          { id: "models", text: "Models", parent: "number-lines" },
          { id: "talk", text: "Talk" },
          { id: "number-lines", text: "Number lines", parent: "models" },
        ],
      },
    },
    {
      name: "adapt-names-successor",
      sentence: "A test that ends in adapt names the test that follows.",
      check: ({ tests }): Issue[] =>
        tests.flatMap(({ act, next }, i) =>
          act === "adapt" && next === undefined
            ? [issue("no-successor", ["tests", i, "next"], "A test to adapt needs the test that follows.")]
            : [],
        ),
      badExample: {
        ...example,
        tests: [{ ...example.tests[0]!, next: undefined }].map(({ next: _, ...test }) => test),
      },
    },
    {
      name: "ends-after-start",
      sentence: "A test ends on the day it starts, or later.",
      check: ({ tests }): Issue[] =>
        tests.flatMap(({ starts, ends }, i) =>
          ends !== undefined && ends < starts
            ? [issue("ends-before-start", ["tests", i, "ends"], "The test ends before it starts.")]
            : [],
        ),
      badExample: { ...example, tests: [{ ...example.tests[0]!, ends: "2025-10-01" }, example.tests[1]!] },
    },
    {
      name: "act-after-study",
      sentence: "Nothing is adopted, adapted or abandoned before it was studied.",
      check: ({ tests }): Issue[] =>
        tests.flatMap(({ act, study }, i) =>
          act !== undefined && study === undefined
            ? [
                issue(
                  "act-before-study",
                  ["tests", i, "act"],
                  "This test was decided on before it was studied.",
                ),
              ]
            : [],
        ),
      badExample: { ...example, tests: [example.tests[0]!, { ...example.tests[1]!, act: "adopt" }] },
    },
  ],
  examples: [example],
});

/** See {@link DriverDiagram}. */
export type DriverDiagram = DocumentOf<typeof DriverDiagram>;
/** See {@link Driver}. */
export type Driver = z.infer<typeof Driver>;
/** See {@link ChangeIdea}. */
export type ChangeIdea = z.infer<typeof ChangeIdea>;
/** See {@link DriverMeasure}. */
export type DriverMeasure = z.infer<typeof DriverMeasure>;
/** See {@link PdsaTest}. */
export type PdsaTest = z.infer<typeof PdsaTest>;
