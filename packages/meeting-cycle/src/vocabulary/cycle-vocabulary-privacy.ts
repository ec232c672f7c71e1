import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const cycleVocabularyPrivacy: PrivacyTable = {
  none: [
    "title.en",
    "title.{}",
    "origin.en",
    "origin.{}",
    "steps.[].id",
    "steps.[].title.en",
    "steps.[].title.{}",
    "steps.[].phase",
    "steps.[].facets.[]",
    "steps.[].slots.[]",
    "exits.[].next",
    "exits.[].to",
    "required.[].slot",
    "required.[].because.en",
    "required.[].because.{}",
  ],
};
