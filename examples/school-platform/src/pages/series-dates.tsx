import type { Meeting, MeetingConflict } from "@collegium/scheduling";
import { Form, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { clock } from "../state/choose-time.js";
import type { AtTeam } from "../state/team-door.js";
import type { ChosenTime, StandingMeeting } from "../state/team-times.js";
import { dayName, timeSpan, weekdayDay } from "./days.js";
import { meetingPath } from "./meeting-path.js";
import { memberNames } from "./meeting-scene.js";
import { ROLES } from "./series-form.js";

interface Shown {
  readonly at: AtTeam;
  readonly standing: StandingMeeting;
  readonly meetings: readonly Meeting[];
  readonly conflicts: readonly MeetingConflict[];
  /** Whether the viewer may change a meeting. */
  readonly writes: boolean;
  /** The meeting that is prepared: its id, and the time it was prepared for. */
  readonly prepared?: ChosenTime | undefined;
}

/** The dates of a standing meeting with everyone's turns; each can be moved, cancelled, or its turns changed. */
export function SeriesDates(props: Shown) {
  const { at, meetings, conflicts, writes, prepared } = props;
  const { say, locale } = at.frame;
  const names = memberNames(at);
  return (
    <Scroll label={say("series.dates")}>
      <table class="stack">
        <caption>{say("series.dates")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("series.date")}</th>
            <th scope="col">{say("series.time")}</th>
            {ROLES.map((role) => (
              <th scope="col">{say(`series.role.${role}`)}</th>
            ))}
            <th scope="col">{say("series.state")}</th>
            {writes ? (
              <th scope="col" class="no-print">
                {say("teams.edit")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => {
            const { key, date, start, end, status, roles } = meeting;
            const gone = status === "cancelled";
            const words = conflicts.filter((one) => one.key === key || one.other?.key === key);
            return (
              <tr>
                <th scope="row" class="time">
                  {gone ? <s>{weekdayDay(date, locale)}</s> : weekdayDay(date, locale)}
                </th>
                <td class="time" data-head={say("series.time")}>
                  {gone ? "" : timeSpan(start, end, locale)}
                </td>
                {ROLES.map((role) => (
                  <td data-head={say(`series.role.${role}`)}>
                    {gone ? "" : (names.get(roles[role] ?? "") ?? "")}
                  </td>
                ))}
                <td>
                  {status === "planned" ? null : (
                    <span class={`tag ${status === "without-period" ? "bad" : "wait"}`}>
                      {say(`series.state.${status}` as MessageKey)}
                    </span>
                  )}
                  {date === key ? null : (
                    <span class="soft"> {say("series.insteadOf", { day: weekdayDay(key, locale) })}</span>
                  )}
                  {!gone && prepared?.meeting && prepared.on === date && prepared.start === start ? (
                    <a class="tag good" href={meetingPath(at.team.id, prepared.meeting)}>
                      {say("series.isPrepared")}
                    </a>
                  ) : null}
                  {gone ? null : words.map((one) => <div class="soft">⚠ {conflictText(at, one)}</div>)}
                </td>
                {writes ? (
                  <td class="no-print">
                    <ChangeMeeting {...props} meeting={meeting} />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function ChangeMeeting({ at, meetings, meeting }: Shown & { meeting: Meeting }) {
  const { frame, team } = at;
  const { say, locale } = frame;
  const { key, date, start, end, status, roles } = meeting;
  const names = memberNames(at);
  const others = meetings.filter((one) => one.key !== key && one.status !== "cancelled");
  const day = dayName(date, locale);
  const form = (children: unknown) => (
    <Form frame={frame} action={`/teams/${encodeURIComponent(team.id)}/series/change`} class="row">
      <input type="hidden" name="key" value={key} />
      {children as never}
    </Form>
  );
  if (status === "cancelled") {
    return form(
      <button class="quiet" name="do" value="restore" aria-label={`${say("series.restore")}: ${day}`}>
        {say("series.restore")}
      </button>,
    );
  }
  return (
    <details>
      <summary aria-label={`${say("teams.edit")}: ${day}`}>{say("teams.edit")}</summary>
      {form(
        <>
          <input name="date" type="date" value={date} aria-label={say("series.date")} required />
          <input name="start" type="time" value={clock(start)} aria-label={say("bells.start")} required />
          <input name="end" type="time" value={clock(end)} aria-label={say("bells.end")} required />
          <button class="quiet" name="do" value="move">
            {say("series.move")}
          </button>
          <button class="danger" name="do" value="cancel" formnovalidate>
            {say("series.cancel")}
          </button>
          {status === "moved" ? (
            <button class="quiet" name="do" value="restore" formnovalidate>
              {say("series.restore")}
            </button>
          ) : null}
        </>,
      )}
      {ROLES.map((role) =>
        roles[role] === undefined
          ? null
          : form(
              <>
                <input type="hidden" name="role" value={role} />
                <input type="hidden" name="person" value={roles[role]} />
                <button class="quiet" name="do" value="skip">
                  {say(`series.skip.${role}`, { name: names.get(roles[role] ?? "") ?? "" })}
                </button>
                {others.length > 0 ? (
                  <>
                    <select name="other" aria-label={say("series.swapWith")}>
                      {others.map((one) => (
                        <option value={one.key}>
                          {weekdayDay(one.date, locale)}: {names.get(one.roles[role] ?? "") ?? ""}
                        </option>
                      ))}
                    </select>
                    <button class="quiet" name="do" value="swap">
                      {say("series.swap")}
                    </button>
                  </>
                ) : null}
              </>,
            ),
      )}
    </details>
  );
}

/** A conflict in the reader's words: names where they are few, which this team knows anyway. */
function conflictText(at: AtTeam, conflict: MeetingConflict): string {
  const { say, locale } = at.frame;
  const [n, of] = [conflict.who.length, at.team.members.length];
  if (conflict.code === "member-busy" && n > FEW) return say("series.conflict.many", { n, of });
  const names = memberNames(at);
  const who = new Intl.ListFormat(locale).format(conflict.who.map((id) => names.get(id) ?? id));
  return say(`series.conflict.${conflict.code}` as MessageKey, { who, n });
}

const FEW = 2;
