import { type Cover, type Plan, type Swap, swapsBefore } from "@collegium/planning-time";
import type { Timetable } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import { dayNames, lessonName, periodName } from "./names.js";

/** Most periods a week that a form takes. */
const MOST = 40;

/** Who may take lessons while a team meets: periods a week for each teacher, and the caps. */
export function CoverFields({ frame, timetable }: { frame: Frame; timetable: Timetable }) {
  const { say } = frame;
  const teachers = timetable.resources.filter(({ kind }) => kind === "teacher");
  return (
    <details>
      <summary>{say("plan.cover")}</summary>
      <p class="soft">{say("plan.cover.what")}</p>
      <div class="row">
        {(["member", "class"] as const).map((cap) => (
          <>
            <label for={`cover-${cap}`}>{say(`plan.cover.${cap}`)}</label>
            <input id={`cover-${cap}`} name={`cover-${cap}`} type="number" min="0" max={String(MOST)} />
          </>
        ))}
      </div>
      <Scroll label={say("plan.cover.teachers")}>
        <table class="narrow">
          <thead>
            <tr>
              <th scope="col">{say("plan.cover.teacher")}</th>
              <th scope="col">{say("plan.cover.periods")}</th>
            </tr>
          </thead>
          <tbody>
            {teachers.map(({ id, name }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  <input
                    type="number"
                    name={`cover ${id}`}
                    min="0"
                    max={String(MOST)}
                    placeholder="0"
                    aria-label={say("plan.cover.for", { teacher: name })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

/** What a form says about cover; nothing where nobody may cover. */
export function coverIn(body: Readonly<Record<string, unknown>>, timetable: Timetable): Cover | undefined {
  const number = (name: string) => Math.min(MOST, Math.max(0, Math.round(Number(body[name])) || 0));
  const teachers = timetable.resources.flatMap(({ id, kind }) => {
    const periods = kind === "teacher" ? number(`cover ${id}`) : 0;
    return periods > 0 ? [{ id, periods }] : [];
  });
  if (teachers.length === 0) return undefined;
  const given = (name: string) => typeof body[name] === "string" && body[name] !== "";
  return {
    teachers,
    ...(given("cover-member") && { perMember: number("cover-member") }),
    ...(given("cover-class") && { perClass: number("cover-class") }),
  };
}

/** Who covers what, in time order, for the office: with the swaps that come first, and how much it is for each. */
export function CoveredLessons(props: {
  frame: Frame;
  plan: Plan;
  cover: Cover;
  timetable: Timetable;
  swaps: readonly Swap[];
  name: (team: string) => string;
}) {
  const { frame, plan, cover, timetable, swaps, name } = props;
  const { say } = frame;
  const days = dayNames(timetable, frame.locale);
  const covered = plan.covered ?? [];
  const person = (id: string) => timetable.resources.find((resource) => resource.id === id)?.name ?? id;
  const periods = covered.reduce((sum, { duration }) => sum + duration, 0);
  const own = (id: string) =>
    covered.filter(({ by }) => by === id).reduce((sum, { duration }) => sum + duration, 0);
  const sums = cover.teachers.map(({ id, periods: most }) =>
    say("plan.cover.sum", { teacher: person(id), n: own(id), most }),
  );
  return (
    <>
      <h2>{say("plan.covered", { n: periods })}</h2>
      <p>{sums.join("; ")}</p>
      {covered.length === 0 ? null : (
        <Scroll label={say("plan.covered.caption")}>
          <table>
            <caption>{say("plan.covered.caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("plan.covered.period")}</th>
                <th scope="col">{say("plan.covered.by")}</th>
                <th scope="col">{say("plan.move.lesson")}</th>
                <th scope="col">{say("plan.covered.team")}</th>
                <th scope="col">{say("plan.covered.after")}</th>
                <th scope="col">
                  <span class="visually-hidden">{say("plan.move.done")}</span>✓
                </th>
              </tr>
            </thead>
            <tbody>
              {covered.map((one) => (
                <tr>
                  <th scope="row">{periodName(timetable, one.period, days)}</th>
                  <td>{person(one.by)}</td>
                  <td>
                    {lessonName(timetable, one.lesson)}
                    {one.duration > 1 ? ` · ${say("plan.move.periods", { n: one.duration })}` : ""}
                  </td>
                  <td>{one.teams.map(name).join(", ")}</td>
                  <td>
                    {swapsBefore({ timetable }, one, swaps)
                      .map((swap) => swap + 1)
                      .join(", ") || "–"}
                  </td>
                  <td>☐</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {plan.hard?.withCover === undefined ? null : (
        <p class={plan.hard.withCover > plan.hard.after ? "note wait" : ""}>
          {say(`plan.covered.limits.${plan.hard.withCover > plan.hard.after ? "broken" : "kept"}`, {
            after: plan.hard.after,
            n: plan.hard.withCover,
          })}
        </p>
      )}
      <p class="soft">{say("plan.covered.file")}</p>
    </>
  );
}
