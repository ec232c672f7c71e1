import type { Issue } from "@collegium/schema";
import type { Context } from "hono";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Form, Issues, Page } from "../layout.js";
import type { FrameMaker } from "../request.js";
import type { EvidenceDesk, OpenFile } from "../state/evidence-desk.js";
import { grantFor, may, viewerIn } from "../state/looking.js";
import { orderFrom } from "../state/one-page/order.js";
import { makePage, type OnePage, type Start } from "../state/one-page/page.js";
import type { Workshop } from "../state/prepare.js";
import type { RegisteredTeam, TeamRegister } from "../state/team-register.js";
import { newId } from "../state/team-work.js";
import { baselineWords, type Decided, goalOf, proposal, questionsAbout } from "./goal-draft.js";
import { amount, GoalSheet, standingWords } from "./goal-sheet.js";

/** From the page to a goal: the baseline stands, the team decides the rest, the linter asks, the sheet is printed. */
export function evidenceGoalPages(parts: {
  frame: FrameMaker;
  desk: EvidenceDesk;
  register: TeamRegister;
  shop: Workshop;
  today: () => string;
  now: () => Date;
}) {
  const { frame, desk, register, shop, today, now } = parts;
  const app = new Hono();

  const enter = async (c: Context): Promise<Entered | undefined> => {
    const f = await frame(c);
    const file = await desk.find(f.school.districtId, c.req.param("id") as string, f.viewer.id);
    if (!file) return undefined;
    const query = new URL(c.req.url).searchParams;
    const order = orderFrom(query, file.sheet, f.say, today());
    const standard = query.get("standard");
    const page = order.ok
      ? makePage(file.sheet, order.value, { locale: f.locale, say: f.say, ...(standard ? { standard } : {}) })
      : order;
    if (!page.ok || !page.value.start || page.value.start.standings.length === 0) return undefined;
    return { f, file, query, page: page.value, start: page.value.start };
  };

  app.get("/evidence/:id/goal", async (c) => {
    const entered = await enter(c);
    return entered ? c.html(<GoalForm {...entered} today={today()} issues={[]} />) : c.notFound();
  });

  app.get("/evidence/:id/goal/sheet", async (c) => {
    const entered = await enter(c);
    if (!entered) return c.notFound();
    const { f, file, query, page, start } = entered;
    const decided = decidedIn(query, start, today());
    const goal = goalOf(f, start, decided, { id: newId(), on: page.order.on });
    if (!goal.ok) return c.html(<GoalForm {...entered} today={today()} issues={goal.issues} />, 422);
    const teams = await own(f);
    return c.html(
      <Page frame={f} title={f.say("sheet.title")}>
        <div class="row no-print">
          <a class="button quiet" href={`/evidence/${file.id}/goal?${query}`}>
            {f.say("sheet.back")}
          </a>
          {teams.map((team) => (
            <Form frame={f} action={`/evidence/${file.id}/goal/set?${query}`}>
              <button name="team" value={team.id}>
                {f.say("sheet.set", { team: team.name })}
              </button>
            </Form>
          ))}
          <span class="soft">{f.say(teams.length > 0 ? "sheet.print" : "sheet.nobody")}</span>
        </div>
        <GoalSheet
          frame={f}
          goal={goal.value}
          {...(decided.owner ? { owner: decided.owner } : {})}
          audience={page.order.audience}
          standings={start.standings}
          questions={questionsAbout(goal.value, f, start)}
        />
      </Page>,
    );
  });

  app.post("/evidence/:id/goal/set", async (c) => {
    const entered = await enter(c);
    if (!entered) return c.notFound();
    const { f, query, page, start } = entered;
    const { team: chosen } = await c.req.parseBody();
    const team = (await own(f)).find(({ id }) => id === chosen);
    if (!team) return c.notFound();
    const goal = goalOf(f, start, decidedIn(query, start, today()), {
      id: newId(),
      on: page.order.on,
      owner: f.viewer.id,
      team: team.id,
    });
    if (!goal.ok) return c.html(<GoalForm {...entered} today={today()} issues={goal.issues} />, 422);
    const sender = { person: f.viewer.id, at: now().toISOString() };
    const sent = await shop.goals.set(f.school.districtId, team.id, goal.value, sender);
    if (!sent.ok) {
      const issue: Issue = { code: sent.rejection.code, path: [], message: sent.rejection.message };
      return c.html(<GoalForm {...entered} today={today()} issues={[issue]} />, 422);
    }
    return c.redirect(`/teams/${encodeURIComponent(team.id)}/goal/sheet`, 303);
  });

  /** Teams whose goal this person may set. */
  const own = async (f: Frame): Promise<RegisteredTeam[]> => {
    const teams = await register.inUse(f.school);
    const viewer = viewerIn(f.school, f.viewer.id, teams);
    return teams.filter((team) => {
      const subject = { kind: "goal", id: team.id, team: team.id, school: f.school.districtId } as const;
      return may(grantFor(viewer, subject, today()), "write-goal");
    });
  };

  return app;
}

