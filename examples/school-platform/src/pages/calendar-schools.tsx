import type { SchoolCalendar } from "@collegium/scheduling";
import type { Context } from "hono";
import type { Frame } from "../frame.js";
import { Form } from "../layout.js";
import type { KeptCalendar } from "../state/calendar-book.js";

/** The calendar as one of its schools has it, and what an address adds to stay with that school. */
export interface Viewed {
  readonly kept: KeptCalendar;
  /** Empty for the own school. */
  readonly query: string;
}

/** The school that a page is about: the one its address names, else the own one. */
export function viewed(c: Context, kept: KeptCalendar): Viewed {
  const wanted = c.req.query("school");
  const other = kept.calendar.schools.find(({ id }) => id === wanted && id !== kept.school);
  return other
    ? { kept: { ...kept, school: other.id }, query: `?school=${encodeURIComponent(other.id)}` }
    : { kept, query: "" };
}

/** The schools of a district's calendar: each one's bells can be seen, and whoever leads says which is ours. */
export function SchoolChoice(props: {
  frame: Frame;
  /** The calendar in force, with our school. */
  kept: KeptCalendar;
  view: Viewed;
  writes: boolean;
}) {
  const { frame, kept, view, writes } = props;
  const { say } = frame;
  const { schools } = kept.calendar;
  if (schools.length < 2) return null;
  const name = schoolName(view.kept.calendar, view.kept.school);
  return (
    <>
      <form method="get" class="row apart no-print">
        <label class="inline">
          {say("calendar.schoolBells")}
          <select name="school">
            {schools.map(({ id, name }) => (
              <option value={id} selected={id === view.kept.school}>
                {id === kept.school ? say("calendar.schoolOurs", { name }) : name}
              </option>
            ))}
          </select>
        </label>
        <button class="quiet">{say("calendar.go")}</button>
      </form>
      {view.query === "" ? null : (
        <div class="note wait row">
          <span>{say("calendar.otherSchool", { name })}</span>
          {writes ? (
            <Form frame={frame} action="/calendar/save" class="no-print">
              <input type="hidden" name="calendar" value={JSON.stringify(kept.calendar)} />
              <input type="hidden" name="school" value={view.kept.school} />
              <input type="hidden" name="on" value={String(kept.version)} />
              <input type="hidden" name="note" value={say("calendar.schoolIs", { name })} />
              <button class="quiet">{say("calendar.makeOurs")}</button>
            </Form>
          ) : null}
        </div>
      )}
    </>
  );
}

/** Which school of a calendar that is brought in is ours; chosen where no name says so. */
export function OurSchool(props: { frame: Frame; calendar: SchoolCalendar; school: string }) {
  const { frame, calendar, school } = props;
  const { say } = frame;
  if (calendar.schools.length < 2) return <input type="hidden" name="school" value={school} />;
  return (
    <>
      <label for="school">{say("calendar.whichSchool")}</label>
      <select id="school" name="school" required>
        {school === "" ? <option value="">{say("calendar.chooseSchool")}</option> : null}
        {calendar.schools.map(({ id, name }) => (
          <option value={id} selected={id === school}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

/** The school of a new calendar that is ours: the one it was before, else the one of our name; empty where neither is in it. */
export function ownSchoolIn(
  calendar: SchoolCalendar,
  before: KeptCalendar | undefined,
  name: string,
): string {
  const { schools } = calendar;
  const plain = (word: string) => word.trim().toLowerCase();
  const known =
    before && before.calendar.schools.length > 1 && schools.find(({ id }) => id === before.school);
  const named = schools.find((one) => plain(one.name) === plain(name));
  return (known || named || (schools.length === 1 ? schools[0] : undefined))?.id ?? "";
}

/** What a calendar calls one of its schools. */
export function schoolName(calendar: SchoolCalendar, school: string): string {
  return calendar.schools.find(({ id }) => id === school)?.name ?? school;
}
