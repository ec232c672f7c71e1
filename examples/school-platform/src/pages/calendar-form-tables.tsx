import { parseTime } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { type CalendarAnswers, ODD_KINDS } from "../state/calendar-answers.js";
import { timeSpan } from "./days.js";
import { KindSelect } from "./kind-select.js";

const BLANK = 3;

/** Holidays and other odd days, a row each, and a few to write in. */
export function OddTable({ frame, answers }: { frame: Frame; answers: CalendarAnswers }) {
  const { say } = frame;
  const rows = [
    ...answers.odd,
    ...Array.from({ length: BLANK }, () => ({ name: "", first: "", last: "", kind: "holiday" })),
  ];
  return (
    <Scroll label={say("calendar.part.odd")}>
      <table class="narrow">
        <thead>
          <tr>
            <th scope="col">{say("calendar.odd.name")}</th>
            <th scope="col">{say("calendar.first")}</th>
            <th scope="col">{say("calendar.last")}</th>
            <th scope="col">{say("calendar.kind")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, first, last, kind }, index) => (
            <tr>
              <td>
                <input
                  name="odd-name"
                  value={name}
                  size={22}
                  aria-label={`${say("calendar.odd.name")} ${index + 1}`}
                />
              </td>
              <td>
                <input
                  name="odd-first"
                  type="date"
                  value={first}
                  aria-label={`${say("calendar.first")} ${index + 1}`}
                />
              </td>
              <td>
                <input
                  name="odd-last"
                  type="date"
                  value={last}
                  aria-label={`${say("calendar.last")} ${index + 1}`}
                />
              </td>
              <td>
                <KindSelect
                  name="odd-kind"
                  label={`${say("calendar.kind")} ${index + 1}`}
                  kinds={ODD_KINDS}
                  chosen={kind}
                  say={(word) => say(`calendar.kind.${word}` as MessageKey)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Fills the table of bells evenly, for whoever does not want to type fourteen times. */
export function Even({ frame }: { frame: Frame }) {
  const { say } = frame;
  const field = (name: string, label: MessageKey, value: string, type = "number") => (
    <div>
      <label for={`even-${name}`}>{say(label)}</label>
      <input
        id={`even-${name}`}
        name={`even-${name}`}
        type={type}
        value={value}
        min={type === "number" ? "0" : undefined}
        max={type === "number" ? "120" : undefined}
      />
    </div>
  );
  return (
    <details>
      <summary>{say("bells.even")}</summary>
      <div class="fields">
        {field("first", "bells.even.first", "08:30", "time")}
        {field("periods", "bells.even.periods", "7")}
        {field("minutes", "bells.even.minutes", "45")}
        {field("between", "bells.even.between", "5")}
        {field("lunchAfter", "bells.even.lunchAfter", "4")}
        {field("lunchMinutes", "bells.even.lunchMinutes", "30")}
      </div>
      <p>
        <button class="quiet" name="do" value="fill" formnovalidate>
          {say("bells.even.fill")}
        </button>
      </p>
    </details>
  );
}

/** What is different on days of exams: a row for each period of a regular day, empty where it stays as it is. */
export function ExamTable({ frame, answers }: { frame: Frame; answers: CalendarAnswers }) {
  const { say, locale } = frame;
  const changes = new Map(answers.exam.map((change) => [change.period, change]));
  const open = answers.exam.length > 0 || answers.odd.some(({ kind }) => kind === "exam");
  return (
    <details open={open}>
      <summary>{say("calendar.exam.title")}</summary>
      <p>{say("calendar.exam.lead")}</p>
      <Scroll label={say("calendar.exam.title")}>
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
            {answers.bells.map(({ id, name, start, end }) => {
              const change = changes.get(id);
              return (
                <tr>
                  <th scope="row">
                    {name}{" "}
                    <span class="soft time">
                      {timeSpan(parseTime(start) ?? 0, parseTime(end) ?? 0, locale)}
                    </span>
                    <input type="hidden" name="exam-period" value={id} />
                  </th>
                  {(["start", "end"] as const).map((field) => (
                    <td>
                      <input
                        name={`exam-${field}`}
                        type="time"
                        value={change?.[field] ?? ""}
                        aria-label={`${say("calendar.kind.exam")}: ${name} ${say(`bells.${field}`)}`}
                      />
                    </td>
                  ))}
                  <td>
                    <label class="inline">
                      <input
                        type="checkbox"
                        name="exam-out"
                        value={id}
                        checked={change?.cancelled === true}
                      />
                      <span class="visually-hidden">
                        {say("calendar.leaveOut")}: {name}
                      </span>
                    </label>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
