import { describe, expect, it } from "vitest";
import { Timetable } from "../src/index.js";

const rules = Timetable.options.rules ?? [];

describe("a timetable", () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))("must keep the rule %s", (_, rule) => {
    const result = Timetable.read({
      kind: "timetable",
      schemaVersion: 1,
      id: "t",
      ...(rule.badExample as object),
    });
    expect(result.ok).toBe(false);
    const broken = rules.filter((one) => one.check(rule.badExample as never).length > 0);
    expect(broken.map(({ name }) => name)).toEqual([rule.name]);
  });

  it("says where each fault is and never repeats a value", () => {
    const [good] = Timetable.options.examples;
    const placements = [
      { lesson: "zoe", start: "sunday", duration: 1, chosen: [{ role: "r", resource: "zoe" }] },
    ];
    const result = Timetable.create({ id: "t", ...good, placements });
    expect(result.ok || result.issues.map(({ path }) => path.join("."))).toEqual([
      "placements.0.lesson",
      "placements.0.start",
      "placements.0.chosen.0.resource",
    ]);
    expect(JSON.stringify(result.ok || result.issues)).not.toMatch(/zoe|sunday/);
  });
});
