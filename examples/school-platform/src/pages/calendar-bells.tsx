import type { SchoolCalendar } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form, Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { BellRows } from "../state/calendar-bells.js";
import type { KeptCalendar } from "../state/calendar-book.js";

const KINDS = ["teaching", "lunch", "break", "advisory", "meeting"] as const;
const BLANK = 2;

/** A day's bells as a table to write in; a row without a name or a time is left out. */
export function BellTable(props: { frame: Frame; periods: BellRows; prefix: string; caption: string }) {
  const { frame, periods, prefix, caption } = props;
  const { say } = frame;
  const rows = [
    ...periods,
    ...Array.from({ length: BLANK }, () => ({ id: "", name: "", start: "", end: "", kind: "teaching" })),
  ];
  const cell = (name: string, type: string, value: string, label: string) => (
    <td>
      <input
        name={`${prefix}-${name}`}
        type={type}
        value={value}
        aria-label={label}
        {...(type === "text" ? { size: 12 } : {})}
      />
    </td>
  );
  return (
    <Scroll label={caption}>
      <table class="narrow">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say("week.period")}</th>
            <th scope="col">{say("bells.start")}</th>
            <th scope="col">{say("bells.end")}</th>
            <th scope="col">{say("bells.kind")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, start, end, kind = "teaching" }, index) => (
            <tr>
              <td>
                <input type="hidden" name={`${prefix}-id`} value={id} />
                <input
                  name={`${prefix}-name`}
                  value={name}
                  size={12}
                  aria-label={say("bells.name", { n: index + 1 })}
                />
              </td>
              {cell("start", "time", start, `${say("bells.start")} ${index + 1}`)}
              {cell("end", "time", end, `${say("bells.end")} ${index + 1}`)}
              <td>
                <select name={`${prefix}-kind`} aria-label={`${say("bells.kind")} ${index + 1}`}>
                  {KINDS.map((word) => (
                    <option value={word} selected={word === kind}>
                      {say(`bells.kind.${word}` as MessageKey)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The rows that were written into a table of bells. */
export function bellRowsFrom(body: Readonly<Record<string, unknown>>, prefix: string): BellRows {
  const list = (field: string) => [body[`${prefix}-${field}`] ?? []].flat().map(String);
  const [ids, names, starts, ends, kinds] = ["id", "name", "start", "end", "kind"].map(list) as [
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  const used = new Set(ids);
  return names.flatMap((name, index): BellRows => {
    const [start, end, kind] = [starts[index] ?? "", ends[index] ?? "", kinds[index] ?? ""];
    if (name.trim() === "" || start === "" || end === "") return [];
    const id = ids[index] || freeId(name.trim(), used);
    used.add(id);
    return [
      {
        id,
        name: name.trim(),
        start,
        end,
        ...(kind !== "teaching" && KINDS.includes(kind as never) && { kind }),
      } as BellRows[number],
    ];
  });
}

/** The bells of every kind of day, to be changed. */
export function BellsPage({ frame, kept }: { frame: Frame; kept: KeptCalendar }) {
  const { say } = frame;
  const kinds = kept.calendar.dayKinds.filter(({ school }) => school);
  return (
    <Page frame={frame} title={say("bells.title")}>
      <h1>{say("bells.title")}</h1>
      <p class="lead">{say("bells.lead")}</p>
      <Form frame={frame} action="/calendar/bells">
        {kinds.map(({ id, name }) => (
          <BellTable frame={frame} periods={bellsOf(kept, id)} prefix={id} caption={name} />
        ))}
        <h2>{say("bells.another")}</h2>
        <p>{say("bells.another.lead")}</p>
        <label for="fresh">{say("bells.another.name")}</label>
        <input id="fresh" name="fresh" maxlength={60} />
        <p class="row">
          <button type="submit">{say("calendar.look")}</button>
          <a href="/calendar">{say("cancel")}</a>
        </p>
      </Form>
    </Page>
  );
}

/** The calendar with the bells that were written; a new kind of day begins with the first kind's bells. */
export function withBells(kept: KeptCalendar, body: Readonly<Record<string, unknown>>): SchoolCalendar {
  const { calendar, school } = kept;
  const kinds = calendar.dayKinds.filter((kind) => kind.school);
  const fresh = String(body["fresh"] ?? "")
    .trim()
    .slice(0, 60);
  const id = freeId(fresh, new Set(calendar.dayKinds.map((kind) => kind.id)));
  const written = kinds
    .map((kind) => ({ dayKind: kind.id, periods: bellRowsFrom(body, kind.id) }))
    .filter(({ periods }) => periods.length > 0);
  const added = fresh === "" || !written[0] ? [] : [{ dayKind: id, periods: written[0].periods }];
  return {
    ...calendar,
    dayKinds: fresh === "" ? calendar.dayKinds : [...calendar.dayKinds, { id, name: fresh, school: true }],
    schools: calendar.schools.map((one) =>
      one.id === school
        ? { ...one, bells: [...one.bells.filter(({ cycleDays }) => cycleDays), ...written, ...added] }
        : one,
    ),
  };
}

function bellsOf({ calendar, school }: KeptCalendar, kind: string): BellRows {
  const bells = calendar.schools.find(({ id }) => id === school)?.bells ?? [];
  return bells.find(({ dayKind, cycleDays }) => dayKind === kind && !cycleDays)?.periods ?? [];
}

/** A name as an id that nothing else has. */
function freeId(name: string, used: ReadonlySet<string>): string {
  const word =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "period";
  let id = word;
  for (let n = 2; used.has(id); n++) id = `${word}-${n}`;
  return id;
}
