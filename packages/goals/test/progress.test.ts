import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import {
  forecast,
  gapTrends,
  gapWords,
  goalProgress,
  goodSet,
  progress,
  progressWords,
} from "../src/index.js";

const goal = goodSet.goals[1]!;
const all = { kind: "all" } as const;
const ell = { kind: "subgroup", group: "ell" } as const;
const share = (on: string, count: number, n: number, population: typeof all | typeof ell = all) => ({
  measure: "quiz",
  population,
  on,
  value: count / n,
  count,
  n,
});
const quiz = (...points: ReturnType<typeof share>[]) => progress(goal, points).targets[0]!;

describe("status with certainty", () => {
  it("says behind or ahead only where that is fairly sure", () => {
    // The aim line is at 0.567 on that day.
    const status = (count: number) => quiz(share("2026-01-19", count, 120)).status;
    expect([50, 60, 68, 76, 80].map(status)).toEqual(["behind", "behind", "on-course", "ahead", "ahead"]);
  });
  it("admits that a group of eight cannot tell", () => {
    expect(quiz(share("2026-01-19", 5, 8)).status).toBe("not-enough-evidence");
  });
  it("calls a target reached by the count, not by chance", () => {
    expect(quiz(share("2026-03-16", 84, 120)).status).toBe("reached");
    expect(quiz(share("2026-03-16", 84, 120)).needed).toEqual({ change: 0, students: 0, perWeek: 0 });
  });
  it("turns round for a measure that should fall", () => {
    const down = {
      ...goal,
      indicators: goal.indicators.map((i) => ({
        ...i,
        measures: i.measures.map((m) => ({
          ...m,
          direction: "decrease" as const,
          targets: m.targets.map((t) => ({ ...t, value: 0.2 })),
        })),
      })),
    };
    expect(progress(down, [share("2026-01-19", 20, 120)]).targets[0]!.status).toBe("reached");
    expect(progress(down, [share("2026-01-19", 60, 120)]).targets[0]!.status).toBe("behind");
  });
});

describe("what would have to be true", () => {
  it("counts the students still to come", () => {
    const target = quiz(share("2026-01-19", 66, 120));
    expect(target.needed).toMatchObject({ students: 18 });
    expect(target.needed!.perWeek! * 120).toBeCloseTo(18 / (130 / 7), 9);
    expect(progressWords(target)[2]).toContain(
      "18 more students would have to get there, 1 a week; so far it was 0.7",
    );
  });
  it("speaks Spanish", () => {
    const words = progressWords(quiz(share("2026-01-19", 66, 120)), "es");
    expect(words[1]).toBe("Último resultado: 66 de 120 estudiantes el 2026-01-19.");
  });
});

describe("forecast", () => {
  const point = (on: string, value: number, standardError = 0.04) => ({ on, value, standardError });
  it("extends the line and holds its doubt", () => {
    const made = forecast(
      [point("2026-01-05", 0.4), point("2026-02-02", 0.5)],
      { value: 0.7, by: "2026-03-30" },
      "increase",
      [0, 1],
    )!;
    expect(made.value).toBeCloseTo(0.7, 9);
    expect(made.perWeek).toBeCloseTo(0.025, 9);
    expect(made.chance).toBeCloseTo(0.5, 9);
    // Two points 4 weeks apart, forecast 8 weeks on: √(1/w + …) by hand.
    const error = Math.sqrt(0.0016 / 2 + (100 / 8) * 0.0016 + 0.0016);
    expect(made.high - made.value).toBeCloseTo(1.2815515655446008 * error, 5);
  });
  it("widens where points scatter more than their errors say", () => {
    const target = { value: 0.7, by: "2026-04-27" };
    const smooth = forecast(
      [0.4, 0.45, 0.5, 0.55].map((v, i) => point(`2026-0${i + 1}-05`, v)),
      target,
      "increase",
    )!;
    const rough = forecast(
      [0.4, 0.62, 0.33, 0.55].map((v, i) => point(`2026-0${i + 1}-05`, v)),
      target,
      "increase",
    )!;
    expect(rough.high - rough.low).toBeGreaterThan(2 * (smooth.high - smooth.low));
  });
  it("is silent with one day or no error", () => {
    expect(forecast([point("2026-01-05", 0.4)], { value: 0.7, by: "2026-03-30" }, "increase")).toBeNull();
    expect(
      forecast(
        [point("2026-01-05", 0.4, 0), point("2026-02-05", 0.4)],
        { value: 0.7, by: "2026-03-30" },
        "increase",
      ),
    ).toBeNull();
  });
});

describe("words", () => {
  it("do not call on course what would not arrive", () => {
    const slow = quiz(share("2026-01-19", 62, 120), share("2026-03-16", 70, 120));
    expect(slow.status).toBe("on-course");
    expect(slow.forecast!.chance).toBeLessThan(0.3);
    expect(progressWords(slow)[0]).toBe(
      "The results still fit the aim line, but the pace so far would not get there.",
    );
    expect(progressWords(slow, "es")[0]).toMatch(/^Los resultados aún encajan/);
  });
});

