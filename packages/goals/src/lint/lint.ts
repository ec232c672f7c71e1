import type { Path } from "../goal-walk.js";
import { baselineRules } from "./baseline-rules.js";
import { measureRules } from "./measure-rules.js";
import { outcomeRules } from "./outcome-rules.js";
import type { LintLevel, LintRule, LintSet } from "./rule.js";
import { subgroupRules } from "./subgroup-rules.js";
import { targetRules } from "./target-rules.js";

/** Languages of the linter's words. */
export type LintLocale = "en" | "es";

/** One thing the linter asks. */
export interface LintFinding {
  readonly rule: string;
  readonly level: LintLevel;
  readonly path: Path;
  /** A question to the team. */
  readonly sentence: string;
  /** What would settle it. */
  readonly fix: string;
}

/** What a linter says of a set of goals; nothing in it blocks saving. */
export interface LintReport {
  /** Must-fix first, then worth-a-talk, then notes; within a level in the order of the rules. */
  readonly findings: readonly LintFinding[];
  /** Three to be shown at once, the most pressing first, and no question twice while there is another. */
  readonly shown: readonly LintFinding[];
}

const LEVELS: readonly LintLevel[] = ["must-fix", "worth-a-talk", "note"];

/** Every rule of the linter, by level. */
export const lintRules: readonly LintRule[] = [
  ...outcomeRules,
  ...baselineRules,
  ...measureRules,
  ...targetRules,
  ...subgroupRules,
].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

/**
 * Asks about a set of goals what a good colleague would ask: is there a learner in it, a baseline, a target for every
 * group, a way to see progress. Finds the same for the same set; changes nothing.
 */
export function lintGoals(set: LintSet, locale: LintLocale = "en"): LintReport {
  const findings = lintRules.flatMap((rule) =>
    rule.check(set).map(({ path, facts = {} }) => ({
      rule: rule.name,
      level: rule.level,
      path,
      sentence: filled(rule.question[locale], facts),
      fix: filled(rule.fix[locale], facts),
    })),
  );
  return { findings, shown: atOnce(findings) };
}

/** How many questions a team can talk about. */
const AT_ONCE = 3;

function atOnce(findings: readonly LintFinding[]): LintFinding[] {
  const first = findings.filter(({ rule }, i) => findings.findIndex((other) => other.rule === rule) === i);
  const rest = findings.filter((finding) => !first.includes(finding));
  const chosen = new Set([...first, ...rest].slice(0, AT_ONCE));
  return findings.filter((finding) => chosen.has(finding));
}

function filled(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
