import type { ReportTable } from "@collegium/evidence";
import { raw } from "hono/html";
import type { Frame } from "../frame.js";
import { Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { OpenFile } from "../state/evidence-desk.js";
import { type OnePage, SMALLEST } from "../state/one-page/page.js";
import { shortDay } from "./days.js";
import { standingWords } from "./goal-sheet.js";

/** The page a coach hands to a team: what it shows, how sure it is, what not to conclude, what to ask, and where a goal begins. */
export function OnePageSheet(props: { frame: Frame; file: OpenFile; page: OnePage; query: URLSearchParams }) {
  const { frame, file, page, query } = props;
  const { say, locale } = frame;
  const { order, report, chart } = page;
  const { audience, filter } = order;
  const path = `/evidence/${file.id}`;
  const [first, ...others] = report.tables.map(withoutEmpty);
  return (
    <Page frame={frame} title={report.title}>
      <div class="row no-print">
        <a class="button quiet" href={`${path}?${query}`}>
          {say("evidence.change")}
        </a>
        {page.start && page.start.standings.length > 0 ? (
          <a class="button" href={`${path}/goal?${query}`}>
            {say("evidence.goal")}
          </a>
        ) : null}
        <span class="soft">{say("evidence.print")}</span>
      </div>
      {order.ask === "gap" && order.group.values.length > 2 ? <Pair {...props} /> : null}
      <article class="one-page">
        <header>
          <h1>{report.title}</h1>
          <p class="soft">
            {say("evidence.source", { file: file.name, on: shortDay(order.on, locale) })}
            {filter ? `; ${say("evidence.filtered", { column: filter.column.name, value: filter.is })}` : ""}.{" "}
            {say(`evidence.audience.${audience}` as MessageKey, { n: SMALLEST })}
          </p>
        </header>
        <section aria-labelledby="found">
          <h2 id="found">{say("evidence.found")}</h2>
          <ul class="findings">
            {report.findings.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </section>
        <div class={`figures ${(first?.columns.length ?? 0) > 6 ? "stacked" : ""}`}>
          <div>
            {chart ? <figure>{raw(chart.svg)}</figure> : null}
            {others.map((table) => (
              <Figures table={table} />
            ))}
          </div>
          <div>{first ? <Figures table={first} /> : null}</div>
        </div>
        {report.warnings.length > 0 ? (
          <section aria-labelledby="doubt">
            <h2 id="doubt">{say("evidence.doubt")}</h2>
            <ul>
              {report.warnings.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <p class="note ask">
          <strong>{say("evidence.question")}:</strong> {report.question}
        </p>
        <GoalStrip frame={frame} page={page} />
      </article>
    </Page>
  );
}

/** A table without columns in which nothing stands. */
function withoutEmpty(table: ReportTable): ReportTable {
  const kept = table.columns.map((_, i) => table.rows.some((row) => row[i] !== "" && row[i] !== undefined));
  const some = (cells: readonly string[]) => cells.filter((_, i) => kept[i]);
  return { ...table, columns: some(table.columns), rows: table.rows.map(some) };
}

/** The figures of a page as a table; the first cell of each row is its header. */
function Figures({ table }: { table: ReportTable }) {
  const [first = "", ...others] = table.columns;
  return (
    <Scroll label={table.caption}>
      <table class="figures-table">
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = "", ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Which two groups are compared, where the file has more. */
function Pair({
  file,
  page,
  frame,
  query,
}: {
  file: OpenFile;
  page: OnePage;
  frame: Frame;
  query: URLSearchParams;
}) {
  const { say } = frame;
  const { order } = page;
  if (order.ask !== "gap") return null;
  const others = [...query].filter(([name]) => name !== "a" && name !== "b");
  return (
    <form action={`/evidence/${file.id}/page`} class="row no-print">
      {others.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {(["a", "b"] as const).map((side, i) => (
        <label class="inline">
          {say(i === 0 ? "evidence.pair" : "evidence.with")}
          <select name={side}>
            {order.group.values.map((value) => (
              <option value={value} selected={value === order.pair[i]}>
                {value}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button class="quiet">{say("evidence.pair.change")}</button>
    </form>
  );
}

/** Where the page ends: a goal with its baseline filled in and the rest left to the team's pencil. */
function GoalStrip({ frame, page }: { frame: Frame; page: OnePage }) {
  const { say } = frame;
  const { start, order } = page;
  if (!start || start.standings.length === 0) return <p>{say("evidence.agree.next")}</p>;
  return (
    <section class="strip" aria-labelledby="from-here">
      <h2 id="from-here">{say("evidence.goal.lead")}</h2>
      <p>
        <strong>{say("evidence.goal.fill", { reach: start.reach })}</strong>
      </p>
      <Scroll label={say("evidence.goal.lead")}>
        <table class="figures-table">
          <thead>
            <tr>
              <th scope="col">{say("evidence.goal.who")}</th>
              <th scope="col">{say("evidence.goal.today")}</th>
              <th scope="col">{say("evidence.goal.target")}</th>
            </tr>
          </thead>
          <tbody>
            {start.standings.map((standing) => (
              <tr>
                <th scope="row">{standing.name ?? say("goal.all")}</th>
                <td>{standingWords(frame, start, standing, order.audience)}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ul class="fill">
        {say("evidence.goal.owner")
          .split("|")
          .map((blank) => (
            <li>{blank}</li>
          ))}
      </ul>
    </section>
  );
}
