import type { Child } from "hono/jsx";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { OpenFile } from "../state/evidence-desk.js";
import { type Ask, asks } from "../state/one-page/order.js";
import type { Sheet, SheetColumn } from "../state/sheet.js";

/** What the page should answer, and the columns it is made from; guesses stand in the fields. */
export function AskForm({ frame, file, query }: { frame: Frame; file: OpenFile; query: URLSearchParams }) {
  const { say } = frame;
  const { sheet } = file;
  const chosen = asks.find((ask) => ask === query.get("ask")) ?? likely(sheet);
  const path = `/evidence/${file.id}`;
  return (
    <>
      <h2>{say("evidence.ask")}</h2>
      <ul class="steps">
        {asks.map((ask) => (
          <li class="card">
            <a href={`${path}?ask=${ask}`} aria-current={ask === chosen ? "true" : undefined}>
              {say(`evidence.ask.${ask}` as MessageKey)}
            </a>
            <p class="soft">{say(`evidence.ask.${ask}.says` as MessageKey)}</p>
          </li>
        ))}
      </ul>
      <form action={`${path}/page`}>
        <h2>{say(`evidence.ask.${chosen}` as MessageKey)}</h2>
        <input type="hidden" name="ask" value={chosen} />
        <div class="row">
          <div>
            <label for="title">{say("evidence.what")}</label>
            <input id="title" name="title" maxlength={120} value={query.get("title") ?? ""} />
          </div>
          <div>
            <label for="on">{say("evidence.when")}</label>
            <input id="on" name="on" type="date" value={query.get("on") ?? file.on} required />
          </div>
        </div>
        <Fields frame={frame} sheet={sheet} ask={chosen} query={query} />
        <Only frame={frame} sheet={sheet} query={query} />
        <fieldset>
          <legend>{say("evidence.for")}</legend>
          {(["team", "public"] as const)
            .filter((audience) => chosen !== "agreement" || audience === "team")
            .map((audience) => (
              <p>
                <label class="inline">
                  <input
                    type="radio"
                    name="audience"
                    value={audience}
                    required
                    checked={query.get("audience") === audience}
                  />
                  {say(`evidence.for.${audience}` as MessageKey)}
                </label>
              </p>
            ))}
        </fieldset>
        <button>{say("evidence.make")}</button>
      </form>
    </>
  );
}

/** The question a file can most likely answer. */
function likely(sheet: Sheet): Ask {
  if (itemsOf(sheet).length >= 4) return "items";
  return sheet.columns.some(({ values }) => values.length > 0) ? "gap" : "growth";
}

/** Columns that look like items: right or wrong, or letters with a key. */
function itemsOf(sheet: Sheet): SheetColumn[] {
  const keyed = sheet.columns.filter(({ name }) => sheet.key.has(name));
  if (keyed.length > 0) return keyed;
  return sheet.columns.filter(
    ({ kind, scores, values }) =>
      kind === "number" &&
      values.length === 2 &&
      scores.every((score) => score === null || score === 0 || score === 1),
  );
}

