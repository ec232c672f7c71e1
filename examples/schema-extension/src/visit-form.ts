// #region first
import { defineDocument, openUnion, vocabulary } from "@collegium/schema";
import * as z from "zod";

const none = { "x-privacy": "none" };
const indirect = { "x-privacy": "indirect" };

/** What a visitor notes: kinds of ours, and kinds of other schools, which we keep without knowing them. */
const note = openUnion("type", [
  z.object({ type: z.literal("seen"), text: z.string().min(1).meta(indirect) }),
  z.object({ type: z.literal("count"), what: z.string().min(1).meta(none), number: z.int().min(0) }),
]);

const firstShape = {
  visitor: z.string().min(1).meta(indirect),
  on: z.iso.date().meta(none),
  notes: z.array(note),
};
// #endregion

// #region second
/** The form our team fills in when it visits a lesson. Version 2 takes several visitors and says their role. */
export const VisitForm = defineDocument({
  kind: "riverside-visit-form",
  title: "Visit form",
  description: "What a team noticed when it visited a lesson; never a judgement of the teacher.",
  stability: "published",
  retention: "school-year",
  version: 2,
  shape: {
    visitors: z
      .array(z.object({ id: z.string().min(1).meta(indirect), role: vocabulary(["teammate", "coach"]) }))
      .min(1),
    on: firstShape.on,
    notes: firstShape.notes,
  },
  earlier: [
    {
      version: 1,
      shape: firstShape,
      up: ({ visitor, ...same }: { visitor: string; on: string; notes: unknown[] }) => ({
        visitors: [{ id: visitor, role: "teammate" }],
        ...same,
      }),
    },
  ],
  examples: [
    {
      visitors: [{ id: "t-12", role: "coach" }],
      on: "2026-02-03",
      notes: [{ type: "count", what: "questions asked by students", number: 7 }],
    },
  ],
});
// #endregion
