import * as z from "zod";
import { defineDocument } from "../src/index.js";

/** A document with two versions, nested fields and a rule, for tests. */
export const seen: unknown[] = [];

export const Plan = defineDocument({
  kind: "plan",
  title: "Plan",
  description: "What a team will try, for tests.",
  stability: "published",
  retention: "school-year",
  version: 3,
  shape: {
    owners: z.array(z.string().min(1)).min(1),
    aim: z.string().exactOptional(),
    steps: z.array(z.object({ text: z.string(), minutes: z.int().min(1) })),
  },
  earlier: [
    {
      version: 1,
      shape: { owner: z.string().min(1), steps: z.array(z.object({ text: z.string() })) },
      up(fields: { owner: string; steps: { text: string }[] }) {
        seen.push(fields);
        return { owners: [fields.owner], steps: fields.steps };
      },
    },
    {
      version: 2,
      shape: { owners: z.array(z.string().min(1)), steps: z.array(z.object({ text: z.string() })) },
      up(fields: { owners: string[]; steps: { text: string }[] }) {
        seen.push(fields);
        return { ...fields, steps: fields.steps.map((step) => ({ ...step, minutes: 5 })) };
      },
    },
  ],
  rules: [
    {
      name: "at-most-an-hour",
      sentence: "All steps together take at most an hour.",
      check: ({ steps }) =>
        steps.reduce((sum, step) => sum + step.minutes, 0) > 60
          ? [{ code: "too-long", path: ["steps"], message: "The steps take more than an hour." }]
          : [],
      badExample: { owners: ["p1"], steps: [{ text: "Talk", minutes: 61 }] },
    },
  ],
  examples: [{ owners: ["p1"], steps: [{ text: "Talk", minutes: 5 }] }],
});
