import { type Plan, type Swap, sayReason, swapsOf } from "@collegium/planning-time";
import { commonPeriods, type WeekGrid } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form, Page, Scroll } from "../layout.js";
import type { PlanJob } from "../state/planner.js";
import { dayNames, lessonName, periodName } from "./names.js";
import { WeekTable } from "./week.js";

/** How far a search is, in figures and a bar. */
export function Progress({ frame, job }: { frame: Frame; job: PlanJob }) {
  const { say } = frame;
  const wanted = job.order.teams.reduce((sum, team) => sum + team.blocks, 0);
  const progress = job.progress;
  return (
    <>
      <progress max={wanted} value={progress?.placed ?? 0} aria-label={say("plan.running")} />
      <p class="big">{say("plan.placed", { placed: progress?.placed ?? 0, wanted })}</p>
      <p>{progress ? say("plan.movedSoFar", { n: progress.moved }) : say("plan.looking")}</p>
    </>
  );
}

/** A pin as a form sends it; without line breaks, which forms change. */
export function pinText({ lesson, at }: { lesson: string; at?: string }): string {
  return JSON.stringify([lesson, at]);
}

/** A plan as a page and a sheet of paper: what it gives, what to move, what could not be had and why. */
export function PlanAnswer(props: {
  frame: Frame;
  job: PlanJob;
  plan: Plan;
  before: WeekGrid;
  after: WeekGrid;
  writable: boolean;
}) {
  const { frame, job, plan, before, after, writable } = props;
  const { say } = frame;
  const { timetable } = before;
  const days = dayNames(timetable, frame.locale);
  const at = (period: string) => periodName(timetable, period, days);
  const name = (id: string) => job.order.teams.find((team) => team.id === id)?.name ?? id;
  const asked = new Set(job.order.teams.filter((team) => team.asks).map((team) => team.id));
  const keeping = job.order.teams.filter((team) => !team.asks);
  const swaps = swapsOf({ timetable, ...job.order }, plan);
  const touched = new Set(plan.moves.map((move) => move.lesson)).size;
  return (
    <Page frame={frame} title={say("plan.answer")}>
      <h1>{headline(props, swaps)}</h1>
      <p class="lead">
        {howGood(frame, plan)} {job.state === "stopped" ? say("plan.state.stopped") : ""}
      </p>
      {plan.hard && plan.hard.kinds.length > 0 ? (
        <p>{say("plan.hard", { before: plan.hard.before, after: plan.hard.after })}</p>
      ) : null}
      {plan.hard && plan.hard.unread.length > 0 ? (
        <p class="note wait">
          {say("plan.unread", { list: plan.hard.unread.map(({ kind }) => kind).join(", ") })}
        </p>
      ) : null}
      {plan.unchecked ? (
        <p class="note wait">
          <strong>{say("plan.draft")}</strong> {say("plan.draft.conflicts", { n: plan.unchecked.conflicts })}
        </p>
      ) : null}
      <div class="cards">
        {plan.teams
          .filter(({ id }) => asked.has(id))
          .map((team) => {
            const order = job.order.teams.find(({ id }) => id === team.id);
            const now = order ? commonPeriods(before, order.members).length : 0;
            return (
              <article class="card">
                <h2>{name(team.id)}</h2>
                <p>{say("plan.team.line", { now, n: team.blocks.length })}</p>
                <ul>
                  {team.blocks.map((block) => (
                    <li>★ {at(block)}</li>
                  ))}
                </ul>
              </article>
            );
          })}
      </div>
      {keeping.length > 0 ? (
        <p>{say("plan.kept", { list: keeping.map((team) => team.name).join(", ") })}</p>
      ) : null}
      {plan.unplaced.length > 0 ? (
        <>
          <h2>{say("plan.unplaced")}</h2>
          <ul>
            {plan.unplaced.map((miss) => (
              <li>
                <strong>{name(miss.team)}</strong>:{" "}
                {miss.reason ? sayReason(miss.reason, frame.locale) : miss.because}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{say("plan.moves", { n: plan.moves.length, swaps: swaps.length })}</h2>
      {plan.moves.length === 0 ? (
        <p>{say("plan.moves.none")}</p>
      ) : (
        <>
          <p>{say("plan.moves.lead", { n: touched })}</p>
          <Form frame={frame} action={`/plan/${job.id}/again`}>
            {(job.order.pins ?? []).map((pin) => (
              <input type="hidden" name="keep" value={pinText(pin)} />
            ))}
            <SwapTable frame={frame} job={job} plan={plan} timetable={timetable} swaps={swaps} name={name} />
            <p class="row no-print">
              <button class="quiet">{say("plan.keep.again")}</button>
              <span class="soft">{say("plan.keep.what")}</span>
            </p>
          </Form>
        </>
      )}
      <p class="row no-print">
        {writable ? (
          <a class="button" href={`/plan/${job.id}/file`}>
            {say("plan.download")}
          </a>
        ) : null}
        <a class="button quiet" href="/plan">
          {say("plan.again")}
        </a>
        <span>{say("plan.print")}</span>
      </p>
      <h2>{say("plan.weeks")}</h2>
      {plan.teams.map((team) => {
        const order = job.order.teams.find(({ id }) => id === team.id);
        return order ? (
          <details>
            <summary>{name(team.id)}</summary>
            <WeekTable frame={frame} week={after} members={order.members} planned={{ blocks: team.blocks }} />
          </details>
        ) : null;
      })}
      <p class="who">{say("who.school")}</p>
    </Page>
  );
}

/** One team asked: its time before and after, and what it costs. Several: the blocks of those that asked. */
function headline(
  { frame, job, plan, before }: Parameters<typeof PlanAnswer>[0],
  swaps: readonly Swap[],
): string {
  const asked = job.order.teams.filter((team) => team.asks);
  const given = (id: string) => plan.teams.find((team) => team.id === id)?.blocks.length ?? 0;
  const [only] = asked;
  if (only && asked.length === 1) {
    return frame.say("plan.answer.one", {
      team: only.name,
      now: commonPeriods(before, only.members).length,
      n: swaps.length,
      blocks: given(only.id),
    });
  }
  const placed = asked.reduce((sum, team) => sum + given(team.id), 0);
  const wanted = asked.reduce((sum, team) => sum + team.blocks, 0);
  return frame.say("plan.answer.title", { placed, wanted, n: plan.moved });
}

/** The moves in swaps that can be carried out one after the other, each with what it buys. */
function SwapTable(props: {
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
                        <div class="soft">
                          {swap.blocks.map((block) => boughtBlock(frame, block, name, at)).join("; ")}
                        </div>
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

/** Whether a plan is the best there is, in a sentence. */
function howGood({ say }: Frame, { proven, bound }: Plan): string {
  if (proven) return say("plan.proven");
  if (bound.missing > 0) return say("plan.bound", { moved: bound.moved, missing: bound.missing });
  return bound.moved > 0 ? say("plan.bound.moved", { moved: bound.moved }) : say("plan.bound.none");
}
