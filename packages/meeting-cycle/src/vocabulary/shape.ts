import { vocabulary } from "@collegium/schema";
import * as z from "zod";
import { entrySlots, facets } from "./facets.js";

const text = z
  .object({ en: z.string().min(1).max(300) })
  .catchall(z.string().min(1).max(300))
  .describe("A text in each language, keyed by language tag; English is always there.");

/** Own fields of a vocabulary pack. */
export const vocabularyShape = {
  title: text,
  origin: text.describe("Who made the framework known, in prose."),
  steps: z
    .array(
      z.object({
        id: z.string().min(1).max(40).describe("Stable: a renaming of the step changes its title alone."),
        title: text,
        phase: z.enum(["focus", "collaboration", "reflection"]).describe("Phase of the cycle it lies in."),
        facets: z.array(z.enum(facets)).describe("What a team does in it, whatever the framework calls it."),
        slots: z
          .array(vocabulary(entrySlots))
          .exactOptional()
          .describe("Entries that belong to this step by name."),
      }),
    )
    .min(1),
  exits: z
    .array(z.object({ next: z.enum(["adjust-plan", "new-focus"]), to: z.string() }))
    .exactOptional()
    .describe("Step that the last one leads back to."),
  required: z
    .array(z.object({ slot: vocabulary(entrySlots), because: text }))
    .exactOptional()
    .describe("Entries whose absence is flagged."),
};

/** A pack's own fields, without the document envelope. */
export type VocabularyFields = z.infer<z.ZodObject<typeof vocabularyShape>>;
