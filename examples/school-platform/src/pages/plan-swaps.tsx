import type { Plan, Swap } from "@collegium/planning-time";
import type { WeekGrid } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import type { PlanJob } from "../state/planner.js";
import { dayNames, lessonName, periodName } from "./names.js";

/** A pin as a form sends it; without line breaks, which forms change. */
export function pinText({ lesson, at }: { lesson: string; at?: string }): string {
  return JSON.stringify([lesson, at]);
}

/** The moves in swaps that can be carried out one after the other, each with what it buys. */
export function SwapTable(props: {
  frame: Frame;
  job: PlanJob;
  plan: Plan;
  timetable: WeekGrid["timetable"];
  swaps: readonly Swap[];
  name: (team: string) => string;
}) {
  const { frame, job, plan, timetable, swaps, name } = props;
  const { say } = frame;
  const days = dayNames(timetable, frame.locale);
  const at = (period: string) => periodName(timetable, period, days);
  const rooms = new Map(timetable.resources.map(({ id, name }) => [id, name]));
  const roomName = (id: string) => rooms.get(id) ?? id;
  return (
    <Scroll label={say("plan.moves.caption")}>
      <table>
        <caption>{say("plan.moves.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("plan.swap")}</th>
            <th scope="col">{say("plan.step")}</th>
            <th scope="col">{say("plan.move.lesson")}</th>
            <th scope="col">{say("plan.move.from")}</th>
            <th scope="col">{say("plan.move.to")}</th>
            <th scope="col">
              <span class="visually-hidden">{say("plan.move.done")}</span>✓
            </th>
            <th scope="col" class="no-print">
              {say("plan.keep.here")}
            </th>
          </tr>
        </thead>
        {swaps.map((swap, number) => (
          <tbody>
            {swap.steps.map((step, stepNumber) =>
              step.map((index, place) => {
                const move = plan.moves[index] as Plan["moves"][number];
                const lesson = lessonName(timetable, move.lesson);
                const kept = job.order.pins?.some(
                  (pin) => pin.lesson === move.lesson && pin.at === move.from,
                );
                return (
                  <tr>
                    {stepNumber === 0 && place === 0 ? (
                      <th scope="rowgroup" rowspan={swap.moves.length}>
                        {number + 1}
                        {swap.blocks.map((block) => (
                          <div class="soft">{boughtBlock(frame, block, name, at)}</div>
                        ))}
                      </th>
                    ) : null}
                    {place === 0 ? <td rowspan={step.length}>{stepNumber + 1}</td> : null}
                    <td>
                      {lesson}
                      {move.duration > 1 ? ` · ${say("plan.move.periods", { n: move.duration })}` : ""}
                    </td>
                    <td>{at(move.from)}</td>
                    <td>
                      {move.to === move.from ? say("plan.move.stays") : at(move.to)}
                      {(move.rooms ?? []).map((room) => (
                        <div class="soft">
                          {say("plan.move.room", { from: roomName(room.from), to: roomName(room.to) })}
                        </div>
                      ))}
                    </td>
                    <td>☐</td>
                    <td class="no-print">
                      <input
                        type="checkbox"
                        name="keep"
                        value={pinText({ lesson: move.lesson, at: move.from })}
                        checked={kept}
                        aria-label={say("plan.keep.lesson", { lesson, period: at(move.from) })}
                      />
                    </td>
                  </tr>
                );
              }),
            )}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

/** A block that a swap buys, and the other swaps it needs. */
function boughtBlock(
  { say }: Frame,
  { team, period, with: others }: Swap["blocks"][number],
  name: (team: string) => string,
  at: (period: string) => string,
): string {
  const values = { team: name(team), period: at(period) };
  if (others.length === 0) return say("plan.swap.buys", values);
  return say("plan.swap.buysWith", {
    ...values,
    n: others.length,
    list: others.map((n) => n + 1).join(", "),
  });
}
