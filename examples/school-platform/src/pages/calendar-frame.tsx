import type { Frame } from "../frame.js";
import { Issues, Page } from "../layout.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import { grantFor, may, viewerIn } from "../state/looking.js";
import { shortDay } from "./days.js";

/** The domain that makes this platform's calendar entries unique. */
export const DOMAIN = "collegium.example";

/** Whether the person at the browser may change the school's calendar. */
export function mayChange(frame: Frame, on: string): boolean {
  const { school, viewer } = frame;
  const subject = { kind: "time", id: "calendar", team: "", school: school.districtId } as const;
  return may(grantFor(viewerIn(school, viewer.id, []), subject, on), "write-calendar");
}

/** One step back, one step on, and the whole year. */
export function Steps(props: {
  frame: Frame;
  before: string | undefined;
  after: string | undefined;
  path: string;
  week?: string;
  /** What the address adds to stay with one school of a district. */
  query?: string;
}) {
  const { frame, before, after, path, week, query = "" } = props;
  const { say, locale } = frame;
  return (
    <p class="row no-print">
      {before ? <a href={`${path}/${before}${query}`}>← {shortDay(before, locale)}</a> : null}
      {after ? <a href={`${path}/${after}${query}`}>{shortDay(after, locale)} →</a> : null}
      {week ? <a href={`/calendar/week/${week}${query}`}>{say("calendar.itsWeek")}</a> : null}
      <a href={`/calendar${query}`}>{say("calendar.year")}</a>
    </p>
  );
}

/** Shown while a school has no calendar: the two ways to get one. */
export function NoCalendar({ frame }: { frame: Frame }) {
  const { say } = frame;
  return (
    <Page frame={frame} title={say("nav.calendar")}>
      <h1>{say("calendar.none")}</h1>
      <p class="lead">{say("calendar.none.lead")}</p>
      <p class="row">
        <a class="button" href="/calendar/new">
          {say("calendar.make")}
        </a>
        <a href="/calendar/bring-in">{say("calendar.bringIn")}</a>
      </p>
    </Page>
  );
}

/** Shown for a date that the calendar does not have. */
export function Outside({ frame, kept }: { frame: Frame; kept: KeptCalendar }) {
  const { say, locale } = frame;
  const { first, last } = kept.calendar;
  return (
    <Page frame={frame} title={say("nav.calendar")}>
      <h1>{say("calendar.outside")}</h1>
      <p class="lead">
        {say("calendar.outside.lead", { first: shortDay(first, locale), last: shortDay(last, locale) })}
      </p>
      <a href="/calendar">{say("calendar.year")}</a>
    </Page>
  );
}

/** Shown for a calendar that is none. */
export function Refused({
  frame,
  issues,
}: {
  frame: Frame;
  issues: readonly { message: string; hint?: string }[];
}) {
  return (
    <Page frame={frame} title={frame.say("nav.calendar")}>
      <h1>{frame.say("calendar.refused")}</h1>
      <Issues frame={frame} issues={issues} />
      <a href="/calendar">{frame.say("calendar.year")}</a>
    </Page>
  );
}

/** A date, where the calendar has it. */
export function inYear({ calendar }: KeptCalendar, date: string): string | undefined {
  return date >= calendar.first && date <= calendar.last ? date : undefined;
}
