import { type LintFinding, lintGoals, ResultsGoal } from "@collegium/goals";
import type { Result } from "@collegium/schema";
import type { Frame } from "../frame.js";
import { SMALLEST, type Start } from "../state/one-page/page.js";
import { daysAfter, shortDay } from "./days.js";
import { amount } from "./goal-sheet.js";

/** What a team decides; the rest of the goal is known. */
export interface Decided {
  /** A share from 0 to 1, or a mean. */
  readonly target: number;
  /** `YYYY-MM-DD`. */
  readonly by: string;
  /** A day on the way. */
  readonly middle?: string;
  readonly owner?: string;
  readonly statement?: string;
}

/** What stands in the fields before anybody has decided: six weeks, and a step that somewhat more students must take. */
export function proposal(start: Start, today: string): Decided {
  const whole = start.standings[0];
  const value = whole?.value ?? 0;
  const by = daysAfter(today, 42);
  const middle = daysAfter(today, 21);
  if (start.unit === "mean") return { target: Math.round(105 * value) / 100, by, middle };
  // A quarter of those who are not there yet, in whole students and whole percent.
  const more = Math.max(1, Math.round(((whole?.n ?? 0) * (1 - value)) / 4));
  const target = whole && whole.n > 0 ? ((whole.count ?? 0) + more) / whole.n : 0.8;
  return { target: Math.min(1, Math.ceil(100 * target) / 100), by, middle };
}

/** The decided goal as a document, with its baseline for every group large enough. */
export function goalOf(
  frame: Frame,
  start: Start,
  decided: Decided,
  facts: { readonly id: string; readonly on: string; readonly owner?: string; readonly team?: string },
): Result<ResultsGoal> {
  const { say, locale } = frame;
  const words = {
    by: shortDay(decided.by, locale),
    target: amount(start.unit, decided.target),
    baseline: baselineWords(start),
    reach: start.reach,
    measure: start.measure,
  };
  const standard = start.standards?.[0];
  const owner = facts.owner ?? decided.owner;
  return ResultsGoal.create({
    id: facts.id,
    statement:
      decided.statement ||
      say(start.unit === "share" ? "sheet.statement.share" : "sheet.statement.mean", words),
    level: "team",
    aim: "results",
    from: facts.on,
    until: decided.by,
    ...(owner === undefined ? {} : { owner }),
    ...(facts.team === undefined ? {} : { team: facts.team }),
    indicators: [
      {
        id: "indicator-1",
        text: start.reach,
        ...(standard === undefined ? {} : { standards: [standard] }),
        measures: [
          {
            id: "measure-1",
            name: start.measure,
            unit: start.unit,
            direction: "increase",
            ...(start.cut === undefined ? {} : { cut: start.cut }),
            ...(start.items === undefined ? {} : { items: start.items }),
            given: [...new Set([facts.on, ...(decided.middle ? [decided.middle] : []), decided.by])].sort(),
            targets: start.standings
              .filter(({ name, n, band }) => name === undefined || (n >= SMALLEST && band !== null))
              .map(({ name, n, value, count }, index) => ({
                id: `target-${index + 1}`,
                population:
                  name === undefined
                    ? { kind: "all" as const }
                    : { kind: "subgroup" as const, group: name, name },
                baseline: { value, n, on: facts.on, ...(count === undefined ? {} : { count }) },
                value: decided.target,
                by: decided.by,
              })),
          },
        ],
      },
    ],
  });
}

/** Where all students stand, in a few signs: a range where the page is for everyone. */
export function baselineWords({ standings, unit }: Start): string {
  const [whole] = standings;
  if (!whole || whole.band === null) return "–";
  return whole.band ? `${whole.band.from}–${whole.band.to} %` : amount(unit, whole.value);
}

/** At most three things the linter asks of a goal; small groups of the page are known to it. */
export function questionsAbout(goal: ResultsGoal, frame: Frame, start?: Start): readonly LintFinding[] {
  const subgroups = (start?.standings ?? []).flatMap(({ name, n }) =>
    name === undefined ? [] : [{ group: name, name, n }],
  );
  const { findings } = lintGoals({ goals: [goal], subgroups, minimumGroup: SMALLEST }, frame.locale);
  // The words of a measure taken from a file say from which score on a student counts.
  return findings.filter(({ rule }) => start === undefined || rule !== "share-without-cut").slice(0, 3);
}
