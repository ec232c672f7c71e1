import type { DayTable, SchoolCalendar, SchoolDay } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { cycleWord, dayWords, type Marks, weekdayNames } from "./calendar-marks.js";
import { dayName, shortDay } from "./days.js";

type Weekday = SchoolDay["weekday"];

/** The year at a glance, a sheet for each term: its months, and its odd days in words. */
export function Year(props: {
  frame: Frame;
  calendar: SchoolCalendar;
  table: DayTable;
  marks: Marks;
  today: string;
  /** What addresses add to stay with one school of a district. */
  query: string;
}) {
  const { frame, calendar, table } = props;
  const terms =
    calendar.terms.length > 0
      ? calendar.terms
      : [{ id: "year", name: calendar.name, first: calendar.first, last: calendar.last }];
  return (
    <>
      {terms.map(({ id, name, first, last }) => {
        const days = table.days.filter(({ date }) => date >= first && date <= last);
        const school = days.filter((day) => day.school).length;
        return (
          <section class="term" aria-labelledby={`term-${id}`}>
            <h2 id={`term-${id}`}>
              {name}{" "}
              <span class="soft">
                {frame.say("calendar.term", {
                  n: school,
                  first: shortDay(first, frame.locale),
                  last: shortDay(last, frame.locale),
                })}
              </span>
            </h2>
            <div class="months">
              {monthsOf(days).map((month) => (
                <Month {...props} month={month} days={days.filter(({ date }) => date.startsWith(month))} />
              ))}
            </div>
            <OddDays {...props} first={first} last={last} />
          </section>
        );
      })}
    </>
  );
}

function Month(props: {
  frame: Frame;
  calendar: SchoolCalendar;
  table: DayTable;
  marks: Marks;
  today: string;
  query: string;
  month: string;
  days: readonly SchoolDay[];
}) {
  const { frame, calendar, table, month, days } = props;
  const weekdays = columnsOf(table);
  const names = weekdayNames(frame.locale);
  const byWeek = weeksOf(days.filter(({ weekday }) => weekdays.includes(weekday)));
  const weekly = calendar.cycle !== undefined && calendar.cycle.counts !== "school-days";
  const title = new Date(`${month}-01T00:00:00Z`).toLocaleDateString(frame.locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <table class="month">
      <caption>{title}</caption>
      <thead>
        <tr>
          {weekly ? (
            <th scope="col">
              <span class="visually-hidden">{frame.say("calendar.cycle")}</span>
            </th>
          ) : null}
          {weekdays.map((weekday) => (
            <th scope="col" abbr={names[weekday].long}>
              {names[weekday].short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {byWeek.map((week) => (
          <tr>
            {weekly ? (
              <th scope="row">{cycleWord(frame, week.find(({ cycleDay }) => cycleDay)?.cycleDay ?? "")}</th>
            ) : null}
            {weekdays.map((weekday) => {
              const day = week.find((one) => one.weekday === weekday);
              return day ? <Cell {...props} day={day} cycle={!weekly} /> : <td class="none" />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: {
  frame: Frame;
  calendar: SchoolCalendar;
  marks: Marks;
  today: string;
  query: string;
  day: SchoolDay;
  cycle: boolean;
}) {
  const { frame, calendar, marks, today, query, day, cycle } = props;
  const mark = marks.of(day);
  const says = dayWords(frame, calendar, day).join(", ");
  return (
    <td class={mark.tone}>
      <a
        href={`/calendar/day/${day.date}${query}`}
        title={`${dayName(day.date, frame.locale)}: ${says}`}
        aria-current={day.date === today ? "date" : undefined}
      >
        <span class="visually-hidden">{dayName(day.date, frame.locale)}</span>
        <span aria-hidden="true">{Number(day.date.slice(8))}</span>
        {cycle && day.cycleDay !== undefined ? (
          <small aria-hidden="true">{cycleWord(frame, day.cycleDay)}</small>
        ) : null}
        {mark.sign === "" ? null : (
          <span class="sign" aria-hidden="true">
            {mark.sign}
          </span>
        )}
        <span class="visually-hidden">: {says}</span>
      </a>
    </td>
  );
}

/** The odd days of a term in words, for whoever reads the printed sheet. */
function OddDays(props: {
  frame: Frame;
  calendar: SchoolCalendar;
  table: DayTable;
  first: string;
  last: string;
  query: string;
}) {
  const { frame, calendar, table, query } = props;
  const odd = calendar.exceptions
    .map((exception) => ({ ...exception, last: exception.last ?? exception.first }))
    .filter(
      ({ first, last, schools }) =>
        first <= props.last && last >= props.first && (!schools || schools.includes(table.school)),
    )
    .sort((a, b) => a.first.localeCompare(b.first));
  if (odd.length === 0) return null;
  const kinds = new Map(calendar.dayKinds.map(({ id, name }) => [id, name]));
  return (
    <ul class="plain odd-days" aria-label={frame.say("calendar.odd")}>
      {odd.map(({ name, first, last, dayKind, periods }) => {
        const kind = kinds.get(dayKind ?? "") ?? (periods ? frame.say("calendar.otherBells") : "");
        return (
          <li>
            <a href={`/calendar/day/${first}${query}`}>{name}</a>{" "}
            <span class="soft">
              {first === last
                ? shortDay(first, frame.locale)
                : `${shortDay(first, frame.locale)} – ${shortDay(last, frame.locale)}`}
              {kind === "" || kind === name ? "" : `, ${kind}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The signs that stand in the year, each with its kind of day. */
export function Legend({ frame, marks }: { frame: Frame; marks: Marks }) {
  return (
    <ul class="legend" aria-label={frame.say("calendar.legend")}>
      {marks.all.map(({ name, sign, tone }) => (
        <li>
          <span class={`swatch ${tone}`} aria-hidden="true">
            {sign}
          </span>{" "}
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The days of a month, a list for each week from Monday. */
function weeksOf(days: readonly SchoolDay[]): SchoolDay[][] {
  const weeks = new Map<number, SchoolDay[]>();
  for (const day of days) {
    const week = Math.floor((day.day + 3) / 7);
    weeks.set(week, [...(weeks.get(week) ?? []), day]);
  }
  return [...weeks.values()];
}

function monthsOf(days: readonly SchoolDay[]): string[] {
  return [...new Set(days.map(({ date }) => date.slice(0, 7)))];
}

/** Monday to Friday, and the weekend where there is ever school on it. */
function columnsOf(table: DayTable): Weekday[] {
  const held = new Set(table.days.filter(({ school }) => school).map(({ weekday }) => weekday));
  const weekend = (["SA", "SU"] as const).filter((day) => held.has(day));
  return ["MO", "TU", "WE", "TH", "FR", ...weekend];
}
