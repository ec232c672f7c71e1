// From top to bottom: a district's own field and form, on their way through a program that knows neither.
import { ResultsGoal } from "@collegium/goals";
import { canonicalJson, checkSchemas, exportSchemas, parseJson, unwrap } from "@collegium/schema";
import { BusRoute } from "./bus-route.js";
import { passThrough } from "./other-vendor.js";
import { ReadingLevel, ReadingLevelOne } from "./reading-level.js";
import { VisitForm } from "./visit-form.js";

// #region field
/** A goal with our field, written by last year's program and edited by another vendor's. */
export function fieldOnItsWay() {
  const goal = unwrap(ResultsGoal.create({ id: "g-1", ...ResultsGoal.options.examples[0] }));
  const withLevel = unwrap(ReadingLevelOne.set(goal, 4));
  const sent = canonicalJson(unwrap(BusRoute.set(withLevel, { line: "7", leaves: "15:40" })));

  const returned = unwrap(ResultsGoal.read(unwrap(parseJson(unwrap(passThrough(sent))))));
  const level = unwrap(ReadingLevel.get(returned));
  const stored = unwrap(ReadingLevel.set(returned, { scale: "band", level: 3 }));
  return { sent, returned, level, stored };
}
// #endregion

// #region form
/** A form of version 1 with a note that only another school knows; read as version 2. */
export function formOnItsWay() {
  const old = {
    kind: "riverside-visit-form",
    schemaVersion: 1,
    id: "v-1",
    visitor: "t-12",
    on: "2025-02-03",
    notes: [{ type: "org.hillside.example/sketch", points: [[0, 1]] }],
    room: "B 12",
  };
  const sent = canonicalJson(old);
  const returned = unwrap(passThrough(sent));
  return { sent, returned, form: unwrap(VisitForm.read(unwrap(parseJson(returned)))) };
}
// #endregion

// #region check
/** What would break whom: the committed files beside the code as it is now. */
export function compatibility(committed: Parameters<typeof checkSchemas>[1]) {
  return {
    report: checkSchemas([VisitForm], committed),
    files: exportSchemas([VisitForm], committed),
  };
}
// #endregion
