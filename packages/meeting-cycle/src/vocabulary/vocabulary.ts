import { type DocumentOf, defineDocument, vocabulary } from "@collegium/schema";
import * as z from "zod";
import { cycleTranscriptPrivacy } from "./cycle-transcript-privacy.js";
import { cycleVocabularyPrivacy } from "./cycle-vocabulary-privacy.js";
import { exampleVocabulary } from "./example.js";
import { entrySlots, facets } from "./facets.js";
import { vocabularyRules } from "./rules.js";
import { vocabularyShape } from "./shape.js";

/**
 * The words in which a school speaks of its cycle: the steps of its framework, laid over the one cycle.
 * A valid pack gives every facet a step, so that any cycle can be told in it.
 *
 * Issue codes: those of the fields, `facet-without-step`, `unknown-step`, `repeated-name`.
 */
export const cycleVocabulary = defineDocument({
  kind: "cycle-vocabulary",
  title: "Cycle vocabulary",
  description:
    "The steps of one framework, each for some facets of the cycle, and where its last step leads.",
  stability: "published",
  retention: "permanent",
  privacy: cycleVocabularyPrivacy,
  version: 1,
  shape: vocabularyShape,
  rules: vocabularyRules,
  examples: [exampleVocabulary],
});

/** A validated vocabulary pack. */
export type CycleVocabulary = DocumentOf<typeof cycleVocabulary>;

/**
 * A cycle as it was told: what a team wrote, measured and concluded, without the machine behind it.
 *
 * Issue codes: those of the fields.
 */
export const cycleTranscript = defineDocument({
  kind: "cycle-transcript",
  title: "Cycle transcript",
  description: "Entries of one cycle in order, with its measured points and its conclusion.",
  stability: "published",
  retention: "school-year",
  privacy: cycleTranscriptPrivacy,
  version: 1,
  shape: {
    title: z.string().min(1).max(200),
    entries: z.array(
      z.object({
        on: z.iso.date(),
        facet: z.enum(facets),
        slot: vocabulary(entrySlots).exactOptional().describe("What a framework asks for by this name."),
        text: z.string().min(1).max(4000),
      }),
    ),
    points: z
      .array(
        z.object({
          measure: z.string().min(1).describe("Name of the measure."),
          on: z.iso.date(),
          value: z.number().describe("In the unit of the measure."),
          n: z.int().min(0).exactOptional().describe("Students behind the value."),
        }),
      )
      .exactOptional(),
    outcome: z
      .enum(["adopt", "adapt", "abandon"])
      .exactOptional()
      .describe("What the team does with what it tried."),
    next: z.enum(["adjust-plan", "new-focus"]).exactOptional().describe("How the next cycle begins."),
  },
  examples: [
    {
      title: "Scaling recipes",
      entries: [{ on: "2026-09-14", facet: "frame", text: "Who can scale a recipe?" }],
    },
  ],
});

/** A validated transcript. */
export type CycleTranscript = DocumentOf<typeof cycleTranscript>;
