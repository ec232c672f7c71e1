import { WEEKDAYS } from "@collegium/scheduling";
import type { Child } from "hono/jsx";
import type { Frame } from "../frame.js";
import { Form, Issues, Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { type CalendarAnswers, CYCLES, cycleDaysOf, DAY_KINDS } from "../state/calendar-answers.js";
import { BellTable, CycleBellTable } from "./calendar-bell-table.js";
import { Even, ExamTable, OddTable } from "./calendar-form-tables.js";
import { weekdayNames } from "./calendar-marks.js";

/** The guided form: what most schools answer stands in it, so that looking it over once is enough. */
export function CalendarForm(props: {
  frame: Frame;
  answers: CalendarAnswers;
  issues: readonly { message: string }[];
}) {
  const { frame, answers, issues } = props;
  const { say } = frame;
  return (
    <Page frame={frame} title={say("calendar.make")}>
      <h1>{say("calendar.make")}</h1>
      <p class="lead">{say("calendar.make.lead")}</p>
      <Issues frame={frame} issues={issues} />
      <Form frame={frame} action="/calendar/new">
        {/* What Enter in a field presses: the first button of a form. */}
        <button type="submit" hidden />
        <Part n={1} title={say("calendar.part.year")}>
          <div class="fields">
            <Field id="name" label={say("calendar.name")} value={answers.name} />
            <Field id="first" label={say("calendar.first")} value={answers.first} type="date" />
            <Field id="last" label={say("calendar.last")} value={answers.last} type="date" />
            <Field id="zone" label={say("calendar.zone")} value={answers.zone} list="zones" />
          </div>
          <datalist id="zones">
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option value={zone} />
            ))}
          </datalist>
          <Terms frame={frame} answers={answers} />
        </Part>
        <Part n={2} title={say("calendar.part.week")}>
          <Week frame={frame} answers={answers} />
        </Part>
        <Part n={3} title={say("calendar.part.odd")}>
          <p>{say("calendar.odd.lead")}</p>
          <OddTable frame={frame} answers={answers} />
        </Part>
        <Part n={4} title={say("calendar.part.bells")}>
          <BellTable frame={frame} periods={answers.bells} prefix="bell" caption={say("bells.regular")} />
          <Even frame={frame} />
          <h3>{say("bells.cycle")}</h3>
          <p>{say("bells.cycle.lead")}</p>
          <input type="hidden" name="cycle-bells" value={String(answers.cycleBells.length)} />
          {answers.cycleBells.map(({ days, bells }, index) => (
            <CycleBellTable
              frame={frame}
              prefix={`c${index}`}
              cycle={cycleDaysOf(answers)}
              days={days}
              periods={bells}
              caption={say("bells.cycle.of", { kind: say("calendar.kind.regular") })}
              drop={`drop:${index}`}
            />
          ))}
          <p>
            <button class="quiet" name="do" value="cycle" formnovalidate>
              {say("bells.cycle.add")}
            </button>
          </p>
          <h3>{say("calendar.shortDays")}</h3>
          <div class="fields">
            <Field id="earlyEnd" label={say("calendar.earlyEnd")} value={answers.earlyEnd} type="time" />
            <Field id="lateStart" label={say("calendar.lateStart")} value={answers.lateStart} type="time" />
            <div>
              <label for="shortHow">{say("calendar.how")}</label>
              <select id="shortHow" name="shortHow">
                {(["squeeze", "cut"] as const).map((how) => (
                  <option value={how} selected={how === answers.shortHow}>
                    {say(`calendar.how.${how}`)}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <p class="soft">{say("calendar.short.how")}</p>
          <ExamTable frame={frame} answers={answers} />
        </Part>
        <p class="row">
          <button type="submit">{say("calendar.look")}</button>
          <a href="/calendar">{say("cancel")}</a>
        </p>
      </Form>
    </Page>
  );
}

function Part(props: { n: number; title: string; children?: Child }) {
  return (
    <section aria-labelledby={`part-${props.n}`}>
      <h2 id={`part-${props.n}`}>
        {props.n}. {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function Field(props: { id: string; label: string; value: string; type?: string; list?: string }) {
  const { id, label, value, type, list } = props;
  return (
    <div>
      <label for={id}>{label}</label>
      <input id={id} name={id} type={type ?? "text"} value={value} list={list} required={type === "date"} />
    </div>
  );
}

function Terms({ frame, answers }: { frame: Frame; answers: CalendarAnswers }) {
  const { say } = frame;
  const rows = [...answers.terms, ...Array.from({ length: 4 }, () => ({ name: "", first: "" }))].slice(0, 4);
  return (
    <Scroll label={say("calendar.terms")}>
      <table class="narrow">
        <caption>{say("calendar.terms")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("calendar.term.name")}</th>
            <th scope="col">{say("calendar.first")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, first }, index) => (
            <tr>
              <td>
                <input
                  name="term-name"
                  value={name}
                  size={14}
                  aria-label={`${say("calendar.term.name")} ${index + 1}`}
                />
              </td>
              <td>
                <input
                  name="term-first"
                  type="date"
                  value={first}
                  aria-label={`${say("calendar.first")} ${index + 1}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Week({ frame, answers }: { frame: Frame; answers: CalendarAnswers }) {
  const { say } = frame;
  const names = weekdayNames(frame.locale);
  const cycles = ["none", ...(answers.timetableDays.length > 1 ? ["timetable"] : []), ...Object.keys(CYCLES)];
  return (
    <>
      <div class="fields">
        {WEEKDAYS.map((weekday) => (
          <div>
            <label for={`week-${weekday}`}>{names[weekday].long}</label>
            <select id={`week-${weekday}`} name={`week-${weekday}`}>
              <option value="">{say("calendar.noSchool")}</option>
              {DAY_KINDS.filter((kind) => kind !== "holiday" && kind !== "staff").map((kind) => (
                <option value={kind} selected={answers.week[weekday] === kind}>
                  {say(`calendar.kind.${kind}` as MessageKey)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
      <label for="cycle">{say("calendar.cycle")}</label>
      <select id="cycle" name="cycle">
        {cycles.map((cycle) => (
          <option value={cycle} selected={cycle === answers.cycle}>
            {/^\d+$/.test(cycle)
              ? say("calendar.cycle.days", { n: Number(cycle) })
              : cycle === "timetable"
                ? say("calendar.cycle.timetable", { days: answers.timetableDays.join(", ") })
                : say(`calendar.cycle.${cycle}` as MessageKey)}
          </option>
        ))}
      </select>
      <p class="soft">{say("calendar.cycle.counts")}</p>
    </>
  );
}
