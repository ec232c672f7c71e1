import { auditMinutes, auditWeeks } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import { lessonDates, tableOf } from "../state/school-days.js";
import type { RegisteredTeam } from "../state/team-register.js";
import { asTeams } from "./names.js";

/** Minutes of a period where a timetable does not say. */
const USUAL_MINUTES = 45;

/** A team's shared minutes: scheduled, protected and usable beside the wish, over the year, and the national figure. */
export function TeamMinutes(props: {
  frame: Frame;
  team: RegisteredTeam;
  teams: readonly RegisteredTeam[];
  kept: KeptCalendar | undefined;
}) {
  const { frame, team, teams, kept } = props;
  const { say, locale, school } = frame;
  const timetable = school.time?.timetable;
  if (!timetable) return null;
  const known = timetable.periods.flatMap(({ start, end }) =>
    start !== undefined && end !== undefined ? [end - start] : [],
  );
  const length =
    known.length > 0 ? Math.round(known.reduce((sum, n) => sum + n, 0) / known.length) : USUAL_MINUTES;
  const audit = auditMinutes(timetable, asTeams(teams), { minutesPerPeriod: length });
  if (!audit.ok) return null;
  const own = audit.value.teams.find(({ id }) => id === team.id);
  if (!own) return null;
  const target = team.blocks * length;
  const rows = [
    ["scheduled", own.scheduled],
    ["protected", own.protected],
    ["common", own.common],
    ["usable", own.usable],
    ["target", target],
  ] as const;
  const missing = Math.max(0, target - own.usable);
  const weeks = kept
    ? auditWeeks(timetable, tableOf(kept), asTeams([team]), lessonDates(timetable, kept))[0]
    : undefined;
  const spread = weeks?.acrossWeeks;
  const { meanHours, medianHours, overThreeHours } = audit.value.comparison;
  const hours = (value: number | null) => (value ?? 0).toLocaleString(locale, { maximumFractionDigits: 1 });
  const share = (overThreeHours ?? 0).toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
  return (
    <section aria-labelledby="minutes">
      <h2 id="minutes">{say("minutes.title")}</h2>
      <table class="narrow">
        <thead>
          <tr>
            <th scope="col">{say("minutes.what")}</th>
            <th scope="col" class="number">
              {say("minutes.now")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([word, minutes]) => (
            <tr>
              <th scope="row">{say(`minutes.${word}`)}</th>
              <td class="number">{minutes}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={`note ${missing > 0 ? "wait" : "good"}`}>
        {missing > 0
          ? say("minutes.missing", { n: missing })
          : say(own.protected > 0 ? "minutes.enough" : "minutes.enoughFree")}
      </p>
      {weeks && spread ? (
        <p>
          {say("minutes.weeks", {
            n: weeks.weeks.length,
            least: spread.least,
            most: spread.most,
            median: Math.round(spread.median),
            without: weeks.weeksWithout,
          })}
        </p>
      ) : null}
      <p class="soft">
        {say("minutes.school", { mean: hours(meanHours), median: hours(medianHours), over: share })}{" "}
        {say("minutes.national")} {say("minutes.short")}
      </p>
    </section>
  );
}
