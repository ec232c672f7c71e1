import { percentBand } from "@collegium/evidence";
import type { GoalPoint, LintFinding, ResultsGoal } from "@collegium/goals";
import type { Audience } from "@collegium/schema";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import { SMALLEST, type Standing, type Start } from "../state/one-page/page.js";
import { shortDay } from "./days.js";

type Goal = Pick<ResultsGoal, "statement" | "from" | "until" | "indicators">;
type Unit = Start["unit"];

/** One page for the wall and the binder: the goal, where each group stands and goes, what to talk about, and next steps. */
export function GoalSheet(props: {
  frame: Frame;
  goal: Goal;
  owner?: string;
  audience: Extract<Audience, "team" | "public">;
  questions: readonly LintFinding[];
  points?: readonly GoalPoint[];
  /** What of the groups may be published, where the sheet is made from a page. */
  standings?: readonly Standing[];
  /** Name of a subgroup as people say it. */
  groupName?: (group: string) => string;
}) {
  const { frame, goal, owner, audience, questions, points = [], standings = [], groupName } = props;
  const { say, locale } = frame;
  return (
    <article class="one-page goal-sheet">
      <h1>{goal.statement}</h1>
      <p class="soft">
        {say("sheet.dates", { from: shortDay(goal.from, locale), until: shortDay(goal.until, locale) })}.{" "}
        {say("sheet.ownedBy", { owner: owner || "______________________" })}
      </p>
      {goal.indicators.flatMap((indicator) =>
        indicator.measures.map((measure) => {
          const given = (measure.given ?? []).filter((day) => day > goal.from);
          const unit: Unit = measure.unit === "share" ? "share" : "mean";
          return (
            <>
              <h2>{say("sheet.measure", { measure: measure.name })}</h2>
              <Scroll label={say("sheet.groups")}>
                <table>
                  <caption>{say("sheet.groups")}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{say("sheet.group")}</th>
                      <th scope="col">{say("sheet.baseline")}</th>
                      {points.length > 0 ? <th scope="col">{say("sheet.latest")}</th> : null}
                      <th scope="col">{say("sheet.target")}</th>
                      <th scope="col">{say("sheet.until")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {measure.targets.map(({ population, baseline, value, by }) => {
                      const name =
                        population.kind === "all"
                          ? say("goal.all")
                          : (groupName?.(population.group) ?? population.name ?? population.group);
                      const latest = points
                        .filter((point) => point.measure === measure.id && same(point.population, population))
                        .at(-1);
                      const whole = population.kind === "all" ? {} : { name };
                      const { band } = standings.find((one) => one.name === whole.name) ?? {};
                      const shown = band === undefined ? {} : { band };
                      return (
                        <tr>
                          <th scope="row">{name}</th>
                          <td>
                            {baseline
                              ? standingWords(frame, { unit }, { ...whole, ...baseline, ...shown }, audience)
                              : "________"}
                          </td>
                          {points.length > 0 ? (
                            <td>
                              {latest
                                ? standingWords(frame, { unit }, { ...whole, ...latest }, audience)
                                : ""}
                            </td>
                          ) : null}
                          <td>
                            <strong>{amount(unit, value)}</strong>
                          </td>
                          <td>{shortDay(by, locale)}</td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </Scroll>
              {given.length > 0 ? (
                <p>{say("sheet.again", { days: given.map((day) => shortDay(day, locale)).join(", ") })}</p>
              ) : null}
            </>
          );
        }),
      )}
      <h2>{say("sheet.talk")}</h2>
      {questions.length === 0 ? <p>{say("sheet.fine")}</p> : null}
      <ul>
        {questions.map((finding) => (
          <li>
            {finding.sentence} <span class="soft">{finding.fix}</span>
          </li>
        ))}
      </ul>
      <Scroll label={say("sheet.steps")}>
        <table class="to-fill">
          <caption>{say("sheet.steps")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("sheet.step.what")}</th>
              <th scope="col">{say("sheet.step.who")}</th>
              <th scope="col">{say("sheet.step.when")}</th>
            </tr>
          </thead>
          <tbody>
            {[1, 2, 3, 4].map(() => (
              <tr>
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </article>
  );
}

function same(a: GoalPoint["population"], b: GoalPoint["population"]): boolean {
  return a.kind === "all" || b.kind === "all" ? a.kind === b.kind : a.group === b.group;
}

/** Where a group stands, as its reader may know it: counts first, a range for everyone, nothing of a small group. */
export function standingWords(
  { say }: Frame,
  { unit }: Pick<Start, "unit">,
  { name, n, value, count, band }: Standing,
  audience: Extract<Audience, "team" | "public">,
): string {
  if (band === null) return say("sheet.withheld");
  if (n < SMALLEST && (audience === "public" || name !== undefined)) {
    return audience === "public" ? say("sheet.withheld") : say("sheet.small");
  }
  if (count === undefined) return say("sheet.mean", { value: amount(unit, value), n });
  if (audience === "team") return say("sheet.count", { count, n, value: amount(unit, value) });
  const range = band ?? percentBand(count, n);
  return range ? say("sheet.band", { from: range.from, to: range.to, n }) : say("sheet.withheld");
}

/** A share as a whole percent, a mean with two decimals at most. */
export function amount(unit: Unit, value: number): string {
  return unit === "share" ? `${Math.round(100 * value)} %` : String(Math.round(100 * value) / 100);
}
