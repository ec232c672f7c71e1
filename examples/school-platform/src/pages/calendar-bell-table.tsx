import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { BellRows } from "../state/calendar-bells.js";
import { cycleWord } from "./calendar-marks.js";
import { KindSelect } from "./kind-select.js";

const KINDS = ["teaching", "lunch", "break", "advisory", "meeting"] as const;
const BLANK = 2;

/** A day's bells as a table to write in; a row without a name or a time is left out. */
export function BellTable(props: { frame: Frame; periods: BellRows; prefix: string; caption: string }) {
  const { frame, periods, prefix, caption } = props;
  const { say } = frame;
  const rows = [
    ...[...periods].sort((a, b) => a.start.localeCompare(b.start)),
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
                <KindSelect
                  name={`${prefix}-kind`}
                  label={`${say("bells.kind")} ${index + 1}`}
                  kinds={KINDS}
                  chosen={kind}
                  say={(word) => say(`bells.kind.${word}` as MessageKey)}
                />
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

/** Bells that ring on some cycle days only: which days, the table, and a way to drop both. */
export function CycleBellTable(props: {
  frame: Frame;
  periods: BellRows;
  prefix: string;
  caption: string;
  /** All days of the cycle, and those on which these bells ring. */
  cycle: readonly string[];
  days: readonly string[];
  /** What the button that drops the table says it does. */
  drop: string;
}) {
  const { frame, periods, prefix, caption, cycle, days, drop } = props;
  const { say } = frame;
  const words = new Intl.ListFormat(frame.locale).format(days.map((day) => cycleWord(frame, day)));
  return (
    <section class="card" aria-label={`${caption}: ${words}`}>
      <fieldset>
        <legend>{caption}</legend>
        <div class="row">
          {cycle.map((day) => (
            <label class="inline">
              <input type="checkbox" name={`${prefix}-days`} value={day} checked={days.includes(day)} />{" "}
              {cycleWord(frame, day)}
            </label>
          ))}
        </div>
      </fieldset>
      <BellTable frame={frame} periods={periods} prefix={prefix} caption={`${caption}: ${words}`} />
      <p>
        <button
          class="quiet"
          name="do"
          value={drop}
          formnovalidate
          aria-label={`${say("bells.drop")}: ${words}`}
        >
          {say("bells.drop")}
        </button>
      </p>
    </section>
  );
}

/** The cycle days that have no bells of their own yet: what another table begins with. */
export function nextCycleDays(cycle: readonly string[], taken: readonly (readonly string[])[]): string[] {
  return cycle.filter((day, index) => index > 0 && !taken.flat().includes(day)).slice(0, 1);
}

/** A name as an id that nothing else has. */
export function freeId(name: string, used: ReadonlySet<string>): string {
  const word =
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "period";
  let id = word;
  for (let n = 2; used.has(id); n++) id = `${word}-${n}`;
  return id;
}