describe("gap trends", () => {
  const verdict = (whole: number, sub: number) =>
    gapTrends(goal, [share("2026-03-16", whole, 120), share("2026-03-16", sub, 30, ell)])[0]!.verdict;
  it("tells a gap that closes from one closed by lowering", () => {
    expect(verdict(78, 19)).toBe("closing");
    expect(verdict(46, 11)).toBe("closing-by-lowering");
    expect(verdict(90, 12)).toBe("growing");
    expect(verdict(61, 13)).toBe("unchanged");
    // Everyone fell by 6 points, the subgroup gained 3: the gap closed from above.
    expect(verdict(48, 13)).toBe("closing-by-lowering");
  });
  it("says where both groups went, and whether chance could explain it", () => {
    const trend = (whole: number, sub: number) =>
      gapTrends(goal, [share("2026-03-16", whole, 120), share("2026-03-16", sub, 30, ell)])[0]!;
    const measure = goal.indicators[0]!.measures[0]!;
    expect(gapWords(trend(46, 11), measure)).toEqual([
      "English learners on “Common ratio quiz”: from 40 % to 37 %; everyone: from 46 % to 38 % (2025-10-06 to 2026-03-16).",
      "The gap was 0.12 standard deviations and is 0.03.",
      "The gap shrinks because everyone fell, not because English learners gained. Who should gain instead?",
      "So far chance alone could explain that.",
    ]);
    expect(trend(110, 2).beyondChance).toBe(true);
    expect(gapWords(trend(110, 2), measure, "es")[2]).toBe("La brecha está creciendo.");
    expect(gapWords(gapTrends(goal, [])[0]!, measure)).toEqual([]);
  });
});

describe("goalProgress, for files", () => {
  const set = { kind: "goal-set", schemaVersion: 1, id: "s", ...goodSet };
  it("reads results by group and names rows of unknown measures", () => {
    const csv =
      "measure,on,group,value,n,count\nquiz,2026-01-19,,0.55,120,66\nquiz,2026-01-19,ell,0.5,30,15\npoem,2026-01-19,,1,1,1\n";
    const report = goalProgress(set, csv);
    expect(report.ok && report.warnings.map(({ code }) => code)).toEqual(["unknown-measure"]);
    const targets = unwrap(report)[1]!.targets;
    expect(targets.map(({ latest }) => latest?.count)).toEqual([66, 15, undefined, undefined]);
    expect(unwrap(report)[1]!.gaps[0]!.points).toHaveLength(2);
  });
  it("reads results by student, with subgroups, cut and means in points", () => {
    const withMax = {
      ...set,
      goals: [
        {
          ...goal,
          indicators: goal.indicators.map((i) => ({
            ...i,
            measures: i.measures.map((m) => ({ ...m, ...(m.id === "work" ? { max: 4 } : {}) })),
          })),
        },
      ],
    };
    const csv = [
      "measure,student,on,points,max,groups",
      "quiz,s1,2026-01-19,9,12,ell;iep",
      "quiz,s2,2026-01-19,8,12,",
      "quiz,s3,2026-01-19,,12,ell",
      "work,s1,2026-01-26,3,4,ell",
      "work,s2,2026-01-26,4,4,",
    ].join("\n");
    const report = goalProgress(withMax, csv);
    const targets = unwrap(report)[0]!.targets;
    expect(targets.map(({ latest }) => [latest?.value, latest?.n])).toEqual([
      [0.5, 2],
      [1, 1],
      [3.5, 2],
      [3, 1],
    ]);
    expect(report.ok && report.warnings.map(({ code }) => code)).toEqual([
      "missing-results",
      "missing-results",
    ]);
  });
  it("refuses bad files with record and column", () => {
    const codes = (csv: string) => {
      const report = goalProgress(set, csv);
      return report.ok ? [] : report.issues.map(({ code, path }) => [code, ...path]);
    };
    expect(codes("a,b\n1,2\n")).toEqual([["unknown-shape", 0]]);
    expect(codes("measure,on,value,n\nquiz,19.1.2026,0.5,3\nquiz,2026-01-19,,3\n")).toEqual([
      ["bad-day", 1, "on"],
      ["missing-cell", 2, "value"],
    ]);
    expect(codes("measure,on,value,n\nquiz,2026-01-19,half,3\n")).toEqual([["not-a-number", 1, "value"]]);
    expect(codes("measure,student,on,points,max\nquiz,s1,2026-01-19,15,12\n")[0]![0]).toBe("bad-points");
    const rows = ["2026-02-30,0.5,20,10", "2026-02-20,55,20,", "2026-02-21,0.5,-3,", "2026-02-22,0.5,20,21"];
    expect(rows.map((row) => codes(`measure,on,value,n,count\nquiz,${row}\n`)[0]!.join(" "))).toEqual([
      "bad-day 1 on",
      "bad-value 1 value",
      "bad-count 1 n",
      "bad-count 1 count",
    ]);
    const day = "quiz,2026-02-20,0.5,20,10\n";
    expect(codes(`measure,on,value,n,count\n${day}${day}`)).toEqual([["duplicate-row", 2, "on"]]);
    const student = "quiz,s1,2026-01-19,5,12\n";
    expect(codes(`measure,student,on,points,max\n${student}${student}`)).toEqual([
      ["duplicate-row", 2, "student"],
    ]);
  });
});
