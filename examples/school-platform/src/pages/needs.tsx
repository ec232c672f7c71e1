import { type Need, whoNeedsWhat } from "@collegium/meeting-cycle";
import { Hono } from "hono";
import { Form, Page } from "../layout.js";
import type { KnownTimes } from "../state/known-time.js";
import { may } from "../state/looking.js";
import { meetingAhead, type Workshop } from "../state/prepare.js";
import { reportOf } from "../state/results-book.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { newId } from "../state/team-work.js";
import { daysAfter } from "./days.js";
import { meetingPath } from "./meeting-path.js";
import { NeedsPage } from "./needs-page.js";
import { Closed, teamUp } from "./team-frame.js";

/** Who needs what: drafted from an item report, edited by the team, printed for each teacher's own classes. */
export function needsPages(parts: {
  door: TeamDoor;
  shop: Workshop;
  known: KnownTimes;
  today: () => string;
}) {
  const { door, shop, known, today } = parts;
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
      <Page frame={at.frame} title={at.frame.say("needs.title")} up={teamUp(at.team)}>
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
    const preparation = { today: today(), by: sender, known: await known.ofMembers(at) };
    const meeting = await meetingAhead(shop, at.frame.school, at.team, preparation);
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
