import { checkCalendar, type DatedLesson, dayOn, type SchoolDay } from "@collegium/scheduling";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Issues, Page } from "../layout.js";
import { type FrameMaker, LEADER } from "../request.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import { withChange, withoutException } from "../state/calendar-change.js";
import type { KnownTimes } from "../state/known-time.js";
import { viewerIn } from "../state/looking.js";
import { meetingsElsewhere, ownMeetings } from "../state/own-meetings.js";
import type { Workshop } from "../state/prepare.js";
import { lessonsOn, periodsWithoutBell, tableOf } from "../state/school-days.js";
import type { TeamRegister } from "../state/team-register.js";
import { changeFrom } from "./calendar-day-change.js";
import { DayPage } from "./calendar-day-page.js";
import { inYear, mayChange, NoCalendar, Outside, Steps } from "./calendar-frame.js";
import { cycleText, marksOf } from "./calendar-marks.js";
import { OwnMeetings } from "./calendar-own-meetings.js";
import { Changes, Preview } from "./calendar-preview.js";
import { SchoolChoice, schoolName, type Viewed, viewed } from "./calendar-schools.js";
import { WeekOfBells, weekOf } from "./calendar-week.js";
import { Legend, Year } from "./calendar-year.js";
import { daysAfter, shortDay } from "./days.js";

