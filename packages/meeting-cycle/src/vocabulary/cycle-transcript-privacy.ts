import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const cycleTranscriptPrivacy: PrivacyTable = {
  indirect: ["title", "entries.[].text"],
  none: ["entries.[].on", "entries.[].facet", "points.[].measure", "points.[].on", "outcome", "next"],
};
