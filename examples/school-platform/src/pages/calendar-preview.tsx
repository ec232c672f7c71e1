import {
  checkCalendar,
  dayTable,
  diffCalendars,
  inLanguage,
  type SchoolCalendar,
} from "@collegium/scheduling";
import type { Issue } from "@collegium/schema";
import type { Frame } from "../frame.js";
import { Form, Issues, Page } from "../layout.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import { OurSchool } from "./calendar-schools.js";
import { shortDay } from "./days.js";

const SHOWN = 14;

/** A calendar as it would be, in words beside the one in force; nothing is saved until somebody says so here. */
export function Preview(props: {
  frame: Frame;
  before: KeptCalendar | undefined;
  after: SchoolCalendar;
  school: string;
  note: string;
  back: string;
  issues?: readonly { message: string; hint?: string | undefined }[];
}) {
  const { frame, before, after, school, note, back } = props;
  const { say } = frame;
  const issues = checkCalendar(after);
  if (cannotStand(issues)) {
    return (
      <Page frame={frame} title={say("calendar.refused")}>
        <h1>{say("calendar.refused")}</h1>
        <Issues frame={frame} issues={issues} />
        <a class="button quiet" href={back}>
          {say("calendar.back")}
        </a>
      </Page>
    );
  }
  return (
    <Page frame={frame} title={say("calendar.preview")}>
      <h1>{say(before ? "calendar.preview" : "calendar.preview.first")}</h1>
      <Issues frame={frame} issues={props.issues ?? []} />
      {before ? (
        <Changes frame={frame} before={before.calendar} after={after} />
      ) : (
        <Facts frame={frame} calendar={after} school={school || (after.schools[0]?.id ?? "")} />
      )}
      {issues.length > 0 ? <h2>{say("calendar.check")}</h2> : null}
      <Issues frame={frame} issues={issues} tone="wait" />
      <Form frame={frame} action="/calendar/save">
        <input type="hidden" name="calendar" value={JSON.stringify(after)} />
        <OurSchool frame={frame} calendar={after} school={school} />
        <input type="hidden" name="on" value={String(before?.version ?? 0)} />
        <label for="note">{say("calendar.note")}</label>
        <input id="note" name="note" value={note} maxlength={200} class="grow" />
        <p class="row">
          <button type="submit">{say("calendar.save")}</button>
          <a href={back}>{say("cancel")}</a>
          <span class="who">{say("who.school")}</span>
        </p>
      </Form>
    </Page>
  );
}

const BROKEN = new Set(["unknown-zone", "unknown-name", "year-backwards", "year-too-long"]);

/** Whether a calendar's faults leave no year to lay out; anything less is shown beside it and may be saved. */
export function cannotStand(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => BROKEN.has(code));
}

/** The difference of two calendars in words. */
export function Changes(props: { frame: Frame; before: SchoolCalendar; after: SchoolCalendar }) {
  const { say, locale } = props.frame;
  const changes = diffCalendars(props.before, props.after).map((change) => inLanguage(change, locale));
  if (changes.length === 0) return <p class="note">{say("calendar.same")}</p>;
  return (
    <>
      <ul>
        {changes.slice(0, SHOWN).map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
      {changes.length > SHOWN ? <p>{say("issues.more", { n: changes.length - SHOWN })}</p> : null}
    </>
  );
}

/** A first calendar in figures. */
function Facts({ frame, calendar, school }: { frame: Frame; calendar: SchoolCalendar; school: string }) {
  const { say, locale } = frame;
  const table = dayTable(calendar, school);
  const days = table.ok ? table.value.days.filter((day) => day.school) : [];
  const count = (kind: string) => days.filter(({ dayKind }) => dayKind === kind).length;
  return (
    <>
      <p class="lead">
        {say("calendar.lead", {
          n: days.length,
          first: shortDay(calendar.first, locale),
          last: shortDay(calendar.last, locale),
        })}
      </p>
      <ul>
        {calendar.dayKinds
          .filter(({ id, school: holds }) => holds && count(id) > 0)
          .map(({ id, name }) => (
            <li>{say("calendar.kindDays", { name, n: count(id) })}</li>
          ))}
        {calendar.terms.map(({ name, first, last }) => (
          <li>
            {name}: {shortDay(first, locale)} – {shortDay(last, locale)}
          </li>
        ))}
        {calendar.cycle ? <li>{say("calendar.cycleIs", { days: calendar.cycle.days.join(", ") })}</li> : null}
      </ul>
    </>
  );
}
