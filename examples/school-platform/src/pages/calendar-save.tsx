import { checkCalendar, exportCalendar, SchoolCalendar } from "@collegium/scheduling";
import { Hono } from "hono";
import type { FrameMaker } from "../request.js";
import { followCalendar } from "../state/follow-series.js";
import type { Workshop } from "../state/prepare.js";
import type { TeamRegister } from "../state/team-register.js";
import { DOMAIN, mayChange, NoCalendar, Refused } from "./calendar-frame.js";
import { cannotStand, Preview } from "./calendar-preview.js";
import { viewed } from "./calendar-schools.js";

/** Saving the calendar, with the prepared meetings that follow it, and the calendar as a file. */
export function calendarSavePages(parts: {
  frame: FrameMaker;
  shop: Workshop;
  register: TeamRegister;
  today: () => string;
  now: () => Date;
}) {
  const { frame, shop, register, today, now } = parts;
  const { calendars } = shop;
  const app = new Hono();

  app.post("/calendar/save", async (c) => {
    const f = await frame(c);
    if (!mayChange(f, today())) return c.html(<NoCalendar frame={f} />, 403);
    const body = await c.req.parseBody();
    const before = await calendars.of(f.school);
    const read = SchoolCalendar.read(parsed(String(body["calendar"] ?? "")));
    if (!read.ok) return c.html(<Refused frame={f} issues={read.issues} />, 422);
    const after = read.value;
    const issues = checkCalendar(after);
    if (cannotStand(issues)) return c.html(<Refused frame={f} issues={issues} />, 422);
    const school = String(body["school"] ?? "");
    if (!after.schools.some(({ id }) => id === school))
      return c.html(<Refused frame={f} issues={[{ message: f.say("calendar.problem.school") }]} />, 422);
    const note = String(body["note"] ?? "")
      .trim()
      .slice(0, 200);
    const next = { calendar: after, school, note, on: Number(body["on"]) || 0 };
    const saved = await calendars.save(f.school, next, { person: f.viewer.id, at: now().toISOString() });
    if (!saved.ok) {
      const stale = [{ message: f.say("calendar.problem.stale") }];
      return c.html(
        <Preview
          frame={f}
          before={before}
          after={after}
          school={school}
          note={note}
          back="/calendar"
          issues={stale}
        />,
        409,
      );
    }
    const followed = before
      ? await followCalendar(
          shop,
          f.school,
          await register.inUse(f.school),
          before,
          { calendar: after, school, version: 0 },
          { today: today(), by: { person: f.viewer.id, at: now().toISOString() } },
        )
      : 0;
    return c.redirect(followed > 0 ? `/calendar?followed=${followed}` : "/calendar", 303);
  });

  app.get("/calendar.ics", async (c) => {
    const f = await frame(c);
    const kept = await calendars.of(f.school);
    if (!kept) return c.notFound();
    const feed = exportCalendar(kept.calendar, viewed(c, kept).kept.school, {
      stamp: Math.floor(now().getTime() / 1000),
      domain: DOMAIN,
    });
    if (!feed.ok) return c.html(<Refused frame={f} issues={feed.issues} />, 422);
    return c.body(feed.value, 200, { "content-type": "text/calendar; charset=utf-8" });
  });

  app.get("/calendar.json", async (c) => {
    const kept = await calendars.of((await frame(c)).school);
    return kept ? c.json(kept.calendar) : c.notFound();
  });

  return app;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
