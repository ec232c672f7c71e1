import { describe, expect, it } from "vitest";
import { hasLater, isDecided, isProven } from "../src/decided.js";
import { levelsOf, type Objective, type Terms } from "../src/objective.js";

const teams = [{ blocks: 2 }, { blocks: 4 }];
const terms = (own: Partial<Terms>): Terms => ({
  missing: 0,
  fairness: 0,
  moved: 0,
  touched: 0,
  cover: 0,
  unpopular: 0,
  ...own,
});
const decided = (objective: Objective, found: Partial<Terms>, claim: Parameters<typeof isDecided>[3]) =>
  isDecided(levelsOf(objective), teams, terms(found), claim);
const all = { missing: 0, moved: 10, given: 0 };

describe("what a proof of missing blocks and moved periods decides", () => {
  it("decides the usual order up to moved periods, whoever is touched", () => {
    expect(decided("lexicographic", { moved: 10, touched: 7 }, all)).toBe(true);
    expect(decided("lexicographic", { moved: 11, touched: 7 }, all)).toBe(false);
    expect(decided({ order: ["missing", "touched"] }, { moved: 10, touched: 7 }, all)).toBe(false);
  });

  it("does not decide where giving up a block could be worth the moves it saves", () => {
    expect(isProven(terms({ moved: 10 }), all)).toBe(true);
    expect(decided({ weighted: 10 }, { moved: 10 }, all)).toBe(true);
    expect(decided({ weighted: 9 }, { moved: 10 }, all)).toBe(false);
    expect(decided({ order: ["moved"] }, { moved: 10 }, all)).toBe(false);
  });

  it("asks that missing blocks are shared out as evenly as can be, where fairness comes before moves", () => {
    const claim = { missing: 2, moved: 0, given: 2 };
    // One of two and one of four at least: 50 % for the team that is worst off; both of four are as good.
    expect(decided("lexicographic", { missing: 2, fairness: 50 }, claim)).toBe(true);
    expect(decided("lexicographic", { missing: 2, fairness: 100 }, claim)).toBe(false);
    expect(decided({ order: ["missing", "moved"] }, { missing: 2, fairness: 100 }, claim)).toBe(true);
  });

  it("leaves what the objective counts after moved periods", () => {
    const later = (objective: Objective, found: Partial<Terms>) =>
      hasLater(levelsOf(objective), terms(found));
    expect(later("lexicographic", { missing: 1, fairness: 50, moved: 3 })).toBe(false);
    expect(later("lexicographic", { touched: 1 })).toBe(true);
    expect(later({ order: ["missing", "moved"] }, { missing: 1, fairness: 50 })).toBe(true);
  });
});
