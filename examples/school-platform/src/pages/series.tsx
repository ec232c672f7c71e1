import { type MeetingSeries, parseTime } from "@collegium/scheduling";
import { type Context, Hono } from "hono";
import { Form, Issues, Page } from "../layout.js";
import { followSeries } from "../state/follow-series.js";
import type { KnownTimes } from "../state/known-time.js";
import { may } from "../state/looking.js";
import { nextSlot } from "../state/next-slot.js";
import { scheduledAhead, type Workshop } from "../state/prepare.js";
import type { School } from "../state/school.js";
import {
  conflictsOf,
  followingWeeks,
  hasOthers,
  withMeeting,
  withMembers,
  withSkip,
  withSwap,
} from "../state/series-changes.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import type { FeedAddresses } from "../state/team-feed.js";
import type { RegisteredTeam, TeamRegister } from "../state/team-register.js";
import { cycleWords } from "./calendar-marks.js";
import { PreparedNote, saidPath } from "./prepared-note.js";
import { SeriesDates } from "./series-dates.js";
import { SeriesForm, seriesFrom } from "./series-form.js";
import { Closed, teamUp } from "./team-frame.js";

/** A team's standing meeting: its dates, its changes, whose turn it is, and the feed that carries it into calendars. */
export function seriesPages(parts: {
  door: TeamDoor;
  shop: Workshop;
  register: TeamRegister;
  feeds: FeedAddresses;
  known: KnownTimes;
  today: () => string;
}) {
  const { door, shop, register, feeds, known, today } = parts;
  const app = new Hono();

  const page = async (c: Context, at: AtTeam, issues: readonly { message: string }[] = []) => {
    const { frame: f, team } = at;
    const { say } = f;
    const district = f.school.districtId;
    const path = `/teams/${encodeURIComponent(team.id)}`;
    const kept = await shop.calendars.of(f.school);
    const standing = kept && (await shop.times.standing(district, team.id, kept));
    const writes = may(at.grant, "prepare-meeting");
    const secret = team.members.includes(at.viewer.person)
      ? await feeds.secret(district, team.id, at.viewer.person)
      : undefined;
    const people = [...new Set([...team.members, ...(standing?.series.members ?? [])])];
    const busy = await known.of({ school: f.school, viewer: at.viewer, team: team.id }, people, kept);
    const conflicts =
      kept && standing
        ? conflictsOf(standing, await others(f.school, team, kept), kept, f.school.time?.timetable, busy)
        : [];
    const slot = nextSlot(
      f.school.time?.timetable,
      team,
      { today: today() },
      { chosen: [], known: busy, ...(kept && { kept }) },
    );
    const ahead = standing?.meetings.filter(({ date }) => date >= today()) ?? [];
    const meeting = await scheduledAhead(shop, f.school, team);
    const prepared = meeting === undefined ? undefined : await shop.times.of(district, team.id, meeting);
    const past = standing?.meetings.filter(({ date }) => date < today()) ?? [];
    return (
      <Page frame={f} title={say("series.title")} up={teamUp(team)}>
        <h1>{say("series.title")}</h1>
        <PreparedNote frame={f} prepared={c.req.query("prepared")} on={c.req.query("on")} />
        {!kept ? (
          <p class="note wait">
            {say("free.needs")} <a href="/calendar">{say("nav.calendar")}</a>
          </p>
        ) : standing ? (
          <>
            <p class="lead">
              {say("series.lead", { n: ahead.filter(({ status }) => status !== "cancelled").length })}
            </p>
            <Issues
              frame={f}
              issues={[
                ...issues,
                ...standing.warnings.filter(({ code }) => code !== "meeting-without-period"),
              ]}
              tone="wait"
            />
            {writes && hasOthers(standing.series, team.members) ? (
              <Form frame={f} action={`${path}/series/change`} class="note wait">
                <p>{say("series.others")}</p>
                <button class="quiet" name="do" value="members">
                  {say("series.members")}
                </button>
              </Form>
            ) : null}
            {writes && followingWeeks(standing.series, kept) ? (
              <Form frame={f} action={`${path}/series/change`} class="note wait">
                <p>{say("series.drifts", { weeks: cycleWords(f, kept.calendar) })}</p>
                <button class="quiet" name="do" value="cycle">
                  {say("series.followWeeks")}
                </button>
              </Form>
            ) : null}
            <SeriesDates
              at={at}
              standing={standing}
              meetings={ahead}
              conflicts={conflicts}
              writes={writes}
              prepared={prepared}
            />
            {past.length > 0 ? (
              <details class="no-print">
                <summary>{say("series.past", { n: past.length })}</summary>
                <SeriesDates at={at} standing={standing} meetings={past} conflicts={[]} writes={false} />
              </details>
            ) : null}
            {writes ? (
              <Form frame={f} action={`${path}/series/end`} class="no-print apart">
                <button class="danger">{say("series.end")}</button>
              </Form>
            ) : null}
          </>
        ) : writes ? (
          <>
            <p class="lead">{say("series.none")}</p>
            <SeriesForm at={at} kept={kept} today={today()} slot={slot} issues={issues} />
          </>
        ) : (
          <p class="lead">{say("team.next.none")}</p>
        )}
        {secret && kept ? (
          <section class="no-print" aria-labelledby="feed">
            <h2 id="feed">{say("feed.title")}</h2>
            <p>{say("feed.how")}</p>
            <p>
              <code class="address">{`${new URL(c.req.url).origin}${path}/calendar.ics?secret=${secret}`}</code>
            </p>
            <div class="row">
              <a class="button quiet" href={`${path}/calendar.ics?secret=${secret}`}>
                {say("feed.open")}
              </a>
              <Form frame={f} action={`${path}/feed`}>
                <button class="quiet">{say("feed.renew")}</button>
              </Form>
              <span class="who">{say("feed.secret")}</span>
            </div>
          </section>
        ) : null}
      </Page>
    );
  };

  const preparation = (at: AtTeam) => ({ today: today(), by: at.sender });
  const others = async (
    school: School,
    team: RegisteredTeam,
    kept: Parameters<typeof shop.times.standing>[2],
  ) => {
    const teams = (await register.inUse(school)).filter(({ id }) => id !== team.id);
    const standing = await Promise.all(
      teams.map(({ id }) => shop.times.standing(school.districtId, id, kept)),
    );
    return standing.flatMap((one) => (one ? [{ series: one.series, meetings: one.meetings }] : []));
  };

  app.get("/teams/:team/series", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-agenda")) return c.html(<Closed at={at} need="read-agenda" />, 403);
    return c.html(await page(c, at));
  });

  app.post("/teams/:team/series", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    const kept = at && (await shop.calendars.of(at.frame.school));
    if (!at || !kept) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const { districtId } = at.frame.school;
    const series = seriesFrom(at, kept, await c.req.parseBody({ all: true }));
    const version = await shop.times.version(districtId, at.team.id);
    const saved = await shop.times.save(districtId, at.team.id, series, version, at.sender);
    if (!saved.ok) return c.html(await page(c, at, [{ message: at.frame.say("series.problem") }]), 422);
    return c.redirect(c.req.path, 303);
  });

  app.post("/teams/:team/series/change", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    const kept = at && (await shop.calendars.of(at.frame.school));
    const standing = at && kept && (await shop.times.standing(at.frame.school.districtId, at.team.id, kept));
    if (!at || !standing) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const body = await c.req.parseBody();
    const text = (name: string) => String(body[name] ?? "").trim();
    const key = text("key");
    const { series, version } = standing;
    const [start, end] = [text("start"), text("end")];
    const backwards = text("do") === "move" && (parseTime(end) ?? 0) <= (parseTime(start) ?? 0);
    if (backwards) return c.html(await page(c, at, [{ message: at.frame.say("series.problem.time") }]), 422);
    const ways: Record<string, () => MeetingSeries> = {
      move: () =>
        withMeeting(series, key, {
          at: { start, end },
          ...(text("date") !== key && { moveTo: text("date") }),
        }),
      cancel: () => withMeeting(series, key, { cancelled: true }),
      cycle: () => followingWeeks(series, kept) ?? series,
      restore: () => withMeeting(series, key, undefined),
      members: () => withMembers(series, at.team.members),
      skip: () => withSkip(series, text("role"), text("person"), key),
      swap: () => withSwap(series, text("role"), key, text("other")),
    };
    const changed = ways[text("do")]?.();
    if (!changed) return c.notFound();
    const saved = await shop.times.save(at.frame.school.districtId, at.team.id, changed, version, at.sender);
    if (!saved.ok) return c.html(await page(c, at, [{ message: at.frame.say("series.problem") }]), 422);
    const after = await shop.times.standing(at.frame.school.districtId, at.team.id, kept);
    const meetings = [standing.meetings, after?.meetings ?? []] as const;
    const followed = await followSeries(shop, at.frame.school, at.team, ...meetings, preparation(at));
    if (followed.what === "refused") return c.html(await page(c, at, [followed.rejection]), 422);
    return c.redirect(saidPath(at.team.id, followed, "/series"), 303);
  });

  app.post("/teams/:team/series/end", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "prepare-meeting")) return c.html(<Closed at={at} need="prepare-meeting" />, 403);
    const { districtId } = at.frame.school;
    const version = await shop.times.version(districtId, at.team.id);
    await shop.times.save(districtId, at.team.id, undefined, version, at.sender);
    // A meeting that was prepared is no longer one of a row, and stays.
    const meeting = await scheduledAhead(shop, at.frame.school, at.team);
    const time = meeting === undefined ? undefined : await shop.times.of(districtId, at.team.id, meeting);
    return c.redirect(
      saidPath(at.team.id, time ? { what: "stays", on: time.on } : { what: "nothing" }, "/series"),
      303,
    );
  });

  app.post("/teams/:team/feed", async (c) => {
    const at = await door(c, "team", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-agenda") || !at.team.members.includes(at.viewer.person))
      return c.html(<Closed at={at} need="read-agenda" />, 403);
    await feeds.renew(at.frame.school.districtId, at.team.id, at.viewer.person);
    return c.redirect(`/teams/${encodeURIComponent(at.team.id)}/series#feed`, 303);
  });

  return app;
}
