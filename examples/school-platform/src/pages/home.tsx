import { auditTime } from "@collegium/scheduling";
import { Hono } from "hono";
import { Page } from "../layout.js";
import type { FrameMaker } from "../request.js";
import type { TeamRegister } from "../state/team-register.js";
import { asTeams } from "./names.js";

/** The school at a glance. */
export function homePages({ frame, register }: { frame: FrameMaker; register: TeamRegister }) {
  const app = new Hono();

  app.get("/", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    const teams = await register.inUse(school);
    const audit = school.time ? auditTime(school.time.timetable, asTeams(teams)) : undefined;
    const short = audit?.teams.filter((team) => team.blocksNow < team.target) ?? [];
    const first = [...short].sort(
      (a, b) => a.blocksNow - b.blocksNow || b.members.length - a.members.length,
    )[0];
    return c.html(
      <Page frame={f} title={say("nav.home")}>
        <h1>{say("home.title")}</h1>
        <p class="lead">{say("home.lead")}</p>
        <ol class="steps">
          <li class="card">
            <h2>{say("home.time")}</h2>
            {audit ? (
              <>
                <p class="big">
                  {say("home.time.figure", {
                    enough: audit.teams.length - short.length,
                    all: audit.teams.length,
                  })}
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
          </li>
          <li class="card">
            <h2>{say("nav.teams")}</h2>
            <ul class="plain">
              {teams.slice(0, 8).map((team) => (
                <li>
                  <a href={`/teams/${encodeURIComponent(team.id)}`}>{team.name}</a>
                </li>
              ))}
            </ul>
            <p>
              <a href="/teams">{say("home.teams.all", { n: teams.length })}</a>
            </p>
          </li>
        </ol>
      </Page>,
    );
  });

  return app;
}
