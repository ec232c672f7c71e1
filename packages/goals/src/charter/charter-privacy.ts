import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const charterPrivacy: PrivacyTable = {
  indirect: [
    "discrepancies.[].text",
    "discrepancies.[].owner",
    "discrepancies.[].nextStep",
    "decisionRights.[].who",
    "decisionRights.[].reason",
    "comments.from.[]",
  ],
  none: [
    "population",
    "mission",
    "vision",
    "values.[]",
    "commitments.[]",
    "expectations.teachers.[]",
    "expectations.students.[]",
    "expectations.parents.[]",
    "expectations.principal.[]",
    "discrepancies.[].area",
    "discrepancies.[].by",
    "decisionRights.[].topic",
    "comments.opens",
    "comments.closes",
    "consentedOn",
    "reviewOn",
  ],
};