/** The school year: at a glance, week by week, day by day, and every change of it in words before it is saved. */
export function calendarPages(parts: {
  frame: FrameMaker;
  shop: Workshop;
  register: TeamRegister;
  known: KnownTimes;
  today: () => string;
}) {
  const { frame, shop, register, known, today } = parts;
  const { calendars } = shop;
  const app = new Hono();

  /** The meetings of the viewer's own teams; a school's leader belongs to none. */
  const meetingsOf = async (f: Frame, { kept, query }: Viewed, days: readonly SchoolDay[]) => {
    if (query !== "" || f.viewer.id === LEADER) return [];
    const dates = new Set(days.map(({ date }) => date));
    const teams = await register.inUse(f.school);
    const ours = await ownMeetings(shop, f.school, teams, kept, f.viewer.id, dates);
    const asker = { school: f.school, viewer: viewerIn(f.school, f.viewer.id, teams) };
    const neighbours = await known.neighbours(asker, kept);
    const elsewhere = await meetingsElsewhere(shop, register, f.school, neighbours, f.viewer.id, dates);
    return [...ours, ...elsewhere].sort((a, b) => a.date.localeCompare(b.date) || a.start - b.start);
  };

  app.get("/calendar", async (c) => {
    const f = await frame(c);
    const { say, locale } = f;
    const kept = await calendars.of(f.school);
    if (!kept) return c.html(<NoCalendar frame={f} />);
    const view = viewed(c, kept);
    const { calendar } = kept;
    const table = tableOf(view.kept);
    const marks = marksOf(f, calendar);
    const writes = mayChange(f, today());
    const timetable = f.school.time?.timetable;
    const silent = timetable ? periodsWithoutBell(timetable, kept) : 0;
    const followed = Number(c.req.query("followed")) || 0;
    const past = writes ? await calendars.history(f.school) : [];
    return c.html(
      <Page frame={f} title={calendar.name}>
        <h1>{calendar.name}</h1>
        <p class="lead">
          {say("calendar.lead", {
            n: table.days.filter(({ school }) => school).length,
            first: shortDay(calendar.first, locale),
            last: shortDay(calendar.last, locale),
          })}
        </p>
        {followed > 0 ? (
          <p class="note" role="status">
            {say("calendar.followed", { n: followed })}
          </p>
        ) : null}
        {writes ? <Issues frame={f} issues={checkCalendar(calendar)} tone="wait" /> : null}
        {writes && silent > 0 ? (
          <p class="note wait">
            {say("calendar.silent", { n: silent })} <a href="/calendar/bells">{say("bells.title")}</a>
          </p>
        ) : null}
        <div class="row no-print">
          <a class="button" href={`/calendar/week/${today()}${view.query}`}>
            {say("calendar.week")}
          </a>
          <form class="row" method="get" action="/calendar/day">
            <label class="inline">
              {say("calendar.goto")}
              <input type="date" name="date" value={today()} min={calendar.first} max={calendar.last} />
            </label>
            {view.query === "" ? null : <input type="hidden" name="school" value={view.kept.school} />}
            <button class="quiet">{say("calendar.go")}</button>
          </form>
          {writes ? <a href={`/calendar/bells${view.query}`}>{say("bells.title")}</a> : null}
        </div>
        <SchoolChoice frame={f} kept={kept} view={view} writes={writes} />
        <Legend frame={f} marks={marks} />
        <Year frame={f} calendar={calendar} table={table} marks={marks} today={today()} query={view.query} />
        <p class="row no-print">
          <a href={`/calendar.ics${view.query}`}>{say("calendar.ics")}</a>
          <a href="/calendar.json">{say("calendar.json")}</a>
          {writes ? <a href="/calendar/bring-in">{say("calendar.bringIn")}</a> : null}
          {writes ? <a href="/calendar/new">{say("calendar.anew")}</a> : null}
          <span class="who">{say("who.school")}</span>
        </p>
        {past.length > 1 ? (
          <section class="no-print" aria-labelledby="past">
            <h2 id="past">{say("calendar.past")}</h2>
            {past
              .slice(1)
              .map((version, index) => (
                <details>
                  <summary>
                    {version.note === "" ? say("calendar.changed") : version.note}{" "}
                    <span class="soft">{shortDay(version.at.slice(0, 10), locale)}</span>
                  </summary>
                  {version.school === past[index]?.school ? null : (
                    <p>{say("calendar.schoolIs", { name: schoolName(version.calendar, version.school) })}</p>
                  )}
                  <Changes
                    frame={f}
                    before={(past[index] as KeptCalendar).calendar}
                    after={version.calendar}
                  />
                </details>
              ))
              .reverse()}
          </section>
        ) : null}
      </Page>,
    );
  });

  app.get("/calendar/week/:date", async (c) => {
    const f = await frame(c);
    const kept = await calendars.of(f.school);
    if (!kept) return c.html(<NoCalendar frame={f} />);
    const view = viewed(c, kept);
    const days = weekOf(tableOf(view.kept), c.req.param("date"));
    const [first] = days;
    if (!first) return c.notFound();
    const { say, locale } = f;
    const { cycle } = kept.calendar;
    const counted = days.find(({ cycleDay }) => cycleDay !== undefined);
    return c.html(
      <Page frame={f} title={say("calendar.weekOf", { day: shortDay(first.date, locale) })}>
        <h1>{say("calendar.weekOf", { day: shortDay(first.date, locale) })}</h1>
        {counted && cycle?.counts !== "school-days" ? (
          <p class="lead">{cycleText(f, kept.calendar, counted)}</p>
        ) : null}
        <Steps
          frame={f}
          before={
            inYear(kept, daysAfter(first.date, -7)) ??
            (first.date > kept.calendar.first ? kept.calendar.first : undefined)
          }
          after={inYear(kept, daysAfter(first.date, 7 - ((first.day + 3) % 7)))}
          path="/calendar/week"
          query={view.query}
        />
        <SchoolChoice frame={f} kept={kept} view={view} writes={mayChange(f, today())} />
        <WeekOfBells
          frame={f}
          calendar={kept.calendar}
          days={days}
          today={today()}
          query={view.query}
          lessons={taughtBy(f, view, days)}
        />
        <OwnMeetings frame={f} meetings={await meetingsOf(f, view, days)} />
      </Page>,
    );
  });

  app.get("/calendar/day", (c) => {
    const { date = today(), school = "" } = c.req.query();
    const query = school === "" ? "" : `?school=${encodeURIComponent(school)}`;
    return c.redirect(`/calendar/day/${encodeURIComponent(date)}${query}`, 303);
  });

  app.get("/calendar/day/:date", async (c) => {
    const f = await frame(c);
    const kept = await calendars.of(f.school);
    if (!kept) return c.html(<NoCalendar frame={f} />);
    const view = viewed(c, kept);
    const day = dayOn(tableOf(view.kept), c.req.param("date"));
    return day
      ? c.html(
          <DayPage
            frame={f}
            kept={kept}
            view={view}
            day={day}
            lessons={taughtBy(f, view, [day])}
            meetings={await meetingsOf(f, view, [day])}
            writes={mayChange(f, today())}
          />,
        )
      : c.html(<Outside frame={f} kept={kept} />, 404);
  });

  app.post("/calendar/day/:date", async (c) => {
    const f = await frame(c);
    const kept = await calendars.of(f.school);
    const view = kept && viewed(c, kept);
    const day = view && dayOn(tableOf(view.kept), c.req.param("date"));
    if (!view || !day) return c.notFound();
    if (!mayChange(f, today()))
      return c.html(<DayPage frame={f} kept={kept} view={view} day={day} writes={false} />, 403);
    const change = await changeFrom(c, f, day);
    if (change === undefined) {
      const issues = [{ message: f.say("calendar.problem.why") }];
      return c.html(<DayPage frame={f} kept={kept} view={view} day={day} writes issues={issues} />, 422);
    }
    const after =
      typeof change === "number"
        ? withoutException(kept.calendar, change)
        : withChange(view.kept, day, change);
    const note =
      typeof change === "number"
        ? f.say("calendar.takenBack", { name: kept.calendar.exceptions[change]?.name ?? "" })
        : change.name;
    return c.html(
      <Preview
        frame={f}
        before={kept}
        after={after}
        school={kept.school}
        note={note}
        back={`/calendar/day/${day.date}${view.query}`}
      />,
    );
  });

  return app;
}

/** What the person at the browser teaches on some dates; nothing at another school of the district. */
function taughtBy(
  { school, viewer }: Frame,
  { kept, query }: Viewed,
  days: readonly SchoolDay[],
): DatedLesson[] {
  const timetable = school.time?.timetable;
  if (!timetable || query !== "" || viewer.id === LEADER) return [];
  return lessonsOn(timetable, kept, tableOf(kept), days).filter(({ resources }) =>
    resources.includes(viewer.id),
  );
}
