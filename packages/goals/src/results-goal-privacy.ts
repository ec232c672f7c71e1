import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const resultsGoalPrivacy: PrivacyTable = {
  indirect: ["statement", "owner", "team"],
  none: [
    "level",
    "aim",
    "from",
    "until",
    "parent",
    "alongside.[]",
    "indicators.[].id",
    "indicators.[].text",
    "indicators.[].standards.[]",
    "indicators.[].measures.[].id",
    "indicators.[].measures.[].name",
    "indicators.[].measures.[].unit",
    "indicators.[].measures.[].direction",
    "indicators.[].measures.[].given.[]",
    "indicators.[].measures.[].targets.[].id",
    "indicators.[].measures.[].targets.[].population.group",
    "indicators.[].measures.[].targets.[].population.name",
    "indicators.[].measures.[].targets.[].baseline.on",
    "indicators.[].measures.[].targets.[].baseline.source",
    "indicators.[].measures.[].targets.[].by",
  ],
};
