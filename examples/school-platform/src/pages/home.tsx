import { auditTime, type TeamAudit } from "@collegium/scheduling";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { FrameMaker } from "../request.js";
import { type Glance, glance } from "../state/glance.js";
import type { Workshop } from "../state/prepare.js";
import { atOneSchool, type TeamRegister } from "../state/team-register.js";
import { shortDay } from "./days.js";
import { meetingPath } from "./meeting-path.js";
import { asTeams } from "./names.js";

/** The school at a glance: the time its teams share, and where the loop of each stands. */
export function homePages(parts: {
  frame: FrameMaker;
  register: TeamRegister;
  shop: Workshop;
  today: () => string;
}) {
  const { frame, register, shop, today } = parts;
  const app = new Hono();

  app.get("/", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    const teams = await register.inUse(school);
    const loops = await glance(f, shop, teams, today());
    return c.html(
      <Page frame={f} title={say("nav.home")}>
        <h1>{say("home.title")}</h1>
        <p class="lead">{say("home.lead")}</p>
        <div class="cards">
          <TimeCard
            frame={f}
            {...(school.time
              ? { audit: auditTime(school.time.timetable, asTeams(atOneSchool(teams))).teams }
              : {})}
          />
          <LoopCard frame={f} loops={loops} />
        </div>
        {loops.length > 0 ? <LoopTable frame={f} loops={loops} /> : null}
      </Page>,
    );
  });

  return app;
}

function TimeCard({ frame, audit }: { frame: Frame; audit?: readonly TeamAudit[] }) {
  const { say } = frame;
  const short = audit?.filter((team) => team.blocksNow < team.target) ?? [];
  const first = [...short].sort(needsTimeFirst)[0];
  return (
    <section class="card">
      <h2>{say("home.time")}</h2>
      {audit ? (
        <>
          <p class="big">
            {say("home.time.figure", { enough: audit.length - short.length, all: audit.length })}
          </p>
          <p>{say("home.time.says")}</p>
          {first ? (
            <p class="note wait">
              {say("home.time.first", {
                team: first.name ?? first.id,
                n: first.commonPeriods.length,
                target: first.target,
              })}
            </p>
          ) : null}
          <p class="row">
            <a class="button" href={first ? "/plan" : "/time"}>
              {first ? say("time.plan") : say("nav.time")}
            </a>
            <a href="/time">{say("home.time.all")}</a>
          </p>
        </>
      ) : (
        <p>
          {say("missing.timetable.how")} <a href="/import">{say("nav.import")}</a>
        </p>
      )}
    </section>
  );
}

function LoopCard({ frame, loops }: { frame: Frame; loops: readonly Glance[] }) {
  const { say } = frame;
  const goals = loops.filter((loop) => loop.goal).length;
  const held = loops.reduce((sum, loop) => sum + loop.held, 0);
  return (
    <section class="card">
      <h2>{say("home.use")}</h2>
      <p class="big">{say("home.time.figure", { enough: goals, all: loops.length })}</p>
      <p>{say("home.use.says")}</p>
      <p class="soft">{say("home.held", { n: held })}</p>
      <p>
        <a href="/teams">{say("home.teams.all", { n: loops.length })}</a>
      </p>
    </section>
  );
}

function LoopTable({ frame, loops }: { frame: Frame; loops: readonly Glance[] }) {
  const { say } = frame;
  return (
    <Scroll label={say("home.loop")}>
      <table>
        <caption>{say("home.loop")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("team.name")}</th>
            <th scope="col">{say("home.phase")}</th>
            <th scope="col">{say("team.goal")}</th>
            <th scope="col">{say("team.next")}</th>
            <th scope="col" class="number">
              {say("home.promises")}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...loops].sort(begunFirst).map(({ team, phase, goal, ahead, promises }) => (
            <tr>
              <th scope="row">
                <a href={`/teams/${encodeURIComponent(team.id)}`}>{team.name}</a>
              </th>
              <td>
                {phase === "new" ? (
                  <span class="soft">{say("loop.new")}</span>
                ) : (
                  <span class="tag">{say(`loop.${phase}` as MessageKey)}</span>
                )}
              </td>
              <td>
                {goal ? (
                  <>
                    {goal.statement}{" "}
                    <span class="tag">{say(`goal.status.${goal.status}` as MessageKey)}</span>
                  </>
                ) : (
                  ""
                )}
              </td>
              <td>
                {ahead ? <a href={meetingPath(team.id, ahead.id)}>{shortDay(ahead.on, frame.locale)}</a> : ""}
              </td>
              <td class="number">{promises === 0 ? "" : promises}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Teams whose loop goes round before those that have not begun; otherwise as the school lists them. */
function begunFirst(a: Glance, b: Glance): number {
  return Number(a.phase === "new") - Number(b.phase === "new");
}

/** The team with the least shared time first; among equals a grade's, which shares students. */
function needsTimeFirst(a: TeamAudit, b: TeamAudit): number {
  const grade = (team: TeamAudit) => (team.source === "grade" ? 0 : 1);
  return a.blocksNow - b.blocksNow || grade(a) - grade(b);
}
