import { accessTexts, whoSees } from "@collegium/access";
import type { Issue } from "@collegium/schema";
import { type Context, Hono } from "hono";
import type { Frame } from "../frame.js";
import { Form, Issues, Page, Scroll } from "../layout.js";
import { type FrameMaker, LEADER } from "../request.js";
import type { CalendarBook } from "../state/calendar-book.js";
import { grantFor, may, viewerIn } from "../state/looking.js";
import { homeOf } from "../state/neighbours.js";
import { busyOnDates, type OwnCalendar, type OwnCalendars, readOwnCalendar } from "../state/own-calendars.js";
import { tableOf } from "../state/school-days.js";
import { DOMAIN } from "./calendar-frame.js";
import { daysAfter, shortDay, timeSpan, weekdayDay } from "./days.js";

const SHOWN_DAYS = 14;

/** A person's own calendar as busy time: brought in, seen, replaced and removed by nobody else. */
export function ownCalendarPages(parts: {
  frame: FrameMaker;
  calendars: CalendarBook;
  owns: OwnCalendars;
  today: () => string;
  now: () => Date;
  zone: string;
}) {
  const { frame, calendars, owns, today, now, zone } = parts;
  const app = new Hono();

  /** Whose calendar this is, and what this person may do with it; a school's leader stands for no one of the staff. */
  const mine = async (c: Context) => {
    const f = await frame(c);
    const { viewer, school } = f;
    const id = viewer.id;
    // A guest of a team has the calendar at the own school.
    const home = homeOf(school, id);
    const subject = { kind: "appointments", id, owner: id, school: home.districtId } as const;
    const grant = grantFor(viewerIn(school, id, []), subject, today());
    const kept = await calendars.of(school);
    return {
      f,
      home,
      reads: id !== LEADER && may(grant, "read-appointments"),
      writes: id !== LEADER && may(grant, "write-appointments"),
      zone: kept ? tableOf(kept).zone : zone,
    };
  };
  const page = async (c: Context, refused: readonly Issue[] = [], left: readonly Issue[] = []) => {
    const { f, home, reads, zone: own } = await mine(c);
    if (!reads) return <WhoseCalendar frame={f} />;
    const kept = await owns.of(home.districtId, home.person);
    return <OwnPage frame={f} kept={kept} zone={own} today={today()} refused={refused} left={left} />;
  };

  app.get("/own-calendar", async (c) => c.html(await page(c)));

  app.post("/own-calendar", async (c) => {
    const { home, writes, zone: own } = await mine(c);
    if (!writes) return c.html(await page(c), 403);
    const { file } = await c.req.parseBody();
    const text = file instanceof File ? await file.text() : "";
    const read = readOwnCalendar(text, { person: home.person, zone: own, now: now(), domain: DOMAIN });
    if (!read.ok) return c.html(await page(c, read.issues), 422);
    await owns.put(home.districtId, read.value);
    return c.html(await page(c, [], read.warnings));
  });

  app.post("/own-calendar/remove", async (c) => {
    const { home, writes } = await mine(c);
    if (!writes) return c.html(await page(c), 403);
    await owns.remove(home.districtId, home.person);
    return c.redirect("/own-calendar", 303);
  });

  return app;
}

function OwnPage(props: {
  frame: Frame;
  kept: OwnCalendar | undefined;
  zone: string;
  today: string;
  refused: readonly Issue[];
  left: readonly Issue[];
}) {
  const { frame, kept, refused, left } = props;
  const { say, locale } = frame;
  const whose = accessTexts[locale][whoSees("appointments").key];
  return (
    <Page frame={frame} title={say("own.title")} island="drop">
      <h1>{say("own.title")}</h1>
      <p class="lead">{say("own.lead")}</p>
      <Issues frame={frame} issues={refused} />
      {kept ? (
        <>
          <p class={left.length > 0 ? "note" : "note good"} role="status">
            {say("own.read", { n: kept.read, m: kept.spans.length, to: shortDay(kept.to, locale) })}{" "}
            {say("own.read.at", { day: shortDay(kept.at.slice(0, 10), locale) })}
          </p>
          {left.length > 0 ? <h2>{say("own.left", { n: left.length })}</h2> : null}
          <Issues frame={frame} issues={left} tone="wait" />
          <Busy {...props} kept={kept} />
        </>
      ) : null}
      <h2>{say(kept ? "own.replace" : "own.bringIn")}</h2>
      <Form frame={frame} action="/own-calendar" multipart class="drop" id="drop">
        <label for="file">{say("own.file")}</label>
        <input id="file" type="file" name="file" accept=".ics,text/calendar" required />
        <button type="submit">{say("own.take")}</button>
      </Form>
      <ul>
        <li>{say("own.kept")}</li>
        <li>{say("own.shown")}</li>
        <li>{say("own.meetings")}</li>
      </ul>
      {kept ? (
        <Form frame={frame} action="/own-calendar/remove" class="row">
          <button class="danger">{say("own.remove")}</button>
          <span class="who">{whose}</span>
        </Form>
      ) : (
        <p class="who">{whose}</p>
      )}
    </Page>
  );
}

/** The two weeks ahead as colleagues' questions see them. */
function Busy(props: { frame: Frame; kept: OwnCalendar; zone: string; today: string }) {
  const { frame, kept, zone, today } = props;
  const { say, locale } = frame;
  const until = daysAfter(today, SHOWN_DAYS);
  const byDate = new Map<string, string[]>();
  for (const { date, start = 0, end = 1440 } of busyOnDates(kept.spans, zone)) {
    if (date < today || date >= until) continue;
    const text = start === 0 && end === 1440 ? say("own.allDay") : timeSpan(start, end, locale);
    byDate.set(date, [...(byDate.get(date) ?? []), text]);
  }
  if (byDate.size === 0) return <p>{say("own.nothingAhead")}</p>;
  return (
    <Scroll label={say("own.ahead")}>
      <table class="narrow">
        <caption>{say("own.ahead")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("series.date")}</th>
            <th scope="col">{say("own.busy")}</th>
          </tr>
        </thead>
        <tbody>
          {[...byDate].map(([date, times]) => (
            <tr>
              <th scope="row" class="time">
                {weekdayDay(date, locale)}
              </th>
              <td>{times.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Shown to whoever stands for no one of the staff. */
function WhoseCalendar({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title={frame.say("own.title")}>
      <h1>{frame.say("own.title")}</h1>
      <p class="lead">{frame.say("own.whose")}</p>
      <p>
        <a href="/people">{frame.say("people.title")}</a>
      </p>
    </Page>
  );
}
