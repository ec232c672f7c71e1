import { type CalendarException, isoDate, readCalendar, SchoolCalendar } from "@collegium/scheduling";
import { type Issue, ok, type Result } from "@collegium/schema";
import type { Frame } from "../frame.js";
import { Form, Issues, Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import { shortDay } from "./days.js";
import { KindSelect } from "./kind-select.js";

/** Days of a file of holidays, before anybody said what they are. */
export interface FoundDays {
  readonly name: string;
  readonly first: string;
  readonly last: string;
}

type BroughtIn =
  | { readonly kind: "calendar"; readonly calendar: SchoolCalendar }
  | { readonly kind: "holidays"; readonly holidays: readonly FoundDays[] };

const KINDS = ["holiday", "staff", "early-release", "late-start"] as const;
const MOST = 200;
const NOT_CLOSED =
  /first day|last day|begin|start|end of|grade|report|conference|board|meeting|primer día|último día/i;
const STAFF = /staff|teacher|professional|development|in-?service|personal|docente/i;
const SHORT = /early (release|dismissal)|half day|salida temprana/i;

/** What a file holds: a school calendar as this platform writes it, or whole days of a calendar program. */
export function broughtIn(frame: Frame, text: string): Result<BroughtIn> {
  if (text.trimStart().startsWith("{")) {
    const read = SchoolCalendar.read(json(text));
    return read.ok ? ok({ kind: "calendar", calendar: read.value }) : read;
  }
  const read = readCalendar(text);
  if (!read.ok) return read;
  const holidays = read.value.events
    .filter(({ start, status }) => start.form === "date" && status !== "CANCELLED")
    .map(({ summary, start, seconds }) => {
      const day = start.local / 86_400;
      return {
        name: summary,
        first: isoDate(day),
        last: isoDate(day + Math.max(1, Math.round(seconds / 86_400)) - 1),
      };
    })
    .sort((a, b) => a.first.localeCompare(b.first));
  if (holidays.length > 0) return ok({ kind: "holidays", holidays: holidays.slice(0, MOST) });
  const empty: Issue = { code: "no-whole-days", path: [], message: frame.say("calendar.problem.noDays") };
  return { ok: false, issues: [empty] };
}

/** The way in for a file. */
export function BringInForm({
  frame,
  issues,
}: {
  frame: Frame;
  issues: readonly { message: string; hint?: string }[];
}) {
  const { say } = frame;
  return (
    <Page frame={frame} title={say("calendar.bringIn")} island="drop">
      <h1>{say("calendar.bringIn")}</h1>
      <Issues frame={frame} issues={issues} />
      <Form frame={frame} action="/calendar/bring-in" multipart class="drop" id="drop">
        <label for="file">{say("calendar.file")}</label>
        <input
          id="file"
          type="file"
          name="file"
          accept=".json,.ics,text/calendar,application/json"
          required
        />
        <button type="submit">{say("calendar.look")}</button>
      </Form>
      <ul>
        <li>{say("calendar.file.ics")}</li>
        <li>{say("calendar.file.json")}</li>
      </ul>
      <p class="who">{say("import.stays")}</p>
    </Page>
  );
}

/** What each day of the file is; guessed from its name, decided by a person. */
export function HolidayList({ frame, holidays }: { frame: Frame; holidays: readonly FoundDays[] }) {
  const { say, locale } = frame;
  return (
    <Page frame={frame} title={say("calendar.bringIn")}>
      <h1>{say("calendar.found", { n: holidays.length })}</h1>
      <p class="lead">{say("calendar.found.lead")}</p>
      <Form frame={frame} action="/calendar/holidays">
        <Scroll label={say("calendar.bringIn")}>
          <table class="narrow">
            <thead>
              <tr>
                <th scope="col">{say("calendar.odd.name")}</th>
                <th scope="col">{say("calendar.dates")}</th>
                <th scope="col">{say("calendar.kind")}</th>
              </tr>
            </thead>
            <tbody>
              {holidays.map(({ name, first, last }, index) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>
                    {shortDay(first, locale)}
                    {last === first ? "" : ` – ${shortDay(last, locale)}`}
                    <input type="hidden" name="name" value={name} />
                    <input type="hidden" name="first" value={first} />
                    <input type="hidden" name="last" value={last} />
                  </td>
                  <td>
                    <KindSelect
                      name="kind"
                      label={`${say("calendar.kind")} ${index + 1}`}
                      kinds={["", ...KINDS]}
                      chosen={guess(name)}
                      say={(kind) =>
                        say(kind === "" ? "calendar.ignore" : (`calendar.kind.${kind}` as MessageKey))
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p class="row">
          <button type="submit">{say("calendar.look")}</button>
          <a href="/calendar/bring-in">{say("cancel")}</a>
        </p>
      </Form>
    </Page>
  );
}

/** The days that somebody took, as odd days of the calendar. */
export function holidaysTaken(
  frame: Frame,
  body: Readonly<Record<string, unknown>>,
): (CalendarException & { dayKind: string })[] {
  const list = (field: string) => [body[field] ?? []].flat().map(String);
  const [names, firsts, lasts, kinds] = [list("name"), list("first"), list("last"), list("kind")];
  return names.flatMap((name, index) => {
    const [first, last, dayKind] = [firsts[index] ?? "", lasts[index] ?? "", kinds[index] ?? ""];
    if (dayKind === "" || first === "") return [];
    const called = name === "" ? frame.say(`calendar.kind.${dayKind}` as MessageKey) : name.slice(0, 120);
    return [{ name: called, first, dayKind, ...(last > first && { last }) }];
  });
}

function guess(name: string): string {
  if (SHORT.test(name)) return "early-release";
  if (STAFF.test(name)) return "staff";
  return NOT_CLOSED.test(name) ? "" : "holiday";
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
