import type { DocumentRule, Issue } from "@collegium/schema";
import { exampleVocabulary } from "./example.js";
import { facets } from "./facets.js";
import type { VocabularyFields } from "./shape.js";

const issue = (code: string, path: Issue["path"], message: string, hint: string): Issue => ({
  code,
  path,
  message,
  hint,
});

/** What a vocabulary pack must fulfil beyond its fields' shapes. */
export const vocabularyRules: readonly DocumentRule<VocabularyFields>[] = [
  {
    name: "every-facet",
    sentence: "Every facet of the cycle has a step.",
    check: ({ steps }) =>
      facets
        .filter((facet) => !steps.some((step) => step.facets.includes(facet)))
        .map((facet) =>
          issue(
            "facet-without-step",
            ["steps"],
            `No step is for ${facet}.`,
            "Give one of the steps this facet.",
          ),
        ),
    badExample: { ...exampleVocabulary, steps: exampleVocabulary.steps.slice(0, 1) },
  },
  {
    name: "known-exits",
    sentence: "An exit leads to a step that is there.",
    check: ({ steps, exits = [] }) =>
      exits.flatMap((exit, i) =>
        steps.some((step) => step.id === exit.to)
          ? []
          : [issue("unknown-step", ["exits", i, "to"], "There is no such step.", "Name one of the steps.")],
      ),
    badExample: { ...exampleVocabulary, exits: [{ next: "new-focus", to: "nowhere" }] },
  },
  {
    name: "unique-steps",
    sentence: "Steps have ids of their own.",
    check: ({ steps }) =>
      steps.flatMap((step, i) =>
        steps.findIndex((other) => other.id === step.id) < i
          ? [
              issue(
                "repeated-name",
                ["steps", i, "id"],
                "Another step has this id.",
                "Give it an id of its own.",
              ),
            ]
          : [],
      ),
    badExample: { ...exampleVocabulary, steps: [...exampleVocabulary.steps, exampleVocabulary.steps[0]] },
  },
];
