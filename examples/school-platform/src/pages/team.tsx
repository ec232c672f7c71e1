import { progress } from "@collegium/goals";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Form, Page } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { KnownTimes } from "../state/known-time.js";
import { may } from "../state/looking.js";
import { nextSlot } from "../state/next-slot.js";
import { prepareNext, type Workshop } from "../state/prepare.js";
import { teamDays } from "../state/team-days.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { dayName, shortDay, timeSpan } from "./days.js";
import { GoalCard } from "./goal-card.js";
import { meetingPath } from "./meeting-path.js";
import { memberNames } from "./meeting-scene.js";
import { dayNames, periodName } from "./names.js";
import { PreparedNote } from "./prepared-note.js";
import { Closed } from "./team-frame.js";

const PHASES = ["focus", "collaboration", "reflection"] as const;

/** A team at a glance: where its cycle stands, its goal, its next meeting, its promises. */
export function teamHomePages({
  door,
  shop,
  known,
  today,
}: {
  door: TeamDoor;
  shop: Workshop;
  known: KnownTimes;
  today: () => string;
}) {
  const app = new Hono();

  app.get("/teams/:team", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    const { frame: f, team, viewer } = at;
    const { say, locale } = f;
    const district = f.school.districtId;
    const path = `/teams/${encodeURIComponent(team.id)}`;
    const cycles = await shop.work.cycleViews(
      district,
      team.id,
      viewer.person,
      at.grantFor("cycle", team.id),
    );
    const cycle = cycles.at(-1);
    const linked = cycles.flatMap((view) => view.meetings);
    const meetings = (
      await Promise.all(
        linked.map(({ id }) =>
          shop.work.meetingView(
            district,
            id,
            { person: viewer.person, handle: at.handle },
            at.grantFor("meeting", id),
          ),
        ),
      )
    ).filter((view) => view !== undefined && view.phase !== "cancelled");
    const ahead = meetings.find((view) => view?.phase !== "adjourned" && view?.phase !== "approved");
    const held = meetings.filter((view) => view?.phase === "adjourned" || view?.phase === "approved");
    const actionIds = cycles.flatMap((view) => view.actions ?? []).map(({ id }) => id);
    const actions = (
      await Promise.all(
        actionIds.map((id) => shop.work.actionView(district, id, viewer.person, at.grantFor("meeting", id))),
      )
    ).filter((action) => action?.phase === "active" || action?.phase === "stuck");
    const goal = may(at.grantFor("goal", team.id), "read-goal")
      ? await shop.goals.of(district, team.id)
      : undefined;
    const inside = may(at.grant, "prepare-meeting");
    const time = ahead && (await shop.times.of(district, team.id, ahead.id));
    const sets = inside ? await shop.results.of(district, team.id) : [];
    const days = await teamDays(shop, f.school, team, await known.ofMembers(at));
    const lastHeld = held.at(-1)?.on;
    const when = { today: today(), ...(lastHeld !== undefined && { held: lastHeld }) };
    const slot = nextSlot(f.school.time?.timetable, team, when, days);
    return c.html(
      <Page frame={f} title={team.name}>
        <h1>{team.name}</h1>
        <PreparedNote frame={f} prepared={c.req.query("prepared")} on={c.req.query("on")} />
        <Loop frame={f} phase={cycle?.phase ?? "focus"} />
        <div class="cards">
          <section class="card" aria-labelledby="next">
            <h2 id="next">{say("team.next")}</h2>
            {ahead ? (
              <>
                <p class="big">{dayName(ahead.on, locale)}</p>
                {time ? <p>{timeSpan(time.start, time.end, locale)}</p> : null}
                <p>{say("team.next.items", { n: ahead.items.length, minutes: ahead.minutes })}</p>
                <p>
                  <a class="button" href={meetingPath(team.id, ahead.id)}>
                    {say(ahead.phase === "scheduled" ? "team.next.agenda" : "team.next.join")}
                  </a>
                </p>
              </>
            ) : inside ? (
              <>
                <p>{slotLine(at, slot)}</p>
                <Form frame={f} action={`${path}/prepare`}>
                  <button>
                    {say("team.prepare", { day: dayName(slot.on, locale).split(/[ ,]/)[0] as string })}
                  </button>
                </Form>
              </>
            ) : (
              <p>{say("team.next.none")}</p>
            )}
            {inside ? (
              <p class="row">
                <a href={`${path}/free`}>{say("team.free")}</a>
                <a href={`${path}/series`}>{say("series.title")}</a>
              </p>
            ) : null}
          </section>
          <section class="card" aria-labelledby="promises">
            <h2 id="promises">{say("team.promises", { n: actions.length })}</h2>
            {actions.length === 0 ? <p class="soft">{say("team.promises.none")}</p> : null}
            <ul class="plain">
              {actions.map((action) => (
                <li>
                  <strong>{memberNames(at).get(action?.owner ?? "") ?? ""}</strong>{" "}
                  {action?.wording
                    ? say("action.wording", action.wording as unknown as Record<string, string>)
                    : ""}{" "}
                  <span class={`tag ${action?.phase === "stuck" ? "wait" : ""}`}>
                    {action?.phase === "stuck" ? say("review.stuck") : shortDay(action?.due ?? "", locale)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section class="card" aria-labelledby="results">
            <h2 id="results">{say("results.title")}</h2>
            {inside ? (
              <>
                <ul class="plain">
                  {sets.slice(0, 4).map((set) => (
                    <li>
                      <a href={`${path}/results/${set.id}`}>{set.title}</a>{" "}
                      <span class="soft">{shortDay(set.on, locale)}</span>
                    </li>
                  ))}
                </ul>
                <p>
                  <a class="button quiet" href={`${path}/results`}>
                    {say("team.results.paste")}
                  </a>
                </p>
              </>
            ) : (
              <p>{say("team.results.closed")}</p>
            )}
          </section>
          <section class="card wide" aria-labelledby="goal">
            <h2 id="goal">{say("team.goal")}</h2>
            {goal?.goal ? (
              <>
                <GoalCard frame={f} goal={goal.goal} progress={progress(goal.goal, goal.points)} />
                <a href={`${path}/goal/sheet`}>{say("sheet.link")}</a>
              </>
            ) : (
              <p>
                {say("team.goal.none")} {inside ? <a href={`${path}/goal`}>{say("team.goal.set")}</a> : null}
              </p>
            )}
          </section>
        </div>
        <h2>{say("team.held")}</h2>
        {held.length === 0 ? <p>{say("team.held.none")}</p> : null}
        <ul class="plain">
          {held.map((view) => (
            <li>
              <a href={meetingPath(team.id, view?.id ?? "")}>{dayName(view?.on ?? today(), locale)}</a>{" "}
              <span class="soft">{say("recap.actions", { n: view?.actionCount ?? 0 })}</span>
            </li>
          ))}
        </ul>
        <p class="row no-print">
          <a href={`${path}/week`}>{say("team.week")}</a>
          <a href={`${path}/reflection`}>{say("team.reflection")}</a>
          <a href={`${path}/edit`}>{say("teams.edit")}</a>
        </p>
      </Page>,
    );
  });

  app.post("/teams/:team/prepare", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const preparation = { today: today(), by: at.sender, known: await known.ofMembers(at) };
    const sent = await prepareNext(shop, at.frame.school, at.team, preparation);
    if (!sent.ok) return c.text(sent.rejection.message, 422);
    return c.redirect(meetingPath(at.team.id, sent.id), 303);
  });

  return app;
}

function slotLine(at: AtTeam, slot: ReturnType<typeof nextSlot>): string {
  const { frame } = at;
  const timetable = frame.school.time?.timetable;
  const day = dayName(slot.on, frame.locale);
  if (slot.start !== undefined && slot.end !== undefined) {
    const time = timeSpan(slot.start, slot.end, frame.locale);
    return frame.say(`team.slot.${slot.because}` as MessageKey, { day, time, minutes: slot.minutes });
  }
  if (slot.period === undefined || !timetable) return frame.say("team.slot.none", { day });
  const period = periodName(timetable, slot.period, dayNames(timetable, frame.locale));
  return frame.say("team.slot", { day, period, minutes: slot.minutes });
}

/** The loop: focus, collaboration, reflection, and where the team is in it. */
export function Loop({ frame, phase }: { frame: Frame; phase: string }) {
  return (
    <ol class="loop" aria-label={frame.say("loop.label")}>
      {PHASES.map((name) => (
        <li aria-current={name === phase ? "step" : undefined}>
          <strong>{frame.say(`loop.${name}` as MessageKey)}</strong>
          <span>{frame.say(`loop.${name}.says` as MessageKey)}</span>
        </li>
      ))}
    </ol>
  );
}
