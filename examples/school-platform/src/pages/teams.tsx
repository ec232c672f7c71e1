import { randomUUID } from "node:crypto";
import { auditTime, weekGrid } from "@collegium/scheduling";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Form, Page } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { FrameMaker } from "../request.js";
import type { CalendarBook } from "../state/calendar-book.js";
import type { KnownTimes } from "../state/known-time.js";
import { viewerIn } from "../state/looking.js";
import { guestId, homeOf } from "../state/neighbours.js";
import { sharedTeams } from "../state/shared-teams.js";
import {
  atOneSchool,
  type Guest,
  namesIn,
  ownMembers,
  type RegisteredTeam,
  TARGET,
  type TeamRegister,
} from "../state/team-register.js";
import { asTeams } from "./names.js";
import { SharedTeams } from "./shared-teams.js";
import { EditPage } from "./team-edit.js";
import { teamUp } from "./team-frame.js";
import { TeamMinutes } from "./team-minutes.js";
import { Missing } from "./time.js";
import { WeekTable } from "./week.js";

/** The school's teams: confirm the suggested ones, change any, see the week of each. */
export function teamPages(parts: {
  frame: FrameMaker;
  register: TeamRegister;
  calendars: CalendarBook;
  known: KnownTimes;
}) {
  const { frame, register, calendars, known } = parts;
  const app = new Hono();
  const neighboursFor = async ({ school, viewer }: Frame) => {
    const kept = await calendars.of(school);
    const asker = { school, viewer: viewerIn(school, viewer.id, await register.inUse(school)) };
    return kept ? known.neighbours(asker, kept) : [];
  };

  app.get("/teams", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    if (school.teachers.length === 0) return c.html(<Missing frame={f} />);
    const teams = await register.all(school);
    const suggested = teams.filter((team) => team.state === "suggested");
    const used = teams.filter((team) => team.state === "in use");
    const shared = await sharedTeams(register, school, await neighboursFor(f));
    return c.html(
      <Page frame={f} title={say("nav.teams")}>
        <h1>{say("teams.title", { n: used.length })}</h1>
        <p class="lead">{say("teams.lead")}</p>
        {suggested.length > 0 ? (
          <section aria-labelledby="suggested">
            <h2 id="suggested">{say("teams.suggested", { n: suggested.length })}</h2>
            <p>{say("teams.suggested.why")}</p>
            <div class="cards">
              {suggested.map((team) => (
                <TeamCard frame={f} team={team} />
              ))}
            </div>
          </section>
        ) : null}
        <div class="cards">
          {used.map((team) => (
            <TeamCard frame={f} team={team} />
          ))}
        </div>
        <SharedTeams frame={f} shared={shared} />
        <p>
          <a class="button quiet" href="/teams/new">
            {say("teams.add")}
          </a>
        </p>
      </Page>,
    );
  });

  app.get("/teams/:id/week", async (c) => {
    const f = await frame(c);
    const { say, school } = f;
    const team = await register.find(school, c.req.param("id"));
    if (!school.time || !team) return c.html(<Missing frame={f} />, 404);
    const { timetable } = school.time;
    const members = ownMembers(team);
    const [audit] = auditTime(timetable, asTeams([{ ...team, members }])).teams;
    const guests = team.members.length - members.length;
    return c.html(
      <Page frame={f} title={team.name} up={teamUp(team)}>
        <h1>{say("week.title", { team: team.name })}</h1>
        {guests > 0 ? (
          <p class="note">
            {say("week.guests", { n: guests })}{" "}
            <a href={`/teams/${encodeURIComponent(team.id)}/free`}>{say("free.title")}</a>
          </p>
        ) : null}
        <p class="lead">
          {say("week.lead", {
            n: audit?.commonPeriods.length ?? 0,
            now: audit?.blocksNow ?? 0,
            target: team.blocks,
          })}
        </p>
        <WeekTable frame={f} week={weekGrid(timetable)} members={members} />
        <TeamMinutes
          frame={f}
          team={team}
          teams={atOneSchool(await register.inUse(school))}
          kept={await calendars.of(school)}
        />
        <p class="row no-print">
          {guests === 0 ? (
            <a class="button" href={`/plan?team=${encodeURIComponent(team.id)}`}>
              {say("week.plan")}
            </a>
          ) : null}
          <a href={`/teams/${encodeURIComponent(team.id)}/edit`}>{say("teams.edit")}</a>
          <span class="who">{say("who.school")}</span>
        </p>
      </Page>,
    );
  });

  app.get("/teams/new", async (c) => {
    const f = await frame(c);
    const team: RegisteredTeam = {
      id: "new",
      name: "",
      members: [],
      blocks: TARGET,
      source: "school",
      state: "in use",
    };
    return f.school.teachers.length > 0
      ? c.html(<EditPage frame={f} team={team} neighbours={await neighboursFor(f)} />)
      : c.html(<Missing frame={f} />);
  });

  app.get("/teams/:id/edit", async (c) => {
    const f = await frame(c);
    const team = await register.find(f.school, c.req.param("id"));
    return team
      ? c.html(<EditPage frame={f} team={team} neighbours={await neighboursFor(f)} />)
      : c.html(<Missing frame={f} />, 404);
  });

  app.post("/teams/:id/edit", async (c) => {
    const f = await frame(c);
    const id = c.req.param("id");
    const old = id === "new" ? undefined : await register.find(f.school, id);
    if (id !== "new" && !old) return c.html(<Missing frame={f} />, 404);
    const body = await c.req.parseBody({ all: true });
    const neighbours = await neighboursFor(f);
    // Guests whom the team has already stay, also while their school cannot be asked.
    const guests = new Map([
      ...(old?.guests ?? []).map((guest) => [guest.id, guest] as const),
      ...neighbours.flatMap((one) =>
        one.school.teachers.map(({ id, name }) => {
          const guest: Guest = { id: guestId(one, id), name, school: one.name };
          return [guest.id, guest] as const;
        }),
      ),
    ]);
    const asked = new Set(neighbours.map((one) => one.school.districtId));
    const known = new Set([...f.school.teachers.map(({ id }) => id), ...guests.keys()]);
    const kept = (old?.guests ?? []).filter(({ id }) => !asked.has(homeOf(f.school, id).districtId));
    const members = [...[body["member"] ?? []].flat().map(String), ...kept.map(({ id }) => id)].filter((id) =>
      known.has(id),
    );
    const came = members.flatMap((id) => guests.get(id) ?? []);
    const name = String(body["name"] ?? "")
      .trim()
      .slice(0, 120);
    const blocks = Math.min(10, Math.max(1, Math.round(Number(body["blocks"])) || TARGET));
    const { guests: _, ...before } = old ?? { source: "school" as const, guests: [] };
    const team: RegisteredTeam = {
      ...before,
      ...(came.length > 0 && { guests: came }),
      id: old?.id ?? `team-${randomUUID().slice(0, 8)}`,
      name,
      members,
      blocks,
      state: "in use",
    };
    if (name === "" || members.length < 2)
      return c.html(
        <EditPage frame={f} team={{ ...team, id }} neighbours={neighbours} problem="teams.edit.problem" />,
        422,
      );
    await register.put(f.school, team);
    return c.redirect(`/teams/${encodeURIComponent(team.id)}/week`, 303);
  });

  app.post("/teams/:id/state", async (c) => {
    const f = await frame(c);
    const team = await register.find(f.school, c.req.param("id"));
    const { state } = await c.req.parseBody();
    if (team && (state === "in use" || state === "dismissed"))
      await register.put(f.school, { ...team, state });
    return c.redirect("/teams", 303);
  });

  return app;
}

