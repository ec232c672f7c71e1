import { dayOn, type MeetingSeries, WEEKDAYS } from "@collegium/scheduling";
import { Form, Issues } from "../layout.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import type { NextSlot } from "../state/next-slot.js";
import { tableOf } from "../state/school-days.js";
import { rotaFrom } from "../state/series-changes.js";
import type { AtTeam } from "../state/team-door.js";
import { cycleWord, weekdayNames } from "./calendar-marks.js";
import { timeSpan } from "./days.js";
import { memberNames } from "./meeting-scene.js";

export const ROLES = ["facilitator", "note-taker"] as const;

/** A standing meeting as three short questions: which days, when on the day, who begins with the turns. */
export function SeriesForm(props: {
  at: AtTeam;
  kept: KeptCalendar;
  today: string;
  /** When the team is free first: what the form proposes. */
  slot: NextSlot;
  issues: readonly { message: string }[];
}) {
  const { at, kept, today, slot, issues } = props;
  const { frame, team } = at;
  const { say, locale } = frame;
  const { calendar } = kept;
  const periods = periodsOf(kept);
  const day = dayOn(tableOf(kept), slot.on);
  const proposed = day?.periods.find(({ start }) => start === slot.start)?.id;
  // Days of a cycle are days to meet on; its weeks are chosen beside the weekdays.
  const cycle = calendar.cycle?.counts === "school-days" ? calendar.cycle : undefined;
  const weeks = cycle === undefined ? (calendar.cycle?.days ?? []) : [];
  const names = memberNames(at);
  const weekdays = weekdayNames(locale);
  const windows = [...new Set(calendar.exceptions.map(({ name }) => name))];
  const rooms = frame.school.time?.timetable.resources.filter(({ kind }) => kind === "room") ?? [];
  return (
    <Form frame={frame} action={`/teams/${encodeURIComponent(team.id)}/series`} class="card">
      <Issues frame={frame} issues={issues} />
      <fieldset>
        <legend>{say("series.which")}</legend>
        <div class="row">
          <label class="inline">
            <input type="radio" name="kind" value="weeks" checked={!cycle} /> {say("series.weekdays")}
          </label>
          {WEEKDAYS.slice(0, 5).map((weekday) => (
            <label class="inline">
              <input type="checkbox" name="weekday" value={weekday} checked={weekday === day?.weekday} />{" "}
              {weekdays[weekday].long}
            </label>
          ))}
          {weeks.length > 0 ? (
            <label class="inline">
              {say("series.weeks")}
              <select name="weeks">
                <option value="">{say("series.weeks.all")}</option>
                {weeks.map((word) => (
                  <option value={word}>{say("series.weeks.of", { word: cycleWord(frame, word) })}</option>
                ))}
              </select>
            </label>
          ) : null}
        </div>
        {cycle ? (
          <div class="row">
            <label class="inline">
              <input type="radio" name="kind" value="cycle" checked /> {say("series.cycle")}
            </label>
            {cycle.days.map((word) => (
              <label class="inline">
                <input type="checkbox" name="cycleDay" value={word} checked={word === day?.cycleDay} />{" "}
                {cycleWord(frame, word)}
              </label>
            ))}
          </div>
        ) : null}
        {windows.length > 0 ? (
          <div class="row">
            <label class="inline">
              <input type="radio" name="kind" value="after" /> {say("series.after")}
            </label>
            <select name="exception" aria-label={say("series.after")}>
              {windows.map((name) => (
                <option value={name}>{name}</option>
              ))}
            </select>
          </div>
        ) : null}
        <label class="inline">
          {say("series.every")}
          <input type="number" name="every" value="1" min="1" max="20" />
        </label>
        <p class="soft">{say("series.every.how")}</p>
      </fieldset>
      <div class="fields">
        <div>
          <label for="period">{say("series.period")}</label>
          <select id="period" name="period">
            {periods.map(({ id, name, start, end }) => (
              <option value={id} selected={id === proposed}>
                {name} ({timeSpan(start, end, locale)})
              </option>
            ))}
            <option value="">{say("series.ownTime")}</option>
          </select>
        </div>
        <div>
          <label for="start">{say("bells.start")}</label>
          <input id="start" name="start" type="time" />
        </div>
        <div>
          <label for="end">{say("bells.end")}</label>
          <input id="end" name="end" type="time" />
        </div>
      </div>
      <div class="fields">
        <div>
          <label for="first">{say("free.from")}</label>
          <input
            id="first"
            name="first"
            type="date"
            value={today > calendar.first ? today : calendar.first}
            required
          />
        </div>
        <div>
          <label for="last">{say("free.to")}</label>
          <input id="last" name="last" type="date" value={calendar.last} required />
        </div>
        <div>
          <label for="room">{say("series.room")}</label>
          <select id="room" name="room">
            <option value="">{say("series.noRoom")}</option>
            {rooms.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </div>
        {ROLES.map((role, index) => (
          <div>
            <label for={`first-${role}`}>{say(`series.begins.${role}`)}</label>
            <select id={`first-${role}`} name={`first-${role}`}>
              {team.members.map((id, place) => (
                <option value={id} selected={place === index % team.members.length}>
                  {names.get(id) ?? id}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <p>
        <button type="submit">{say("series.make")}</button>
      </p>
    </Form>
  );
}

/** A standing meeting from the form; what cannot be is told by the document's own check. */
export function seriesFrom(
  at: AtTeam,
  kept: KeptCalendar,
  body: Readonly<Record<string, unknown>>,
): MeetingSeries {
  const text = (name: string) => String([body[name] ?? ""].flat()[0] ?? "").trim();
  const list = (name: string) => [body[name] ?? []].flat().map(String);
  const { team } = at;
  const every = Math.min(20, Math.max(1, Math.round(Number(text("every"))) || 1));
  const kind = text("kind");
  const when =
    kind === "cycle"
      ? { kind, cycleDays: list("cycleDay"), every }
      : kind === "after"
        ? { kind, exception: text("exception"), schoolDays: every }
        : text("weeks") === ""
          ? { kind: "weeks", weekdays: list("weekday"), every }
          : { kind: "cycle", cycleDays: [text("weeks")], weekdays: list("weekday"), every };
  const room = text("room");
  return {
    kind: "meeting-series",
    schemaVersion: 1,
    id: `series-${team.id}`,
    name: team.name,
    team: team.id,
    school: kept.school,
    members: [...team.members],
    ...(room !== "" && { room }),
    first: text("first"),
    last: text("last"),
    when: when as MeetingSeries["when"],
    at: text("period") === "" ? { start: text("start"), end: text("end") } : { period: text("period") },
    changes: [],
    rotas: ROLES.map((role) => rotaFrom(role, team.members, text(`first-${role}`))),
  };
}

/** The bell periods of the calendar's fullest day. */
export function periodsOf(kept: KeptCalendar) {
  const { days } = tableOf(kept);
  return days.reduce(
    (most, { periods }) => (periods.length > most.length ? periods : most),
    days[0]?.periods ?? [],
  );
}
