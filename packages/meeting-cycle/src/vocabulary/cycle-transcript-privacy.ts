import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const cycleTranscriptPrivacy: PrivacyTable = {
  indirect: ["title", "entries.[].text", "outcome", "next"],
  none: ["entries.[].on", "entries.[].facet", "entries.[].slot", "points.[].measure", "points.[].on"],
};
