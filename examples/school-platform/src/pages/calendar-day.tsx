import type { DatedLesson, SchoolCalendar, SchoolDay } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form, Scroll } from "../layout.js";
import { touching } from "../state/calendar-change.js";
import { dayName, shortDay, timeOfDay } from "./days.js";

/** One day's bells. */
export function DayBells(props: { frame: Frame; day: SchoolDay; lessons: readonly DatedLesson[] }) {
  const { frame, day, lessons } = props;
  const { say } = frame;
  if (!day.school) return <p class="note">{say("calendar.day.closed")}</p>;
  if (day.periods.length === 0) return <p class="note wait">{say("calendar.day.noBells")}</p>;
  return (
    <Scroll label={say("calendar.day.bells")}>
      <table class="narrow">
        <caption>{say("calendar.day.bells")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("week.period")}</th>
            <th scope="col">{say("bells.start")}</th>
            <th scope="col">{say("bells.end")}</th>
            <th scope="col" class="number">
              {say("agenda.minutes")}
            </th>
            {lessons.length > 0 ? <th scope="col">{say("calendar.yours")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {day.periods.map(({ id, name, start, end }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{timeOfDay(start, frame.locale)}</td>
              <td>{timeOfDay(end, frame.locale)}</td>
              <td class="number">{end - start}</td>
              {lessons.length > 0 ? (
                <td>
                  {lessons
                    .filter(({ period }) => period === id)
                    .map((lesson) => lesson.name)
                    .join(", ")}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What makes this an odd day, each with a way to take it back. */
export function OddReasons({
  frame,
  calendar,
  date,
  school,
}: {
  frame: Frame;
  calendar: SchoolCalendar;
  date: string;
  school: string;
}) {
  const { say } = frame;
  const reasons = touching(calendar, date, school);
  if (reasons.length === 0) return null;
  return (
    <section class="no-print" aria-labelledby="odd">
      <h2 id="odd">{say("calendar.day.odd")}</h2>
      <ul class="plain">
        {reasons.map(({ exception, index }) => (
          <li class="row">
            <span>
              <strong>{exception.name}</strong>{" "}
              <span class="soft">
                {shortDay(exception.first, frame.locale)}
                {exception.last ? ` – ${shortDay(exception.last, frame.locale)}` : ""}
              </span>
            </span>
            <Form frame={frame} action={`/calendar/day/${date}`}>
              <input type="hidden" name="exception" value={String(index)} />
              <button
                class="quiet"
                name="want"
                value="take-back"
                aria-label={`${say("calendar.takeBack")}: ${exception.name}`}
              >
                {say("calendar.takeBack")}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The day as a title: its name, what it is, and where it stands. */
export function dayTitle(frame: Frame, day: SchoolDay): string {
  const name = dayName(day.date, frame.locale);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
