import type { DatedLesson, DayTable, SchoolCalendar, SchoolDay } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import { dayWords } from "./calendar-marks.js";
import { timeSpan, weekdayDay } from "./days.js";

/** A week with its bells: a row for each period, a column for each day, so that a shorter day is seen at once. */
export function WeekOfBells(props: {
  frame: Frame;
  calendar: SchoolCalendar;
  days: readonly SchoolDay[];
  today: string;
  query: string;
  /** What the person at the browser teaches in it. */
  lessons: readonly DatedLesson[];
}) {
  const { frame, calendar, days, today, query, lessons } = props;
  const { say, locale } = frame;
  const rows = rowsOf(days);
  const weekly = calendar.cycle !== undefined && calendar.cycle.counts !== "school-days";
  return (
    <Scroll label={say("calendar.week.caption")}>
      <table class="week">
        <caption>{say(lessons.length > 0 ? "calendar.week.yours" : "calendar.week.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("week.period")}</th>
            {days.map((day) => (
              <th scope="col" aria-current={day.date === today ? "date" : undefined}>
                <a href={`/calendar/day/${day.date}${query}`}>{weekdayDay(day.date, locale)}</a>
                <div class="soft">
                  {dayWords(frame, calendar, weekly ? withoutCycle(day) : day).join(" · ")}
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name }) => (
            <tr>
              <th scope="row">{name}</th>
              {days.map(({ date, periods, school }) => {
                const period = periods.find((one) => one.id === id);
                if (!school) return <td class="closed">{say("calendar.noSchool")}</td>;
                if (!period) return <td class="closed">{say("calendar.leftOut")}</td>;
                const taught = lessons.filter((one) => one.date === date && one.period === id);
                return (
                  <td>
                    <span class="time">{timeSpan(period.start, period.end, locale)}</span>
                    {taught.map(({ name }) => (
                      <div>
                        <strong>{name}</strong>
                      </div>
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Where the cycle counts weeks, the week says it once. */
function withoutCycle({ cycleDay: _, ...day }: SchoolDay): SchoolDay {
  return day;
}

/** The periods of all days, each once, in the order in which they usually ring. */
function rowsOf(days: readonly SchoolDay[]): { id: string; name: string }[] {
  const first = new Map<string, { name: string; start: number }>();
  const fullest = [...days].sort((a, b) => b.periods.length - a.periods.length);
  for (const { id, name, start } of fullest.flatMap(({ periods }) => periods)) {
    if (!first.has(id)) first.set(id, { name, start });
  }
  return [...first].sort(([, a], [, b]) => a.start - b.start).map(([id, { name }]) => ({ id, name }));
}

/** The days of the week that holds a date, without weekend days on which there is never school. */
export function weekOf(table: DayTable, date: string): SchoolDay[] {
  const at = table.days.find((day) => day.date >= date) ?? table.days.at(-1);
  if (!at) return [];
  const monday = at.day - ((at.day + 3) % 7);
  const held = new Set(table.days.filter(({ school }) => school).map(({ weekday }) => weekday));
  return table.days.filter(
    ({ day, weekday }) =>
      day >= monday && day < monday + 7 && (held.has(weekday) || (weekday !== "SA" && weekday !== "SU")),
  );
}
