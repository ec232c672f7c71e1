import { Form } from "../layout.js";
import type { FreeAnswer, FreeQuestion, FreeSlot, InTheWay } from "../state/common-days.js";
import type { AtTeam } from "../state/team-door.js";
import { dayName, timeSpan } from "./days.js";

const SHOWN = 10;

interface Answered {
  readonly at: AtTeam;
  readonly question: FreeQuestion;
  readonly answer: FreeAnswer;
  readonly names: ReadonlyMap<string, string>;
  readonly gaveUp: ReadonlyMap<string, number>;
}

/** The times at which everybody is free, best first; where there is none, what little stands in the way. */
export function FreeAnswers(props: Answered) {
  const { at, answer, question } = props;
  const { say } = at.frame;
  if (answer.schoolDays === 0) return <p class="note wait">{say("free.noSchool")}</p>;
  return (
    <>
      <h2>
        {answer.slots.length > 0
          ? say("free.found", { n: answer.slots.length, minutes: question.minutes })
          : say("free.none", { minutes: question.minutes, n: answer.schoolDays })}
      </h2>
      {answer.slots.length > 0 ? (
        <ol class="slots">
          {answer.slots.slice(0, SHOWN).map((slot, index) => (
            <SlotCard {...props} slot={slot} first={index === 0} />
          ))}
        </ol>
      ) : (
        <Nearest {...props} />
      )}
      <Lunches {...props} />
    </>
  );
}

function SlotCard({ at, question, slot, first, names }: Answered & { slot: FreeSlot; first: boolean }) {
  const { frame, team } = at;
  const { say, locale } = frame;
  const list = new Intl.ListFormat(locale);
  const asked = question.required.length + question.optional.length;
  const name = (id: string) => names.get(id) ?? id;
  const again = slot.lunch.filter(({ before }) => before > 0);
  return (
    <li class="card">
      <p class="when">
        <strong>{dayName(slot.day.date, locale)}</strong>{" "}
        <span class="time">{timeSpan(slot.start, slot.end, locale)}</span>
        {first ? <span class="tag good">{say("free.best")}</span> : null}
      </p>
      <ul class="reasons">
        <li>
          {slot.absent.length === 0
            ? say("free.everyone", { n: asked })
            : say("free.without", {
                n: asked - slot.absent.length,
                of: asked,
                who: list.format(slot.absent.map(name)),
              })}
        </li>
        {slot.period ? <li>{say("free.withBell", { period: slot.period.name })}</li> : null}
        {slot.day.names.length > 0 ? <li>{list.format(slot.day.names)}</li> : null}
        {slot.outside ? <li>{say("free.outside")}</li> : null}
        {slot.lunch.length > 0 ? <li>{say("free.lunch", { n: slot.lunch.length })}</li> : null}
        {again.length > 0 ? (
          <li>
            {say("free.lunchAgain", {
              who: list.format(again.map(({ id, before }) => `${name(id)} (${before})`)),
            })}
          </li>
        ) : null}
      </ul>
      <Form frame={frame} action={`/teams/${encodeURIComponent(team.id)}/free`}>
        <input type="hidden" name="on" value={slot.day.date} />
        <input type="hidden" name="start" value={String(slot.start)} />
        <input type="hidden" name="end" value={String(slot.end)} />
        {slot.lunch.map(({ id }) => (
          <input type="hidden" name="lunch" value={id} />
        ))}
        <button class={first ? "" : "quiet"}>{say("free.choose")}</button>
      </Form>
    </li>
  );
}

/** The smallest conflicts: with these few lessons out of the way, the meeting could be then. */
function Nearest({ at, answer, names }: Answered) {
  const { say, locale } = at.frame;
  const list = new Intl.ListFormat(locale);
  const thing = ({ what, name, people }: InTheWay) =>
    say("free.thing", {
      what: what === "lesson" ? name : say(what === "meeting" ? "free.otherMeeting" : "free.busy"),
      who: list.format(people.map((id) => names.get(id) ?? id)),
    });
  if (answer.blocked.length === 0) return <p class="note">{say("free.tooLong")}</p>;
  return (
    <>
      <p>{say("free.blocked.lead")}</p>
      <ul class="plain">
        {answer.blocked.map((time) => (
          <li>
            <strong>{dayName(time.day.date, locale)}</strong> {timeSpan(time.start, time.end, locale)} (
            {time.period.name}):{" "}
            {say(time.by.length === 1 ? "free.blocked.one" : "free.blocked.many", { n: time.by.length })}{" "}
            {list.format(time.by.map(thing))}.{" "}
            {time.again > 0 ? <span class="soft">{say("free.again", { n: time.again })}</span> : null}
          </li>
        ))}
      </ul>
      <p>
        <a class="button quiet" href={`/plan?team=${encodeURIComponent(at.team.id)}`}>
          {say("week.plan")}
        </a>
      </p>
    </>
  );
}

/** Who always gives up the lunch: counts of this team's own choices, so that it is not always the same people. */
function Lunches({ at, names, gaveUp }: Answered) {
  const { say } = at.frame;
  const counts = at.team.members.flatMap((id) =>
    gaveUp.has(id) ? [`${names.get(id) ?? id}: ${gaveUp.get(id)}`] : [],
  );
  if (counts.length === 0) return null;
  return (
    <p class="soft">
      {say("free.lunches")} {counts.join(", ")}
    </p>
  );
}
