import { accessTexts, whoSees } from "@collegium/access";
import { type Need, whoNeedsWhat } from "@collegium/meeting-cycle";
import { Hono } from "hono";
import { Form, Page } from "../layout.js";
import { may } from "../state/looking.js";
import { meetingAhead, type Workshop } from "../state/prepare.js";
import { reportOf } from "../state/results-book.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { newId } from "../state/team-work.js";
import { dayName, daysAfter } from "./days.js";
import { meetingPath } from "./meeting.js";
import { memberNames, studentNames } from "./meeting-scene.js";
import { Closed } from "./team-frame.js";

type View = NonNullable<Awaited<ReturnType<Workshop["work"]["meetingView"]>>>;

/** Who needs what: drafted from an item report, edited by the team, printed for each teacher's own classes. */
export function needsPages({ door, shop, today }: { door: TeamDoor; shop: Workshop; today: () => string }) {
  const app = new Hono();
  const viewFor = (at: AtTeam, id: string) =>
    shop.work.meetingView(
      at.frame.school.districtId,
      id,
      { person: at.viewer.person, handle: at.handle },
      at.grantFor("meeting", id),
    );

  // From the item report: the draft goes into the meeting ahead, which is prepared first where there is none.
  app.get("/teams/:team/needs/new", async (c) => {
    const at = await door(c, "results", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-students")) return c.html(<Closed at={at} need="read-students" />, 403);
    const set = await shop.results.find(at.frame.school.districtId, c.req.query("results") ?? "");
    if (!set || set.team !== at.team.id) return c.notFound();
    return c.html(
      <Page frame={at.frame} title={at.frame.say("needs.title")}>
        <h1>{at.frame.say("needs.title")}</h1>
        <p class="lead">{at.frame.say("needs.lead", { title: set.title })}</p>
        <Form frame={at.frame} action={`/teams/${encodeURIComponent(at.team.id)}/needs`}>
          <input type="hidden" name="results" value={set.id} />
          <button>{at.frame.say("needs.draft")}</button>
        </Form>
      </Page>,
    );
  });

  app.post("/teams/:team/needs", async (c) => {
    const at = await door(c, "results", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-students")) return c.html(<Closed at={at} need="read-students" />, 403);
    const district = at.frame.school.districtId;
    const { results } = await c.req.parseBody();
    const set = await shop.results.find(district, String(results));
    const report = set && set.team === at.team.id ? reportOf(set) : undefined;
    if (!set || !report?.ok) return c.notFound();
    const sender = { ...at.sender, may: at.grantFor("meeting", at.team.id).may };
    const meeting = await meetingAhead(shop, at.frame.school, at.team, { today: today(), by: sender });
    if (!meeting.ok) return c.text(meeting.rejection.message, 422);
    const until = daysAfter(meeting.on, 7);
    const draft = whoNeedsWhat(report.value, {
      until,
      recheck: { with: at.frame.say("needs.shortQuiz"), on: until },
    });
    await shop.work.toMeeting(
      district,
      meeting.id,
      {
        type: "draft-needs",
        commandId: newId(),
        needs: draft.needs,
        roster: set.students.map(({ id }) => id),
      },
      sender,
    );
    return c.redirect(`${meetingPath(at.team.id, meeting.id)}/needs`, 303);
  });

  app.get("/teams/:team/meetings/:id/needs", async (c) => {
    const at = await door(c, "meeting", c.req.param("team"), c.req.param("id"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-students")) return c.html(<Closed at={at} need="read-students" />, 403);
    const view = await viewFor(at, c.req.param("id"));
    if (!view || view.team !== at.team.id) return c.notFound();
    const sets = await shop.results.of(at.frame.school.districtId, at.team.id);
    return c.html(<NeedsPage at={at} view={view} newest={sets[0]?.id} />);
  });

  app.post("/teams/:team/meetings/:id/needs", async (c) => {
    const at = await door(c, "meeting", c.req.param("team"), c.req.param("id"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-students")) return c.html(<Closed at={at} need="read-students" />, 403);
    const id = c.req.param("id");
    const body = await c.req.parseBody({ all: true });
    const view = await viewFor(at, id);
    const send = (command: Parameters<typeof shop.work.toMeeting>[2]) =>
      shop.work.toMeeting(at.frame.school.districtId, id, command, at.sender);
    for (const [index, need] of (view?.needs ?? []).entries()) {
      if (body[`remove-${index}`] === "yes")
        await send({ type: "remove-need", commandId: newId(), need: need.id });
      else await send({ type: "set-need", commandId: newId(), need: edited(need, index, body) });
    }
    if (body["do"] === "agree") await send({ type: "agree-needs", commandId: newId() });
    return c.redirect(`${meetingPath(at.team.id, id)}/needs`, 303);
  });

  return app;
}

/** A need as the form has it; fields carry its place in the list. */
function edited(need: Need, index: number, body: Readonly<Record<string, unknown>>): Need {
  const text = (name: string) => String(body[`${name}-${index}`] ?? "").trim();
  const kept = [body[`student-${index}`] ?? []].flat().map(String);
  const students = [...new Set([...kept, ...(text("add") === "" ? [] : [text("add")])])];
  return {
    id: need.id,
    standard: need.standard,
    kind: need.kind,
    students,
    ...(text("by") === "" ? {} : { by: text("by") }),
    ...(text("period") === "" ? {} : { period: text("period") }),
    ...(text("until") === "" ? {} : { until: text("until") }),
    ...(text("with") === "" || text("on") === "" ? {} : { recheck: { with: text("with"), on: text("on") } }),
  };
}

function NeedsPage({ at, view, newest }: { at: AtTeam; view: View; newest: string | undefined }) {
  const { frame, team } = at;
  const { say, locale } = frame;
  const students = studentNames(at);
  const classes = new Map(at.people.students.map((student) => [student.id, student.class ?? ""]));
  const path = meetingPath(team.id, view.id);
  const needs = view.needs ?? [];
  const label = (id: string) => `${students.get(id) ?? id}${classes.get(id) ? ` (${classes.get(id)})` : ""}`;
  return (
    <Page frame={frame} title={say("needs.title")}>
      <p class="soft no-print">
        <a href={path}>{say("meeting.title", { team: team.name, on: dayName(view.on, locale) })}</a>
      </p>
      <h1>{say("needs.title")}</h1>
      <p class="lead">
        {view.needsAgreed ? say("needs.agreed.lead") : say("needs.edit.lead")}{" "}
        <span class="who">{accessTexts[locale][whoSees("who-needs-what").key]}</span>
      </p>
      {needs.length === 0 ? (
        <p class="note">
          {say("needs.empty")}{" "}
          {newest === undefined ? null : (
            <a href={`/teams/${encodeURIComponent(team.id)}/needs/new?results=${newest}`}>
              {say("needs.make")}
            </a>
          )}
        </p>
      ) : null}
      {needs.length > 0 ? (
        <Form frame={frame} action={`${path}/needs`} class="needs">
          {needs.map((need, index) => (
            <NeedCard at={at} need={need} index={index} label={label} />
          ))}
          {view.unnamed && view.unnamed.length > 0 ? (
            <p class="note">{say("needs.unnamed", { list: view.unnamed.map(label).join(", ") })}</p>
          ) : null}
          <p class="row no-print">
            <button name="do" value="agree">
              {say("needs.agree")}
            </button>
            <button class="quiet" name="do" value="save">
              {say("needs.save")}
            </button>
            <a class="button quiet" href={path}>
              {say("meeting.back")}
            </a>
            <span class="soft">{say("needs.print")}</span>
          </p>
        </Form>
      ) : null}
      <ByClass at={at} needs={needs} label={label} />
    </Page>
  );
}

/** One group of students: who they are, who sees to them, until when, and how it is checked. */
function NeedCard(props: { at: AtTeam; need: Need; index: number; label: (id: string) => string }) {
  const { at, need, index, label } = props;
  const { say } = at.frame;
  const names = memberNames(at);
  const field = (name: string) => `${name}-${index}`;
  return (
    <section class="card">
      <h2>
        <span class={`tag ${need.kind === "reteach" ? "wait" : "good"}`}>
          {say(need.kind === "reteach" ? "needs.reteach" : "needs.extend")}
        </span>{" "}
        {need.standard} <span class="soft">{say("needs.count", { n: need.students.length })}</span>
      </h2>
      <div class="columns">
        {need.students.map((id) => (
          <label class="inline">
            <input type="checkbox" name={field("student")} value={id} checked />
            {label(id)}
          </label>
        ))}
      </div>
      <div class="row">
        <label class="inline no-print">
          {say("needs.add")}
          <select name={field("add")}>
            <option value="">–</option>
            {at.people.students
              .filter(({ id }) => !need.students.includes(id))
              .map(({ id }) => (
                <option value={id}>{label(id)}</option>
              ))}
          </select>
        </label>
        <label class="inline">
          {say("needs.by")}
          <select name={field("by")}>
            <option value="">–</option>
            {at.team.members.map((member) => (
              <option value={member} selected={member === need.by}>
                {names.get(member)}
              </option>
            ))}
          </select>
        </label>
        <label class="inline">
          {say("needs.period")}{" "}
          <input name={field("period")} value={need.period ?? ""} maxlength={60} size={10} />
        </label>
        <label class="inline">
          {say("needs.until")} <input name={field("until")} type="date" value={need.until ?? ""} />
        </label>
        <label class="inline">
          {say("needs.with")} <input name={field("with")} value={need.recheck?.with ?? ""} maxlength={120} />
        </label>
        <label class="inline">
          {say("needs.on")} <input name={field("on")} type="date" value={need.recheck?.on ?? ""} />
        </label>
        <label class="inline no-print">
          <input type="checkbox" name={field("remove")} value="yes" /> {say("needs.remove")}
        </label>
      </div>
    </section>
  );
}

/** On paper: one part per class, so that each teacher takes the own one along. */
function ByClass({
  at,
  needs,
  label,
}: {
  at: AtTeam;
  needs: readonly Need[];
  label: (id: string) => string;
}) {
  const { say } = at.frame;
  const classOf = new Map(at.people.students.map((student) => [student.id, student.class ?? ""]));
  const classes = [...new Set(needs.flatMap((need) => need.students.map((id) => classOf.get(id) ?? "")))]
    .filter(Boolean)
    .sort();
  if (classes.length < 2) return null;
  return (
    <section class="only-print">
      {classes.map((name) => (
        <div class="sheet">
          <h2>{say("needs.class", { class: name })}</h2>
          {needs.map((need) => {
            const own = need.students.filter((id) => classOf.get(id) === name);
            return own.length === 0 ? null : (
              <p>
                <strong>
                  {say(need.kind === "reteach" ? "needs.reteach" : "needs.extend")}: {need.standard}
                </strong>{" "}
                {own.map(label).join(", ")} {need.recheck ? `· ${need.recheck.with} ${need.recheck.on}` : ""}
              </p>
            );
          })}
        </div>
      ))}
    </section>
  );
}