function Fields(props: { frame: Frame; sheet: Sheet; ask: Ask; query: URLSearchParams }) {
  const { frame, sheet, ask, query } = props;
  const { say } = frame;
  const scores = sheet.columns.filter(({ kind }) => kind === "number");
  const measures = scores.filter(({ scores: of }) => new Set(of).size > 3);
  const groups = sheet.columns.filter(({ values }) => values.length > 1);
  const choice = (
    name: string,
    label: MessageKey,
    columns: readonly SheetColumn[],
    fallback?: SheetColumn,
    none?: MessageKey,
  ) => (
    <Choice id={name} label={say(label)}>
      {none ? <option value="">{say(none)}</option> : null}
      {columns.map((column) => (
        <option value={column.name} selected={column.name === (query.get(name) ?? fallback?.name)}>
          {column.name}
        </option>
      ))}
    </Choice>
  );
  const number = (name: string, label: string, value: number | undefined, hint?: string) => (
    <div>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        inputmode="decimal"
        size={8}
        value={query.get(name) ?? (value === undefined ? "" : String(value))}
        aria-describedby={hint ? `${name}-hint` : undefined}
      />
      {hint ? (
        <p class="soft" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
  const named = (
    <div>
      <label for="groupAs">{say("evidence.by.as")}</label>
      <input id="groupAs" name="groupAs" maxlength={60} size={16} value={query.get("groupAs") ?? ""} />
    </div>
  );
  const checks = (
    name: string,
    legend: MessageKey,
    columns: readonly SheetColumn[],
    checked: readonly SheetColumn[],
  ) => (
    <fieldset>
      <legend>{say(legend)}</legend>
      <div class="columns">
        {columns.map((column) => (
          <label class="inline">
            <input
              type="checkbox"
              name={name}
              value={column.name}
              checked={query.has(name) ? query.getAll(name).includes(column.name) : checked.includes(column)}
            />
            {column.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
  if (ask === "items") {
    const items = itemsOf(sheet);
    const possible = sheet.columns.filter((column) => column.kind === "number" || sheet.key.has(column.name));
    return (
      <>
        {checks("item", "evidence.items.choose", possible, items)}
        <label class="inline">
          <input
            type="checkbox"
            name="byName"
            value="yes"
            checked={query.get("byName") === "yes" || !query.has("ask") || !query.has("item")}
          />
          {say("evidence.items.byName")}
        </label>
        <div class="row">
          {choice(
            "group",
            "evidence.by",
            groups.filter((column) => !items.includes(column)),
            undefined,
            "evidence.by.none",
          )}
          {named}
        </div>
      </>
    );
  }
  if (ask === "gap") {
    const measure = measures.find(({ name }) => name === query.get("measure")) ?? measures.at(-1);
    const [low, high] = rangeOf(measure);
    return (
      <div class="row">
        {choice("measure", "evidence.measure", measures, measure)}
        {number(
          "cut",
          say("evidence.cut"),
          undefined,
          low === undefined ? undefined : say("evidence.cut.range", { low: String(low), high: String(high) }),
        )}
        {choice("group", "evidence.by", groups, groups[0])}
        {named}
      </div>
    );
  }
  if (ask === "growth") {
    return (
      <div class="row">
        {choice("before", "evidence.before", measures, measures.at(-2))}
        {choice("after", "evidence.after", measures, measures.at(-1))}
        {choice("group", "evidence.by", groups, undefined, "evidence.by.none")}
        {named}
        {number("reliability", say("evidence.reliability"), undefined)}
        {number("cut", say("evidence.cut.goal"), undefined)}
      </div>
    );
  }
  const few = sheet.columns.filter(({ values }) => values.length > 1);
  return checks("scorer", "evidence.scorers.choose", few, []);
}

/** Rows that count: all, or those with one word in one column. */
function Only({ frame, sheet, query }: { frame: Frame; sheet: Sheet; query: URLSearchParams }) {
  const { say } = frame;
  return (
    <details open={query.get("where") ? true : undefined}>
      <summary>{say("evidence.only")} …</summary>
      <div class="row">
        <Choice id="where" label={say("evidence.only")}>
          <option value="">{say("evidence.only.all")}</option>
          {sheet.columns.map(({ name }) => (
            <option value={name} selected={name === query.get("where")}>
              {name}
            </option>
          ))}
        </Choice>
        <div>
          <label for="is">{say("evidence.only.is")}</label>
          <input id="is" name="is" maxlength={120} value={query.get("is") ?? ""} />
        </div>
      </div>
    </details>
  );
}

function Choice({ id, label, children }: { id: string; label: string; children?: Child }) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        {children}
      </select>
    </div>
  );
}

/** What is in a file, column by column: how it is read, how much of it there is, and what could not be read. */
export function ColumnsTable({ frame, sheet }: { frame: Frame; sheet: Sheet }) {
  const { say } = frame;
  return (
    <>
      <h2>{say("evidence.columns")}</h2>
      <Scroll label={say("evidence.columns")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("evidence.column")}</th>
              <th scope="col">{say("evidence.kind")}</th>
              <th scope="col" class="number">
                {say("evidence.filled")}
              </th>
              <th scope="col">{say("evidence.values")}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.columns.map((column) => (
              <tr>
                <th scope="row">{column.name}</th>
                <td>
                  {say(`evidence.kind.${column.kind}` as MessageKey)}{" "}
                  {column.unread > 0 ? (
                    <span class="tag wait">{say("evidence.column.unread", { n: column.unread })}</span>
                  ) : null}
                </td>
                <td class="number">{say("count.of", { n: sheet.rows - column.missing, of: sheet.rows })}</td>
                <td>
                  {column.values.length > 0
                    ? column.values.join(", ")
                    : column.kind === "number"
                      ? rangeOf(column).join(" – ")
                      : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

/** The lowest and the highest score of a column. */
function rangeOf(column: SheetColumn | undefined): [number, number] | [] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of column?.scores ?? []) {
    if (score === null) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  return low <= high ? [low, high] : [];
}
