import type { PrivacyTable } from "@collegium/schema";

/** How private each text of this document is; a new text needs a line here. */
export const timetablePrivacy: PrivacyTable = {
  direct: ["resources.[].name"],
  indirect: [
    "resources.[].id",
    "resources.[].department",
    "resources.[].grade",
    "resources.[].pools.[]",
    "lessons.[].name",
    "lessons.[].resources.[]",
    "placements.[].chosen.[].resource",
  ],
  none: [
    "school",
    "label",
    "days.[].id",
    "days.[].name",
    "periods.[].id",
    "periods.[].name",
    "periods.[].day",
    "resources.[].kind",
    "lessons.[].id",
    "lessons.[].kind",
    "lessons.[].course",
    "lessons.[].needs.[].role",
    "lessons.[].needs.[].kind",
    "lessons.[].needs.[].pool",
    "placements.[].lesson",
    "placements.[].start",
    "placements.[].chosen.[].role",
    "rules.[].kind",
    "rules.[].source",
  ],
};
