import { EXTENSION_WORD } from "@collegium/schema";
import * as z from "zod";
import { contentRules, minutesBases, stepKinds, uses } from "./words.js";

const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
const text = z
  .object({ en: z.string().min(1).max(600) })
  .catchall(z.string().min(1).max(600))
  .describe("A text in each language, keyed by language tag; English is always there.");
const minutes = z.int().min(0).max(480);
const ownWord = z.string().regex(EXTENSION_WORD);

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
  oneEach: z.literal(true).exactOptional(),
});

const step = z.object({
  id: word,
  kind: z.union([z.enum(stepKinds), ownWord]),
  label: text,
  instruction: text,
  minutes: z
    .object({ min: minutes, max: minutes })
    .describe(
      "Minutes of one time through; of one speaker where perPerson is set. A minimum of 0 may be cut.",
    ),
  basis: z.enum(minutesBases).exactOptional(),
  speaks,
  silent: z.array(word).exactOptional().describe("Roles whose silence matters most in this step."),
  perPerson: z.literal(true).exactOptional(),
  round: word.exactOptional().describe("Neighbouring steps with the same round are repeated together."),
  firstTime: z
    .literal(true)
    .exactOptional()
    .describe("Only for a group that does not know the protocol yet."),
  prompts: z.array(text).exactOptional(),
  rules: z.array(z.union([z.enum(contentRules), ownWord])).exactOptional(),
  capture: capture.exactOptional(),
  reveals: z.array(word).exactOptional().describe("Captures that become visible when this step begins."),
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
  purpose: text,
  origin: text.describe("Who made it known, in prose; no trademark in names."),
  uses: z.array(z.union([z.enum(uses), ownWord])).min(1),
  trust: z.enum(["any", "some", "high"]).describe("How well people should know each other first."),
  group: z
    .object({ min: z.int().min(1).max(200), max: z.int().min(1).max(200) })
    .describe("Everyone in the room, presenter and facilitator included."),
  roles: z.array(z.object({ id: word, title: text.exactOptional() })).min(1),
  rounds: z.array(round).exactOptional(),
  steps: z.array(step).min(1).max(40),
  minutesBasis: z.enum(minutesBases),
  minutesSource: z.string().min(1).max(300),
  publishedTotal: z
    .object({ min: minutes, max: minutes })
    .exactOptional()
    .describe("Minutes in all as published; may differ from the sum of the steps."),
  materials: z.array(text).exactOptional(),
  prework: z.array(text).exactOptional(),
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
/** A text in each language; English is always there. */
export type Text = ProtocolFields["title"];
