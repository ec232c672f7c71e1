import { type SchoolCalendar, type SchoolDay, timeText } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form, Scroll } from "../layout.js";

/** Three ways to change a day, each a short form; the difference is shown before anything is saved. */
export function ChangeForms({
  frame,
  calendar,
  day,
  query,
}: {
  frame: Frame;
  calendar: SchoolCalendar;
  day: SchoolDay;
  query: string;
}) {
  const { say } = frame;
  const cycle = calendar.cycle?.counts === "school-days";
  const action = `/calendar/day/${day.date}${query}`;
  const kinds = calendar.dayKinds.filter(({ id }) => id !== day.dayKind);
  return (
    <section class="no-print" aria-labelledby="change">
      <h2 id="change">{say("calendar.change")}</h2>
      <p>{say("calendar.change.lead")}</p>
      <div class="cards">
        {day.school ? (
          <Form frame={frame} action={action} class="card">
            <h3>{say("calendar.change.closed")}</h3>
            <Why frame={frame} id="closed" value={say("calendar.snow")} day={day} />
            {cycle ? (
              <fieldset>
                <legend>{say("calendar.cycle")}</legend>
                <label class="inline">
                  <input type="radio" name="cycle" value="waits" checked /> {say("calendar.cycle.waits")}
                </label>
                <label class="inline">
                  <input type="radio" name="cycle" value="advances" /> {say("calendar.cycle.advances")}
                </label>
              </fieldset>
            ) : null}
            <p>
              <button name="want" value="closed">
                {say("calendar.look")}
              </button>
            </p>
          </Form>
        ) : null}
        <Form frame={frame} action={action} class="card">
          <h3>{say("calendar.change.kind")}</h3>
          <Why frame={frame} id="kind" value="" day={day} />
          <label for="dayKind">{say("calendar.kind")}</label>
          <select id="dayKind" name="dayKind">
            {kinds.map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
          <p>
            <button name="want" value="kind">
              {say("calendar.look")}
            </button>
          </p>
        </Form>
        {day.periods.length > 0 ? (
          <Form frame={frame} action={action} class="card">
            <h3>{say("calendar.change.shorter")}</h3>
            <Why frame={frame} id="shorter" value="" day={day} />
            <div class="row">
              <div>
                <label for="from">{say("calendar.begins")}</label>
                <input id="from" name="from" type="time" value={timeText(day.periods[0]?.start ?? 480)} />
              </div>
              <div>
                <label for="to">{say("calendar.ends")}</label>
                <input
                  id="to"
                  name="to"
                  type="time"
                  value={timeText(Math.max(...day.periods.map(({ end }) => end)))}
                />
              </div>
            </div>
            <label for="how">{say("calendar.how")}</label>
            <select id="how" name="how">
              <option value="squeeze">{say("calendar.how.squeeze")}</option>
              <option value="cut">{say("calendar.how.cut")}</option>
            </select>
            <p>
              <button name="want" value="shorter">
                {say("calendar.look")}
              </button>
            </p>
          </Form>
        ) : null}
      </div>
      {day.periods.length > 0 ? <PeriodChanges frame={frame} day={day} action={action} /> : null}
    </section>
  );
}

/** Period by period: what is not touched stays as the day has it. */
function PeriodChanges({ frame, day, action }: { frame: Frame; day: SchoolDay; action: string }) {
  const { say } = frame;
  const fresh = { id: "", name: "", start: -1, end: -1 };
  return (
    <details>
      <summary>{say("calendar.change.periods")}</summary>
      <Form frame={frame} action={action}>
        <Why frame={frame} id="periods" value={say("calendar.exam")} day={day} />
        <Scroll label={say("calendar.change.periods")}>
          <table class="narrow">
            <thead>
              <tr>
                <th scope="col">{say("week.period")}</th>
                <th scope="col">{say("bells.start")}</th>
                <th scope="col">{say("bells.end")}</th>
                <th scope="col">{say("calendar.leaveOut")}</th>
              </tr>
            </thead>
            <tbody>
              {[...day.periods, fresh].map(({ id, name, start, end }, index) => (
                <tr>
                  <td>
                    <input type="hidden" name="period" value={id} />
                    <input
                      name="name"
                      value={name}
                      size={12}
                      aria-label={say("bells.name", { n: index + 1 })}
                    />
                  </td>
                  <td>
                    <input
                      name="start"
                      type="time"
                      value={start < 0 ? "" : timeText(start)}
                      aria-label={`${name} ${say("bells.start")}`}
                    />
                  </td>
                  <td>
                    <input
                      name="end"
                      type="time"
                      value={end < 0 ? "" : timeText(end)}
                      aria-label={`${name} ${say("bells.end")}`}
                    />
                  </td>
                  <td>
                    {id === "" ? (
                      <span class="soft">{say("bells.new")}</span>
                    ) : (
                      <label class="inline">
                        <input type="checkbox" name="out" value={id} />
                        <span class="visually-hidden">
                          {say("calendar.leaveOut")}: {name}
                        </span>
                      </label>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p>
          <button name="want" value="periods">
            {say("calendar.look")}
          </button>
        </p>
      </Form>
    </details>
  );
}

/** The reason of a change and the last day it holds for. */
function Why({ frame, id, value, day }: { frame: Frame; id: string; value: string; day: SchoolDay }) {
  const { say } = frame;
  return (
    <>
      <label for={`why-${id}`}>{say("calendar.why")}</label>
      <input id={`why-${id}`} name="why" value={value} required maxlength={80} />
      <label for={`last-${id}`}>{say("calendar.until")}</label>
      <input id={`last-${id}`} name="last" type="date" min={day.date} value={day.date} />
    </>
  );
}
