import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  Charter,
  charterMeetings,
  decisionRight,
  nextCharterMeeting,
  openDiscrepancies,
  populationOf,
  reviewIsDue,
} from "../src/index.js";

const full = unwrap(Charter.create({ id: "c1", ...Charter.options.examples[0] }));
const empty = unwrap(
  Charter.create({
    id: "c0",
    values: [],
    commitments: [],
    expectations: { teachers: [], students: [], parents: [], principal: [] },
    discrepancies: [],
    decisionRights: [],
  }),
);

describe("a charter", () => {
  it("refuses each rule's bad example", () => {
    for (const rule of Charter.options.rules ?? []) {
      expect(
        Charter.read({ kind: "charter", schemaVersion: 1, id: "x", ...(rule.badExample as object) }).ok,
        rule.name,
      ).toBe(false);
    }
  });
  it("comes about meeting by meeting", () => {
    const { consentedOn: _, ...draft } = full;
    const next = (charter: typeof empty, on = "2025-09-20") => nextCharterMeeting(charter, on).id;
    expect(next(empty)).toBe("where-are-we");
    expect(next({ ...empty, mission: "m", vision: "v" })).toBe("discrepancies");
    expect(next({ ...draft, commitments: [] })).toBe("draft");
    expect(next(draft)).toBe("comments");
    expect(next(draft, "2025-09-27")).toBe("consent");
    expect(next(full)).toBe("review");
    expect(reviewIsDue(full, "2026-05-29")).toBe(true);
    expect(reviewIsDue(full, "2026-05-28")).toBe(false);
  });
  it("speaks two languages in every question", () => {
    for (const { questions, title } of charterMeetings) {
      for (const words of [title, ...questions]) expect(words.es).not.toBe(words.en);
      for (const words of questions) expect(words.es.startsWith("¿")).toBe(true);
    }
  });
  it("says who decides, what is open, and whose results count", () => {
    expect(decisionRight(full, " order of UNITS ")?.who).toBe("team-decides");
    expect(decisionRight(full, "lunch")).toBeUndefined();
    expect(openDiscrepancies(full, "2025-11-01")).toEqual([]);
    expect(openDiscrepancies(full, "2025-11-15")).toHaveLength(1);
    expect(populationOf(empty)).toBe("Every student");
  });
});
