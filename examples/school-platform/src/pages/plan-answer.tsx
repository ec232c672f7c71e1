import { type Plan, type Swap, sayProof, sayReason, swapsOf, teamLimits } from "@collegium/planning-time";
import type { WeekGrid } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form, Page } from "../layout.js";
import type { PlanJob } from "../state/planner.js";
import { dayNames, periodName } from "./names.js";
import { CoveredLessons } from "./plan-cover.js";
import { pinText, SwapTable } from "./plan-swaps.js";
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
  const shared = sharedNow(props);
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
      <h1>{headline(props, swaps, shared)}</h1>
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
            const line = { now: shared.get(team.id) ?? 0, n: team.blocks.length };
            return (
              <article class="card">
                <h2>{name(team.id)}</h2>
                <p>{say("plan.team.line", line)}</p>
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
      {job.order.cover ? (
        <CoveredLessons {...{ frame, plan, timetable, swaps, name }} cover={job.order.cover} />
      ) : null}
      <p class="row no-print">
        {writable ? (
          <a class="button" href={`/plan/${job.id}/file`}>
            {say("plan.download")}
          </a>
        ) : null}
        {plan.moves.length > 0 ? (
          <a class="button quiet" href={`/plan/${job.id}/moves`}>
            {say("plan.moves.csv")}
          </a>
        ) : null}
        <a class="button quiet" href="/plan">
          {say("plan.again")}
        </a>
        <span>{say("plan.print")}</span>
      </p>
      <h2 class="no-print">{say("plan.weeks")}</h2>
      {plan.teams.map((team) => {
        const order = job.order.teams.find(({ id }) => id === team.id);
        return order ? (
          <details class="no-print">
            <summary>{name(team.id)}</summary>
            <WeekTable
              frame={frame}
              week={after}
              members={order.members}
              planned={{ blocks: team.blocks, covered: plan.covered ?? [] }}
            />
          </details>
        ) : null;
      })}
      <p class="who">{say("who.school")}</p>
    </Page>
  );
}

/** Periods that each team shares today, everybody being at school. */
function sharedNow({ job, before }: Parameters<typeof PlanAnswer>[0]): Map<string, number> {
  const limits = teamLimits({ ...job.order, timetable: before.timetable });
  return new Map(limits.map(({ team, now }) => [team, now]));
}

/** One team asked: its time before and after, and what it costs. Several: the blocks of those that asked. */
function headline(
  { frame, job, plan }: Parameters<typeof PlanAnswer>[0],
  swaps: readonly Swap[],
  shared: ReadonlyMap<string, number>,
): string {
  const asked = job.order.teams.filter((team) => team.asks);
  const given = (id: string) => plan.teams.find((team) => team.id === id)?.blocks.length ?? 0;
  const [only] = asked;
  if (only && asked.length === 1) {
    return frame.say("plan.answer.one", {
      team: only.name,
      now: shared.get(only.id) ?? 0,
      n: swaps.length,
      blocks: given(only.id),
    });
  }
  const placed = asked.reduce((sum, team) => sum + given(team.id), 0);
  const wanted = asked.reduce((sum, team) => sum + team.blocks, 0);
  return frame.say("plan.answer.title", { placed, wanted, n: plan.moved });
}

/** What is proven of a plan and what is not; plans of earlier versions do not say what they cost. */
function howGood({ say, locale }: Frame, plan: Plan): string {
  return plan.terms ? sayProof(plan, locale).join(" ") : say("plan.bound.none");
}
