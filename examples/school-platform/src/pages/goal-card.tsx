import type { GoalProgress, ResultsGoal, TargetProgress } from "@collegium/goals";
import type { Frame } from "../frame.js";
import type { MessageKey } from "../messages.js";
import { Table } from "../table.js";
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
      <Table
        label={say("goal.title")}
        stack
        columns={[
          { head: say("goal.group"), cell: ({ population }) => populationName(frame, population) },
          {
            head: say("goal.stands"),
            cell: ({ points }) =>
              points.map((point, index) => (
                <div>
                  {say(index === 0 ? "goal.baseline" : "goal.point", {
                    on: shortDay(point.on, frame.locale),
                  })}
                  : {counted(frame, point)}
                </div>
              )),
          },
          { head: say("goal.wanted"), cell: (target) => wantedText(frame, targetOf(goal, target)) },
          {
            head: say("goal.course"),
            cell: ({ status }) => (
              <span class={`tag ${tone(status)}`}>{say(`goal.status.${status}` as MessageKey)}</span>
            ),
          },
        ]}
        rows={progress.targets}
      />
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
  // Never broken between figure and sign.
  return `${Math.round(share * 100)}\u00a0%`;
}

function tone(status: TargetProgress["status"]): string {
  return status === "behind" ? "wait" : status === "not-enough-evidence" ? "" : "good";
}

function wantedText({ say, locale }: Frame, wanted: ReturnType<typeof targetOf>): string {
  return wanted ? say("goal.target", { by: shortDay(wanted.by, locale), value: percent(wanted.value) }) : "";
}

/** Everybody, or a subgroup, as people say it. */
function populationName(frame: Frame, population: TargetProgress["population"]): string {
  return population.kind === "all" ? frame.say("goal.all") : groupName(frame, population.group);
}

/** A subgroup as people say it. */
function groupName(frame: Frame, group: string): string {
  return frame.say(`group.${group}` as MessageKey);
}
