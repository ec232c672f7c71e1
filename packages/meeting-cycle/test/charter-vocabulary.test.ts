import { charterMeetings, charterVocabulary } from "@collegium/goals";
import { describe, expect, it } from "vitest";
import { cycleVocabulary } from "../src/index.js";

describe("the charter's meetings", () => {
  it("are a vocabulary the cycle can run, with every facet and both exits", () => {
    const read = cycleVocabulary.read(JSON.parse(JSON.stringify(charterVocabulary)));
    expect(read.ok ? read.value.steps.map(({ id }) => id) : read.issues).toEqual(
      charterMeetings.map(({ id }) => id),
    );
  });
});
