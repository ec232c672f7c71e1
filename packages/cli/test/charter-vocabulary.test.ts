import { charterMeetings, charterVocabulary } from "@collegium/goals";
import { cycleVocabulary } from "@collegium/meeting-cycle";
import { describe, expect, it } from "vitest";

describe("the charter's meetings", () => {
  it("are a vocabulary the cycle can run, with every facet and both exits", () => {
    const read = cycleVocabulary.read(JSON.parse(JSON.stringify(charterVocabulary)));
    expect(read.ok ? read.value.steps.map(({ id }) => id) : read.issues).toEqual(
      charterMeetings.map(({ id }) => id),
    );
  });
});
