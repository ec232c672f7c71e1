import type { DatedLesson, SchoolDay } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Issues, Page } from "../layout.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import type { OwnMeeting } from "../state/own-meetings.js";
import { ChangeForms } from "./calendar-change-forms.js";
import { DayBells, dayTitle, OddReasons } from "./calendar-day.js";
import { inYear, Steps } from "./calendar-frame.js";
import { dayWords } from "./calendar-marks.js";
import { OwnMeetings } from "./calendar-own-meetings.js";
import { SchoolChoice, type Viewed } from "./calendar-schools.js";
import { daysAfter } from "./days.js";

/** One day: what it is, when its bells ring, and, for whoever may, the ways to change it. */
export function DayPage(props: {
  frame: Frame;
  kept: KeptCalendar;
  /** The school whose day it is. */
  view: Viewed;
  day: SchoolDay;
  /** What the person at the browser teaches on it. */
  lessons?: readonly DatedLesson[];
  /** Meetings of that person's teams on it. */
  meetings?: readonly OwnMeeting[];
  writes: boolean;
  issues?: readonly { message: string }[];
}) {
  const { frame, kept, view, day, lessons = [], meetings = [], writes, issues = [] } = props;
  const { say } = frame;
  const term = kept.calendar.terms.find(({ id }) => id === day.term)?.name;
  return (
    <Page frame={frame} title={dayTitle(frame, day)}>
      <h1>{dayTitle(frame, day)}</h1>
      <p class="lead">
        {[...dayWords(frame, kept.calendar, day), ...(term === undefined ? [] : [term])].join(" · ")}
      </p>
      <Issues frame={frame} issues={issues} />
      <Steps
        frame={frame}
        before={inYear(kept, daysAfter(day.date, -1))}
        after={inYear(kept, daysAfter(day.date, 1))}
        path="/calendar/day"
        week={day.date}
        query={view.query}
      />
      <SchoolChoice frame={frame} kept={kept} view={view} writes={writes} />
      <DayBells frame={frame} day={day} lessons={lessons} />
      <OwnMeetings frame={frame} meetings={meetings} />
      {writes ? (
        <>
          <OddReasons frame={frame} calendar={kept.calendar} date={day.date} school={view.kept.school} />
          <ChangeForms frame={frame} calendar={kept.calendar} day={day} query={view.query} />
        </>
      ) : (
        <p class="soft">{say("calendar.leaderChanges")}</p>
      )}
    </Page>
  );
}
