import { expect, it } from "vitest";
import {
  type CycleTranscript,
  cycleTranscript,
  cycleVocabulary,
  findVocabulary,
  renderCycle,
  tellCycle,
  vocabularies,
  vocabularyRules,
} from "../src/index.js";

const transcript = {
  kind: "cycle-transcript",
  schemaVersion: 1,
  id: "c1",
  title: "Scaling recipes",
  entries: [
    { on: "2026-09-14", facet: "frame", slot: "question", text: "Who can scale a recipe?" },
    { on: "2026-09-14", facet: "gather", slot: "common-assessment", text: "Quiz of 12 items, five classes." },
    { on: "2026-09-15", facet: "interpret", slot: "finding", text: "14 of 24 double one quantity only." },
    { on: "2026-09-15", facet: "plan", slot: "strategy", text: "Double number lines in every warm-up." },
    { on: "2026-09-15", facet: "plan", slot: "prediction", text: "18 of 24 will scale both quantities." },
    { on: "2026-09-22", facet: "act", text: "Warm-ups held in all five classes." },
    {
      on: "2026-09-29",
      facet: "check",
      slot: "what-we-learned",
      text: "17 of 24; ratios with halves stay hard.",
    },
  ],
  points: [{ measure: "quiz", on: "2026-09-29", value: 17, n: 24 }],
  outcome: "adapt",
  next: "adjust-plan",
} satisfies CycleTranscript;

it("has six packs, valid, in English and Spanish", () => {
  expect(vocabularies.map((v) => v.id.replace(/.*\/|@.*/g, ""))).toEqual([
    "data-teams",
    "data-wise",
    "pdsa",
    "plc-questions",
    "rel-five-steps",
    "smart-goals",
  ]);
  for (const pack of vocabularies) {
    expect(cycleVocabulary.read(pack), pack.id).toMatchObject({ ok: true });
    for (const step of pack.steps) expect(step.title["es"], step.id).toBeTruthy();
  }
  for (const rule of vocabularyRules)
    expect(rule.check(rule.badExample as never).length, rule.name).toBeGreaterThan(0);
  expect(cycleTranscript.read(transcript)).toMatchObject({ ok: true });
});

it("tells one transcript in all six, every entry once in each", async () => {
  for (const pack of vocabularies) {
    const told = tellCycle(transcript, pack);
    expect(told.steps.flatMap((s) => s.entries.map((e) => e.text)).sort(), pack.id).toEqual(
      transcript.entries.map((e) => e.text).sort(),
    );
  }
  const page = vocabularies.map((pack) => renderCycle(transcript, pack)).join("\n");
  await expect(page).toMatchFileSnapshot("transcript-in-six.md");
});

it("flags what a framework asks for, and leads back where it does", () => {
  expect(tellCycle(transcript, findVocabulary("plc-questions")!).flags).toHaveLength(1);
  expect(tellCycle(transcript, findVocabulary("pdsa")!).flags).toEqual([]);
  const blind = { ...transcript, entries: transcript.entries.filter((e) => e.slot !== "prediction") };
  expect(tellCycle(blind, findVocabulary("pdsa")!, "es").flags[0]).toMatch(/^Sin predicción/);
  expect(tellCycle(transcript, findVocabulary("data-wise")!).next).toBe("6. Make an action plan");
  expect(tellCycle({ ...transcript, next: "new-focus" }, findVocabulary("data-wise")!).next).toBe(
    "3. Tell stories from a data overview",
  );
});
