import type { SchoolCalendar } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Form, Issues, Page } from "../layout.js";
import type { BellRows } from "../state/calendar-bells.js";
import type { KeptCalendar } from "../state/calendar-book.js";
import { BellTable, bellRowsFrom, CycleBellTable, freeId, nextCycleDays } from "./calendar-bell-table.js";
import { schoolName, type Viewed } from "./calendar-schools.js";

type Body = Readonly<Record<string, unknown>>;

/** The bells of one kind of day as the page edits them; with cycle days where they ring on some of them only. */
interface Schedule {
  readonly kind: string;
  readonly days?: readonly string[];
  readonly periods: BellRows;
}

/** The bells of every kind of day, and of some cycle days where they differ, to be changed. */
export function BellsPage(props: {
  frame: Frame;
  view: Viewed;
  schedules?: readonly Schedule[];
  issues?: readonly { message: string }[];
}) {
  const { frame, view, schedules = schedulesOf(view.kept), issues = [] } = props;
  const { say } = frame;
  const { calendar, school } = view.kept;
  const cycle = calendar.cycle?.days ?? [];
  const kinds = calendar.dayKinds.filter((kind) => kind.school);
  const numbered = schedules.map((schedule, index) => ({ ...schedule, index, prefix: `s${index}` }));
  return (
    <Page frame={frame} title={say("bells.title")}>
      <h1>{say("bells.title")}</h1>
      <p class="lead">
        {calendar.schools.length > 1 ? `${schoolName(calendar, school)}. ` : ""}
        {say("bells.lead")}
      </p>
      <Issues frame={frame} issues={issues} />
      <Form frame={frame} action={`/calendar/bells${view.query}`}>
        {/* What Enter in a field presses: the first button of a form. */}
        <button type="submit" hidden />
        <input type="hidden" name="schedules" value={String(schedules.length)} />
        {kinds.map(({ id, name }) => (
          <section aria-label={name}>
            {numbered
              .filter(({ kind }) => kind === id)
              .map(({ days, periods, index, prefix }) => (
                <>
                  <input type="hidden" name={`${prefix}-kind`} value={id} />
                  {days ? <input type="hidden" name={`${prefix}-cycle`} value="yes" /> : null}
                  {days ? (
                    <CycleBellTable
                      frame={frame}
                      periods={periods}
                      prefix={prefix}
                      caption={say("bells.cycle.of", { kind: name })}
                      cycle={cycle}
                      days={days}
                      drop={`drop:${index}`}
                    />
                  ) : (
                    <BellTable frame={frame} periods={periods} prefix={prefix} caption={name} />
                  )}
                </>
              ))}
            {cycle.length > 0 ? (
              <p>
                <button
                  class="quiet"
                  name="do"
                  value={`cycle:${id}`}
                  aria-label={`${say("bells.cycle.add")}: ${name}`}
                >
                  {say("bells.cycle.add")}
                </button>
              </p>
            ) : null}
          </section>
        ))}
        <h2>{say("bells.another")}</h2>
        <p>{say("bells.another.lead")}</p>
        <label for="fresh">{say("bells.another.name")}</label>
        <input id="fresh" name="fresh" maxlength={60} />
        <p class="row">
          <button type="submit">{say("calendar.look")}</button>
          <a href={`/calendar${view.query}`}>{say("cancel")}</a>
        </p>
      </Form>
    </Page>
  );
}

/** What the page holds when it is posted; a table more or less where a button asked for it. */
export function schedulesFrom(body: Body, { calendar }: KeptCalendar): Schedule[] {
  const count = Math.min(60, Number(body["schedules"]) || 0);
  const list = (name: string) => [body[name] ?? []].flat().map(String);
  const posted = Array.from({ length: count }, (_, index): Schedule => {
    const prefix = `s${index}`;
    return {
      kind: list(`${prefix}-kind`)[0] ?? "",
      periods: bellRowsFrom(body, prefix),
      ...(list(`${prefix}-cycle`).length > 0 && { days: list(`${prefix}-days`) }),
    };
  });
  const [what, of = ""] = (list("do")[0] ?? "").split(":");
  if (what === "drop") return posted.filter((_, index) => index !== Number(of));
  if (what !== "cycle") return posted;
  const same = posted.filter(({ kind }) => kind === of);
  const days = nextCycleDays(
    calendar.cycle?.days ?? [],
    same.map((one) => one.days ?? []),
  );
  return [...posted, { kind: of, days, periods: same[0]?.periods ?? [] }];
}

/** The calendar with the bells that were written; a new kind of day begins with the first kind's bells. */
export function withBells(kept: KeptCalendar, schedules: readonly Schedule[], fresh: string): SchoolCalendar {
  const { calendar, school } = kept;
  const id = freeId(fresh, new Set(calendar.dayKinds.map((kind) => kind.id)));
  const written = schedules
    .filter(({ periods }) => periods.length > 0)
    .map(({ kind, days, periods }) => ({ dayKind: kind, ...(days && { cycleDays: [...days] }), periods }));
  const added = fresh === "" || !written[0] ? [] : [{ dayKind: id, periods: written[0].periods }];
  return {
    ...calendar,
    dayKinds: fresh === "" ? calendar.dayKinds : [...calendar.dayKinds, { id, name: fresh, school: true }],
    schools: calendar.schools.map((one) =>
      one.id === school ? { ...one, bells: [...written, ...added] } : one,
    ),
  };
}

/** The bells in force: for each kind of day with school those of every day, then those of some cycle days. */
function schedulesOf({ calendar, school }: KeptCalendar): Schedule[] {
  const bells = calendar.schools.find(({ id }) => id === school)?.bells ?? [];
  return calendar.dayKinds
    .filter((kind) => kind.school)
    .flatMap(({ id }): Schedule[] => {
      const own = bells.filter(({ dayKind }) => dayKind === id);
      const base = own.find(({ cycleDays }) => !cycleDays)?.periods ?? [];
      const some = own.flatMap(({ cycleDays, periods }) =>
        cycleDays ? [{ kind: id, days: cycleDays, periods }] : [],
      );
      return [{ kind: id, periods: base }, ...some];
    });
}
