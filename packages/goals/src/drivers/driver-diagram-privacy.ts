import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const driverDiagramPrivacy: PrivacyTable = {
  indirect: [
    "tests.[].owner",
    "tests.[].context",
    "tests.[].plan.change",
    "tests.[].plan.data",
    "tests.[].did.observations",
    "tests.[].study.outcomes.[]",
    "tests.[].study.learned",
  ],
  none: [
    "goal",
    "drivers.[].id",
    "drivers.[].text",
    "drivers.[].parent",
    "ideas.[].id",
    "ideas.[].text",
    "ideas.[].drivers.[]",
    "measures.[].id",
    "measures.[].name",
    "measures.[].kind",
    "measures.[].of",
    "measures.[].goalMeasure",
    "tests.[].id",
    "tests.[].idea",
    "tests.[].title",
    "tests.[].starts",
    "tests.[].ends",
    "tests.[].plan.questions.[].question",
    "tests.[].plan.questions.[].prediction",
    "tests.[].act",
    "tests.[].next",
  ],
};
