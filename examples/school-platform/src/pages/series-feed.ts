import { Hono } from "hono";
import type { FrameMaker } from "../request.js";
import { grantFor, may, viewerIn } from "../state/looking.js";
import type { Workshop } from "../state/prepare.js";
import { type FeedAddresses, teamFeed } from "../state/team-feed.js";
import { namesIn, type TeamRegister } from "../state/team-register.js";
import { DOMAIN } from "./calendar-frame.js";
import { ROLES } from "./series-form.js";

/** A team's meetings for calendar programs. */
export function feedPages(parts: {
  frame: FrameMaker;
  shop: Workshop;
  register: TeamRegister;
  feeds: FeedAddresses;
  today: () => string;
  now: () => Date;
}) {
  const { frame, shop, register, feeds, today, now } = parts;
  const app = new Hono();

  // A calendar program has no cookie: the secret says whose feed it is, and the policy what that person may read.
  app.get("/teams/:team/calendar.ics", async (c) => {
    const f = await frame(c);
    const { school, say } = f;
    const teams = await register.inUse(school);
    const team = teams.find(({ id }) => id === c.req.param("team"));
    const kept = await shop.calendars.of(school);
    if (!team || !kept) return c.notFound();
    const person = await feeds.personOf(school.districtId, team, c.req.query("secret") ?? "");
    const subject = { kind: "team", id: team.id, team: team.id, school: school.districtId } as const;
    const viewer = viewerIn(school, person ?? "", teams);
    if (!person || !may(grantFor(viewer, subject, today()), "read-agenda")) return c.notFound();
    const names = namesIn(school, team);
    const describe = (roles: Readonly<Record<string, string>>) =>
      ROLES.flatMap((role) =>
        roles[role] ? [`${say(`series.role.${role}`)}: ${names.get(roles[role]) ?? ""}`] : [],
      ).join("\n");
    const standing = await shop.times.standing(school.districtId, team.id, kept);
    const chosen = await shop.times.chosen(school.districtId, team.id);
    const meetings = [...new Set(chosen.flatMap(({ meeting }) => meeting ?? []))];
    const views = await Promise.all(
      meetings.map((id) =>
        shop.work.meetingView(
          school.districtId,
          id,
          { person },
          grantFor(viewer, { ...subject, kind: "meeting", id }, today()),
        ),
      ),
    );
    const calledOff = new Set(views.flatMap((view) => (view?.phase === "cancelled" ? [view.id] : [])));
    const feed = teamFeed({
      team,
      kept,
      ...(standing && { standing }),
      chosen,
      calledOff,
      describe,
      domain: DOMAIN,
      stamp: Math.floor(now().getTime() / 1000),
    });
    return feed.ok
      ? c.body(feed.value, 200, {
          "content-type": "text/calendar; charset=utf-8",
          "cache-control": "private, no-store",
        })
      : c.notFound();
  });

  return app;
}