function TeamCard({ frame, team }: { frame: Frame; team: RegisteredTeam }) {
  const { say, school } = frame;
  const known = namesIn(school, team);
  const names = team.members.map((id) => known.get(id) ?? id);
  const path = `/teams/${encodeURIComponent(team.id)}`;
  return (
    <article class="card">
      <h3>{team.state === "in use" ? <a href={path}>{team.name}</a> : team.name}</h3>
      <p>
        <span class={`tag ${team.state === "suggested" ? "wait" : ""}`}>
          {say(`source.${team.source}` as MessageKey)}
        </span>{" "}
        {say("teams.wants", { n: team.blocks })}
      </p>
      <p class="soft">
        {names.length > 8 ? `${names.slice(0, 8).join(", ")} … (${names.length})` : names.join(", ")}
      </p>
      {team.state === "suggested" ? (
        <Form frame={frame} action={`${path}/state`} class="row">
          <button name="state" value="in use">
            {say("teams.confirm")}
          </button>
          <button class="quiet" name="state" value="dismissed">
            {say("teams.dismiss")}
          </button>
          <a href={`${path}/edit`}>{say("teams.edit")}</a>
        </Form>
      ) : (
        <p class="row">
          <a href={`${path}/edit`}>{say("teams.edit")}</a>
        </p>
      )}
    </article>
  );
}
