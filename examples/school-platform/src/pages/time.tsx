import { auditTime, type TeamAudit } from "@collegium/scheduling";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Issues, Page, Scroll } from "../layout.js";
import type { FrameMaker } from "../request.js";
import { atOneSchool, type RegisteredTeam, type TeamRegister } from "../state/team-register.js";
import { asTeams, dayNames, periodName } from "./names.js";

/** How much shared time each team has in its week today, against its target. */
export function timePages({ frame, register }: { frame: FrameMaker; register: TeamRegister }) {
  const app = new Hono();

  app.get("/time", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    const used = await register.inUse(school);
    const teams = atOneSchool(used);
    const shared = used.filter((team) => !teams.includes(team));
    const waiting = (await register.all(school)).filter((team) => team.state === "suggested").length;
    if (!school.time) return c.html(<Missing frame={f} />);
    const audit = auditTime(school.time.timetable, asTeams(teams));
    const short = audit.teams.filter((team) => team.blocksNow < team.target);
    return c.html(
      <Page frame={f} title={say("time.title")}>
        <h1>{say("time.headline", { n: audit.teams.length, short: short.length })}</h1>
        <p class="lead">{say("time.lead", { periods: audit.periodsPerWeek })}</p>
        <Issues frame={f} issues={school.time.warnings} tone="wait" />
        {waiting > 0 ? (
          <p class="note wait">
            {say("time.waiting", { n: waiting })} <a href="/teams">{say("time.confirm")}</a>
          </p>
        ) : null}
        {shared.length > 0 ? (
          <p class="note">
            {say("time.shared.elsewhere", { n: shared.length })}{" "}
            {shared.map(({ id, name }, at) => (
              <>
                {at > 0 ? ", " : ""}
                <a href={`/teams/${encodeURIComponent(id)}/free`}>{name}</a>
              </>
            ))}
          </p>
        ) : null}
        {used.length === 0 ? (
          <p class="note">
            {say("time.noteams")} <a href="/teams">{say("nav.teams")}</a>
          </p>
        ) : null}
        {audit.teams.length === 0 ? null : (
          <>
            <Scroll label={say("time.title")}>
              <table>
                <caption>{say("time.caption")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{say("team.name")}</th>
                    <th scope="col" class="number">
                      {say("team.members")}
                    </th>
                    <th scope="col">{say("time.shared")}</th>
                    <th scope="col" class="number">
                      {say("time.blocks")}
                    </th>
                    <th scope="col">{say("time.verdict")}</th>
                  </tr>
                </thead>
                <tbody>
                  {audit.teams.map((team, index) => (
                    <TeamRow frame={f} audit={team} team={teams[index] as RegisteredTeam} />
                  ))}
                </tbody>
              </table>
            </Scroll>
            <p class="row no-print">
              <a class="button" href="/plan">
                {say("time.plan")}
              </a>
              <span class="who">{say("who.school")}</span>
            </p>
          </>
        )}
        <p class="soft">{say("time.explain")}</p>
      </Page>,
    );
  });

  return app;
}

function TeamRow({ frame, audit, team }: { frame: Frame; audit: TeamAudit; team: RegisteredTeam }) {
  const { say, school } = frame;
  const enough = audit.blocksNow >= audit.target;
  const timetable = school.time?.timetable;
  if (!timetable) return null;
  const days = dayNames(timetable, frame.locale);
  return (
    <tr>
      <th scope="row">
        <a href={`/teams/${encodeURIComponent(team.id)}/week`}>{team.name}</a>
      </th>
      <td class="number">{team.members.length}</td>
      <td>
        {audit.commonPeriods.length === 0
          ? say("time.none")
          : audit.commonPeriods.map((id) => periodName(timetable, id, days)).join(", ")}
        {audit.meetingPeriods.length > 0 ? (
          <div class="soft">
            {say("time.meeting", {
              list: audit.meetingPeriods.map((id) => periodName(timetable, id, days)).join(", "),
            })}
          </div>
        ) : null}
      </td>
      <td class="number">{say("time.ofTarget", { now: audit.blocksNow, target: audit.target })}</td>
      <td>
        <span class={`tag ${enough ? "good" : audit.blocksNow === 0 ? "bad" : "wait"}`}>
          {enough ? say("time.enough") : say("time.missing", { n: audit.target - audit.blocksNow })}
        </span>
      </td>
    </tr>
  );
}

/** Shown where a page needs a timetable and none is there. */
export function Missing({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title={frame.say("time.title")}>
      <h1>{frame.say("missing.timetable")}</h1>
      <p>
        {frame.say("missing.timetable.how")} <a href="/import">{frame.say("nav.import")}</a>
      </p>
    </Page>
  );
}
