import type { GoalFields } from "../goal-set.js";
import { aimAt, progress } from "../progress/progress.js";
import type { GoalPoint } from "../results.js";

/** A goal in the shape of objectives and key results, for tools that speak it. */
export interface OkrObjective {
  readonly objective: string;
  readonly owner: string | null;
  readonly start: string;
  readonly end: string;
  readonly keyResults: readonly OkrKeyResult[];
}

/** One target as a key result. */
export interface OkrKeyResult {
  readonly title: string;
  readonly start: number | null;
  readonly target: number;
  readonly current: number | null;
  /** Share of the way from start to target, 0 to 1; null where it cannot be known. */
  readonly progress: number | null;
  /** Where the aim line is on the day of the latest result. */
  readonly expected: number | null;
  readonly due: string;
}

/** A results goal as objective and key results: one for each target, whole group and subgroups alike. */
export function okrView(goal: GoalFields, points: readonly GoalPoint[] = []): OkrObjective {
  const found = progress(goal, points).targets;
  return {
    objective: goal.statement,
    owner: goal.owner ?? null,
    start: goal.from,
    end: goal.until,
    keyResults: goal.indicators.flatMap(({ measures }) =>
      measures.flatMap((measure) =>
        measure.targets.map((target): OkrKeyResult => {
          const latest = found.find((one) => one.target === target.id && one.measure === measure.id)?.latest;
          const start = target.baseline?.value ?? null;
          const current = latest?.value ?? null;
          const whole = start === null ? 0 : target.value - start;
          const who =
            target.population.kind === "all" ? "" : `: ${target.population.name ?? target.population.group}`;
          return {
            title: `${measure.name}${who}`,
            start,
            target: target.value,
            current,
            progress:
              start === null || current === null || whole === 0
                ? null
                : Math.min(1, Math.max(0, (current - start) / whole)),
            expected: target.baseline && latest ? aimAt(target.baseline, target, latest.on) : null,
            due: target.by,
          };
        }),
      ),
    ),
  };
}
