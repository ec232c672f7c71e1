import type { Baseline, Population, Target } from "../results-goal.js";
import type { LintSet } from "./rule.js";

const ell: Population = { kind: "subgroup", group: "ell", name: "English learners" };

const target = (id: string, population: Population, value: number, baseline: Baseline): Target => ({
  id,
  population,
  value,
  by: "2026-05-29",
  baseline,
});

/** A set of goals about which no rule has anything to ask; the good example of every rule. */
export const goodSet: LintSet = {
  goals: [
    {
      id: "school",
      statement: "By June 2027 85 % of our students, up from 52 %, solve ratio problems of their grade.",
      level: "school",
      aim: "results",
      from: "2025-08-18",
      until: "2027-06-11",
      owner: "principal",
      parent: "district-mathematics",
      indicators: [
        {
          id: "school-ratio",
          text: "Solves ratio problems of the grade",
          standards: ["7.RP.2"],
          measures: [
            {
              id: "district-test",
              name: "District mathematics test",
              unit: "share",
              direction: "increase",
              cut: 0.7,
              items: 20,
              given: ["2025-09-08", "2026-02-02", "2026-09-07", "2027-02-01", "2027-05-17"],
              targets: [
                {
                  ...target("s-all", { kind: "all" }, 0.85, {
                    value: 0.52,
                    count: 312,
                    n: 600,
                    on: "2025-09-08",
                  }),
                  by: "2027-05-17",
                },
                {
                  ...target("s-ell", ell, 0.85, { value: 0.4, count: 36, n: 90, on: "2025-09-08" }),
                  by: "2027-05-17",
                },
              ],
            },
            {
              id: "school-work",
              name: "Ratio work samples scored with the common rubric",
              unit: "share",
              direction: "increase",
              cut: 0.75,
              items: 4,
              given: ["2025-09-15", "2026-02-09", "2027-05-10"],
              targets: [
                {
                  ...target("s-work", { kind: "all" }, 0.8, {
                    value: 0.45,
                    count: 270,
                    n: 600,
                    on: "2025-09-15",
                  }),
                  by: "2027-05-10",
                },
                {
                  ...target("s-work-ell", ell, 0.8, { value: 0.3, count: 27, n: 90, on: "2025-09-15" }),
                  by: "2027-05-10",
                },
              ],
            },
          ],
        },
      ],
    },
    {
      id: "grade-7",
      statement:
        "By 29 May 2026 70 % of our grade 7 students, up from 46 %, solve ratio problems on the common quiz.",
      level: "team",
      aim: "results",
      from: "2025-10-06",
      until: "2026-05-29",
      owner: "teacher-1",
      team: "grade-7",
      parent: "school",
      indicators: [
        {
          id: "ratio",
          text: "Solves problems with unit rates and proportions",
          standards: ["7.RP.1", "7.RP.2"],
          measures: [
            {
              id: "quiz",
              name: "Common ratio quiz",
              unit: "share",
              direction: "increase",
              cut: 0.7,
              items: 12,
              given: ["2025-10-06", "2026-01-19", "2026-03-16", "2026-05-29"],
              targets: [
                target("q-all", { kind: "all" }, 0.7, { value: 0.46, count: 55, n: 120, on: "2025-10-06" }),
                target("q-ell", ell, 0.7, { value: 0.4, count: 12, n: 30, on: "2025-10-06" }),
              ],
            },
            {
              id: "work",
              name: "Work samples scored with the ratio rubric",
              unit: "mean",
              direction: "increase",
              items: 4,
              given: ["2025-10-13", "2026-01-26", "2026-05-25"],
              targets: [
                target("w-all", { kind: "all" }, 3.1, { value: 2.4, n: 118, on: "2025-10-13" }),
                target("w-ell", ell, 3.1, { value: 2.2, n: 30, on: "2025-10-13" }),
              ],
            },
          ],
        },
      ],
    },
  ],
  subgroups: [{ group: "ell", name: "English learners", n: 30 }],
  history: [
    { measure: "quiz", population: { kind: "all" }, on: "2023-10-02", value: 0.42, count: 50, n: 119 },
    { measure: "quiz", population: { kind: "all" }, on: "2024-05-27", value: 0.66, count: 79, n: 119 },
    { measure: "quiz", population: { kind: "all" }, on: "2024-10-07", value: 0.45, count: 55, n: 122 },
    { measure: "quiz", population: { kind: "all" }, on: "2025-05-26", value: 0.67, count: 82, n: 122 },
  ],
};
