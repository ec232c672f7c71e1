import { vocabulary } from "@collegium/schema";
import * as z from "zod";
import { contentRules, minutesBases, stepKinds, uses } from "./words.js";

const word = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .describe("A name inside this protocol.");
const text = z
  .object({ en: z.string().min(1).max(600) })
  .catchall(z.string().min(1).max(600))
  .describe("A text in each language, keyed by language tag; English is always there.");
const minutes = z.int().min(0).max(480);

const speaks = z
  .discriminatedUnion("who", [
    z.object({ who: z.literal("nobody") }),
    z.object({ who: z.literal("roles"), roles: z.array(word).min(1) }),
    z.object({ who: z.literal("each"), except: z.array(word).exactOptional() }),
    z.object({ who: z.literal("everyone") }),
    z.object({ who: z.literal("pairs") }),
    z.object({ who: z.literal("groups") }),
  ])
  .describe("Who has the floor. Everyone else is silent; the facilitator may always guide.");

const capture = z.object({
  id: word,
  label: text,
  visible: z
    .enum(["at-once", "at-reveal", "author"])
    .describe("When others see it: at once, when a later step reveals it, or never."),
  authorship: z.enum(["named", "anonymous"]).describe("Anonymous means that the author is not stored."),
  oneEach: z.literal(true).exactOptional().describe("Each person writes one."),
});

const ballot = z
  .object({
    choices: z
      .union([
        z
          .array(z.object({ id: word, label: text }))
          .min(2)
          .max(40),
        z.object({ from: word.describe("Capture whose visible notes are voted on.") }),
      ])
      .describe("What can be chosen."),
    votes: z.int().min(1).max(40).exactOptional().describe("How many choices each may mark; 1 where absent."),
    ranked: z
      .literal(true)
      .exactOptional()
      .describe("Best first: of three votes the first counts three, the last one."),
  })
  .describe("A vote. The step's capture says whether voters are named, and when others see the votes.");

const requirement = z
  .union([
    z.object({ done: word.describe("Step that should have been gone through.") }),
    z.object({ notes: word.describe("Capture in which something should be seen.") }),
    z.object({ role: word.describe("Role that somebody in the room should hold.") }),
  ])
  .describe("What should be so before a step begins; a group may go on without, and says why.");

const step = z.object({
  id: word,
  kind: vocabulary(stepKinds).describe("What people do in this step."),
  label: text.describe("The step in one to four words."),
  instruction: text.describe("What the facilitator says when the step begins."),
  minutes: z
    .object({ min: minutes, max: minutes })
    .describe(
      "Minutes of one time through; of one speaker where perPerson is set. A minimum of 0 may be cut.",
    ),
  basis: z
    .enum(minutesBases)
    .exactOptional()
    .describe("How well the minutes of this step are known; as minutesBasis where absent."),
  speaks,
  silent: z.array(word).exactOptional().describe("Roles whose silence matters most in this step."),
  perPerson: z.literal(true).exactOptional().describe("The minutes are those of one speaker."),
  round: word.exactOptional().describe("Neighbouring steps with the same round are repeated together."),
  firstTime: z
    .literal(true)
    .exactOptional()
    .describe("Only for a group that does not know the protocol yet."),
  prompts: z.array(text).exactOptional().describe("Questions or sentence starters to show."),
  rules: z
    .array(vocabulary(contentRules))
    .exactOptional()
    .describe("What may not be said in this step; people are reminded, never stopped."),
  capture: capture.exactOptional(),
  ballot: ballot.exactOptional(),
  requires: z.array(requirement).min(1).exactOptional(),
  reveals: z.array(word).exactOptional().describe("Captures that become visible when this step begins."),
  closes: z.array(word).exactOptional().describe("Captures that take no more notes when this step begins."),
  safeBreak: text
    .exactOptional()
    .describe("The group may stop after this step; what must be kept until then."),
});

const round = z.object({
  id: word,
  title: text.exactOptional(),
  times: z
    .union([
      z.literal("people"),
      z.object({ min: z.int().min(1), max: z.int().max(40), usual: z.int().min(1) }),
    ])
    .describe("Once for each person in the room, or a number of times."),
  role: word.exactOptional().describe("Each time another person takes this role."),
});

/** Own fields of a protocol definition. */
export const definitionShape = {
  status: z.enum(["ready", "draft"]).describe("Drafts are never suggested."),
  title: text,
  purpose: text.describe("What a team gets out of it, in one sentence."),
  origin: text.describe("Who made it known, in prose; no trademark in names."),
  uses: z.array(vocabulary(uses)).min(1).describe("What it is used with or for."),
  trust: z.enum(["any", "some", "high"]).describe("How well people should know each other first."),
  group: z
    .object({ min: z.int().min(1).max(200), max: z.int().min(1).max(200) })
    .describe("Everyone in the room, presenter and facilitator included."),
  roles: z.array(z.object({ id: word, title: text.exactOptional() })).min(1),
  rounds: z.array(round).exactOptional(),
  steps: z.array(step).min(1).max(40),
  minutesBasis: z.enum(minutesBases).describe("How well the minutes of the steps are known."),
  minutesSource: z.string().min(1).max(300).describe("Where the minutes come from."),
  publishedTotal: z
    .object({ min: minutes, max: minutes })
    .exactOptional()
    .describe("Minutes in all as published; may differ from the sum of the steps."),
  materials: z.array(text).exactOptional().describe("What must lie on the table."),
  prework: z.array(text).exactOptional().describe("What somebody brings or reads beforehand."),
  variants: z
    .array(
      z.object({
        id: word,
        title: text,
        without: z.array(word).exactOptional().describe("Steps left out."),
        minutes: z
          .record(word, z.object({ min: minutes, max: minutes }))
          .exactOptional()
          .describe("Other minutes for a step."),
      }),
    )
    .exactOptional(),
};

/** A protocol's own fields, without the document envelope. */
export type ProtocolFields = z.infer<z.ZodObject<typeof definitionShape>>;
/** One step of a protocol. */
export type ProtocolStep = ProtocolFields["steps"][number];
/** Who has the floor in a step. */
export type Speaks = ProtocolStep["speaks"];
/** What a step writes down, and who sees it when. */
export type Capture = NonNullable<ProtocolStep["capture"]>;
/** A vote held in a step. */
export type Ballot = NonNullable<ProtocolStep["ballot"]>;
/** What should be so before a step begins. */
export type Requirement = NonNullable<ProtocolStep["requires"]>[number];
/** A text in each language; English is always there. */
export type Text = ProtocolFields["title"];
