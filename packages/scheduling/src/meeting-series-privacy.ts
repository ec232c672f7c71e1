import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const meetingSeriesPrivacy: PrivacyTable = {
  indirect: ["name", "team", "members.[]", "room", "rotas.[].order.[]", "rotas.[].skips.[].person"],
  none: [
    "school",
    "first",
    "last",
    "when.cycleDays.[]",
    "when.weekdays.[]",
    "when.exception",
    "when.rule",
    "at.period",
    "at.start",
    "at.end",
    "changes.[].date",
    "changes.[].moveTo",
    "changes.[].at.period",
    "changes.[].at.start",
    "changes.[].at.end",
    "rotas.[].role",
    "rotas.[].skips.[].date",
    "rotas.[].swaps.[].dates.[]",
  ],
};