interface Entered {
  readonly f: Frame;
  readonly file: OpenFile;
  readonly query: URLSearchParams;
  readonly page: OnePage;
  readonly start: Start;
}

const FIELDS = ["target", "by", "middle", "owner", "statement", "standard"];

/** What the form says; where a field says nothing, the proposal. */
function decidedIn(query: URLSearchParams, start: Start, today: string): Decided {
  const proposed = proposal(start, today);
  const day = (name: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(query.get(name) ?? "") ? (query.get(name) as string) : undefined;
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, 300);
  const number = Number(text("target").replace(",", "."));
  const target =
    text("target") === "" || !Number.isFinite(number)
      ? proposed.target
      : start.unit === "share"
        ? Math.min(100, Math.max(1, number)) / 100
        : number;
  const middle = query.has("by") ? day("middle") : proposed.middle;
  return {
    target,
    by: day("by") ?? proposed.by,
    ...(middle ? { middle } : {}),
    ...(text("owner") ? { owner: text("owner") } : {}),
    ...(text("statement") ? { statement: text("statement") } : {}),
  };
}

function GoalForm({
  f,
  file,
  query,
  page,
  start,
  today,
  issues,
}: Entered & { today: string; issues: readonly Issue[] }) {
  const { say } = f;
  const decided = decidedIn(query, start, today);
  const kept = [...query].filter(([name]) => !FIELDS.includes(name));
  const hidden = kept.map(([name, value]) => <input type="hidden" name={name} value={value} />);
  const shown = start.unit === "share" ? Math.round(100 * decided.target) : decided.target;
  return (
    <Page frame={f} title={say("sheet.form")}>
      <p class="soft">
        <a href={`/evidence/${file.id}/page?${new URLSearchParams(kept)}`}>{page.report.title}</a>
      </p>
      <h1>{say("sheet.form")}</h1>
      <p class="lead">{say("sheet.form.lead")}</p>
      <Issues frame={f} issues={issues} />
      {start.standards && start.standards.length > 1 ? (
        <form action={`/evidence/${file.id}/goal`} class="row">
          {hidden}
          <label class="inline" for="standard">
            {say("sheet.standard")}
          </label>
          <select id="standard" name="standard">
            {start.standards.map((standard) => (
              <option value={standard}>{standard}</option>
            ))}
          </select>
          <button class="quiet">{say("sheet.standard.take")}</button>
        </form>
      ) : null}
      <form action={`/evidence/${file.id}/goal/sheet`}>
        {hidden}
        {start.standards?.[0] ? <input type="hidden" name="standard" value={start.standards[0]} /> : null}
        <table class="narrow">
          <caption>{start.reach}</caption>
          <tbody>
            {start.standings.map((standing) => (
              <tr>
                <th scope="row">{standing.name ?? say("goal.all")}</th>
                <td>{standingWords(f, start, standing, page.order.audience)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="row">
          <div>
            <label for="target">
              {say(start.unit === "share" ? "sheet.target.share" : "sheet.target.mean")}
            </label>
            <input id="target" name="target" inputmode="decimal" size={6} value={String(shown)} />
          </div>
          <div>
            <label for="by">{say("sheet.by")}</label>
            <input id="by" name="by" type="date" value={decided.by} required />
          </div>
          <div>
            <label for="middle">{say("sheet.middle")}</label>
            <input id="middle" name="middle" type="date" value={decided.middle ?? ""} />
          </div>
          <div>
            <label for="owner">{say("sheet.owner")}</label>
            <input id="owner" name="owner" maxlength={120} value={decided.owner ?? ""} />
          </div>
        </div>
        <label for="statement">{say("sheet.words")}</label>
        <input
          id="statement"
          name="statement"
          class="grow"
          maxlength={300}
          value={decided.statement ?? ""}
          placeholder={say(start.unit === "share" ? "sheet.statement.share" : "sheet.statement.mean", {
            by: decided.by,
            target: amount(start.unit, decided.target),
            baseline: baselineWords(start),
            reach: start.reach,
            measure: start.measure,
          })}
        />
        <p class="row">
          <button>{say("sheet.show")}</button>
        </p>
      </form>
    </Page>
  );
}
