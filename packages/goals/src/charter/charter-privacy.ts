import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const charterPrivacy: PrivacyTable = {
  indirect: [
    "discrepancies.[].text",
    "discrepancies.[].owner",
    "discrepancies.[].nextStep",
    "decisionRights.[].reason",
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
    "discrepancies.[].by",
    "decisionRights.[].topic",
    "decisionRights.[].who",
    "comments.opens",
    "comments.closes",
    "consentedOn",
    "reviewOn",
  ],
};
