import type { GoalSet } from "../goal-set.js";
import type { Path } from "../goal-walk.js";

/** How much a finding matters; none blocks saving. */
export type LintLevel = "must-fix" | "worth-a-talk" | "note";

/** A text in the languages the package speaks. */
export interface Words {
  readonly en: string;
  readonly es: string;
}

/** What the linter reads: the set without its envelope. */
export type LintSet = Pick<GoalSet, "goals" | "subgroups" | "history" | "minimumGroup">;

/** One place where a rule has something to ask, with facts for its words. */
export interface Spot {
  readonly path: Path;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** One named rule of the linter. */
export interface LintRule {
  readonly name: string;
  readonly level: LintLevel;
  /** Asked of the team; `{fact}` is filled in. */
  readonly question: Words;
  /** What would settle it. */
  readonly fix: Words;
  /** Places about which the rule asks. */
  readonly check: (set: LintSet) => readonly Spot[];
  /** A set about which this rule asks, made from one about which no rule asks. */
  readonly bad: (good: LintSet) => LintSet;
}

/** Percent without needless digits, or a plain number for a mean. */
export function shown(value: number, unit: string): string {
  if (unit === "share") return `${Math.round(value * 1000) / 10} %`;
  return String(Math.round(value * 100) / 100);
}
