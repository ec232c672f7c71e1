import type { GoalProgress, ResultsGoal, TargetProgress } from "@collegium/goals";
import type { Frame } from "../frame.js";
import type { MessageKey } from "../messages.js";
import { shortDay } from "./days.js";

/** A goal with baseline, points and target of every population, and in words how it stands. */
export function GoalCard({
  frame,
  goal,
  progress,
}: {
  frame: Frame;
  goal: ResultsGoal;
  progress: GoalProgress;
}) {
  const { say } = frame;
  return (
    <>
      <p>
        <strong>{goal.statement}</strong>
      </p>
      {progress.targets.map((target) => {
        const wanted = targetOf(goal, target);
        return (
          <div>
            <p>
              {target.population.kind === "all" ? say("goal.all") : groupName(frame, target.population.group)}
              :{" "}
              <span class={`tag ${tone(target.status)}`}>
                {say(`goal.status.${target.status}` as MessageKey)}
              </span>
            </p>
            <ul>
              {target.points.map((point, index) => (
                <li>
                  {say(index === 0 ? "goal.baseline" : "goal.point", {
                    on: shortDay(point.on, frame.locale),
                  })}
                  : {counted(frame, point)}
                </li>
              ))}
              {wanted ? (
                <li>
                  {say("goal.target", {
                    by: shortDay(wanted.by, frame.locale),
                    value: percent(wanted.value),
                  })}
                </li>
              ) : null}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function counted(frame: Frame, point: { value: number; n: number; count?: number | undefined }): string {
  return point.count === undefined
    ? frame.say("goal.mean", { value: percent(point.value), n: point.n })
    : frame.say("goal.count", { count: point.count, n: point.n, value: percent(point.value) });
}

function targetOf(goal: ResultsGoal, target: TargetProgress) {
  const measures = goal.indicators.flatMap((indicator) => indicator.measures);
  return measures.flatMap((measure) => measure.targets).find(({ id }) => id === target.target);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function tone(status: TargetProgress["status"]): string {
  return status === "behind" ? "wait" : status === "not-enough-evidence" ? "" : "good";
}

/** A subgroup as people say it. */
function groupName(frame: Frame, group: string): string {
  return frame.say(`group.${group}` as MessageKey);
}
