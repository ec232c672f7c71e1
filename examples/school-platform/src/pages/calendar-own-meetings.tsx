import type { Frame } from "../frame.js";
import type { OwnMeeting } from "../state/own-meetings.js";
import { timeSpan, weekdayDay } from "./days.js";

/** The meetings of the person's own teams on the days of the page. */
export function OwnMeetings({ frame, meetings }: { frame: Frame; meetings: readonly OwnMeeting[] }) {
  const { say, locale } = frame;
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby="own-meetings">
      <h2 id="own-meetings">{say("calendar.yourMeetings")}</h2>
      <ul class="plain">
        {meetings.map(({ team, name, date, start, end, at }) => (
          <li>
            <strong>{weekdayDay(date, locale)}</strong>{" "}
            <span class="time">{timeSpan(start, end, locale)}</span>{" "}
            {at === undefined ? <a href={`/teams/${encodeURIComponent(team)}`}>{name}</a> : `${name} (${at})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
