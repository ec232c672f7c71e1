import { type DocumentOf, defineDocument, type Issue, vocabulary } from "@collegium/schema";
import * as z from "zod";
import { Day } from "../results-goal.js";
import { charterPrivacy } from "./charter-privacy.js";

const Sentence = z.string().min(1);

/** Something that stands between what a school says and what it does. */
export const Discrepancy = z.object({
  area: vocabulary([
    "leadership",
    "instruction",
    "content-knowledge",
    "policy",
    "mindset",
    "data-systems",
    "staffing",
    "funding",
  ]),
  text: Sentence.describe("What is said and what is done, in one sentence."),
  owner: Sentence.exactOptional().describe("Who takes it on."),
  nextStep: Sentence.exactOptional(),
  by: Day.exactOptional().describe("Day by which the next step is taken."),
});

/** Who decides on one topic, so that a team knows where its word counts. */
export const DecisionRight = z.object({
  topic: Sentence,
  who: z.enum(["team-decides", "team-advises", "principal-decides"]),
  reason: Sentence,
});

/** When and from whom comments on a draft were asked. */
export const CommentWindow = z.object({
  opens: Day,
  closes: Day,
  from: z.array(vocabulary(["staff", "parents", "students"])).min(1),
});

const example = {
  population: "Every student of Northfield School",
  mission: "Every student leaves us able to read, reason and work with others.",
  vision: "In three years no family has to ask whether their child is known here.",
  values: ["We look at work before we judge it."],
  commitments: ["Each team meets weekly, looks at student work and says who needs what."],
  expectations: {
    teachers: ["I teach the agreed standards and bring results of the common quiz."],
    students: ["I try again after a mistake and ask."],
    parents: ["We ask our child to show what was learned."],
    principal: ["I protect the teams' common time."],
  },
  discrepancies: [
    {
      area: "data-systems" as const,
      text: "Results reach teams three weeks late.",
      owner: "assistant-principal",
      nextStep: "Paste quiz results the same day.",
      by: "2025-11-14",
    },
  ],
  decisionRights: [
    { topic: "Order of units", who: "team-decides" as const, reason: "The team sees the results." },
    {
      topic: "Bell schedule",
      who: "principal-decides" as const,
      reason: "It binds all teams and the buses.",
    },
  ],
  comments: {
    opens: "2025-09-08",
    closes: "2025-09-26",
    from: ["staff" as const, "parents" as const, "students" as const],
  },
  consentedOn: "2025-10-03",
  reviewOn: "2026-05-29",
};

/**
 * What a school stands for and asks of everybody: mission, vision, values, commitments, expectations, the discrepancies it
 * has named, and who decides what. Results for every student is its default population.
 */
export const Charter = defineDocument({
  kind: "charter",
  title: "Charter",
  description:
    "Mission, vision, values, commitments, expectations, discrepancies and decision rights of a school.",
  stability: "published",
  retention: "until-replaced",
  privacy: charterPrivacy,
  version: 1,
  shape: {
    population: Sentence.exactOptional().describe("Whose results count; every student where absent."),
    mission: Sentence.exactOptional(),
    vision: Sentence.exactOptional(),
    values: z.array(Sentence),
    commitments: z.array(Sentence).describe("What adults promise each other."),
    expectations: z
      .object({
        teachers: z.array(Sentence),
        students: z.array(Sentence),
        parents: z.array(Sentence),
        principal: z.array(Sentence),
      })
      .describe("What the school asks of each of them."),
    discrepancies: z.array(Discrepancy).describe("What stands between what the school says and does."),
    decisionRights: z.array(DecisionRight).describe("Who decides on which topic."),
    comments: CommentWindow.exactOptional().describe("When and from whom comments on the draft were asked."),
    consentedOn: Day.exactOptional().describe("Day on which the staff gave consent."),
    reviewOn: Day.exactOptional().describe("Day on which it is looked at again."),
  },
  rules: [
    {
      name: "comments-before-consent",
      sentence: "Comments close before consent is given.",
      check: ({ comments, consentedOn }): Issue[] =>
        comments && consentedOn !== undefined && consentedOn < comments.closes
          ? [
              {
                code: "consent-before-comments",
                path: ["consentedOn"],
                message: "Consent is dated before comments closed.",
              },
            ]
          : [],
      badExample: { ...example, consentedOn: "2025-09-10" },
    },
    {
      name: "comments-window",
      sentence: "Comments close on the day they open, or later.",
      check: ({ comments }): Issue[] =>
        comments && comments.closes < comments.opens
          ? [
              {
                code: "ends-before-start",
                path: ["comments", "closes"],
                message: "Comments close before they open.",
              },
            ]
          : [],
      badExample: { ...example, comments: { ...example.comments, closes: "2025-09-01" } },
    },
    {
      name: "topic-once",
      sentence: "Each topic has one decision right.",
      check: ({ decisionRights }): Issue[] =>
        new Set(decisionRights.map(({ topic }) => topic.toLowerCase())).size === decisionRights.length
          ? []
          : [
              {
                code: "topic-twice",
                path: ["decisionRights"],
                message: "Two decision rights name the same topic.",
              },
            ],
      badExample: {
        ...example,
        decisionRights: [
          ...example.decisionRights,
          { topic: "order of units", who: "principal-decides", reason: "x" },
        ],
      },
    },
  ],
  examples: [example],
});

/** See {@link Charter}. */
export type Charter = DocumentOf<typeof Charter>;
/** See {@link Discrepancy}. */
export type Discrepancy = z.infer<typeof Discrepancy>;
/** See {@link DecisionRight}. */
export type DecisionRight = z.infer<typeof DecisionRight>;
/** See {@link CommentWindow}. */
export type CommentWindow = z.infer<typeof CommentWindow>;
