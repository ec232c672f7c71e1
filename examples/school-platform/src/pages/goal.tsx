import { accessTexts, whoSees } from "@collegium/access";
import { baselineFrom, type Population, ResultsGoal, resultsFromReport } from "@collegium/goals";
import type { Issue } from "@collegium/schema";
import { Hono } from "hono";
import { Form, Issues, Page } from "../layout.js";
import type { Groups } from "../state/goal-book.js";
import { may } from "../state/looking.js";
import type { Workshop } from "../state/prepare.js";
import { type ResultSet, reportOf } from "../state/results-book.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { newId } from "../state/team-work.js";
import { daysAfter, shortDay } from "./days.js";
import { questionsAbout } from "./goal-draft.js";
import { GoalSheet } from "./goal-sheet.js";
import { memberNames } from "./meeting-scene.js";
import { Closed, teamUp } from "./team-frame.js";

const CUT = 0.7;
const SMALLEST_SUBGROUP = 5;
type AnyPopulation = typeof Population extends { _output: infer T } ? T : never;

/** A results goal in one form: which standard, how far, by when; the baseline comes from the results, never from a guess. */
export function goalPages({ door, shop, today }: { door: TeamDoor; shop: Workshop; today: () => string }) {
  const app = new Hono();

  app.get("/teams/:team/goal", async (c) => {
    const at = await door(c, "goal", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "write-goal")) return c.html(<Closed at={at} need="write-goal" />, 403);
    const sets = await shop.results.of(at.frame.school.districtId, at.team.id);
    const set = sets.find(({ id }) => id === c.req.query("results")) ?? sets[0];
    return c.html(<GoalForm at={at} set={set} today={today()} issues={[]} />);
  });

  app.post("/teams/:team/goal", async (c) => {
    const at = await door(c, "goal", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "write-goal")) return c.html(<Closed at={at} need="write-goal" />, 403);
    const body = await c.req.parseBody();
    const set = await shop.results.find(at.frame.school.districtId, String(body["results"]));
    if (!set || set.team !== at.team.id) return c.notFound();
    const goal = goalFrom(at, set, body, today());
    if (!goal.ok) return c.html(<GoalForm at={at} set={set} today={today()} issues={goal.issues} />, 422);
    const sent = await shop.goals.set(at.frame.school.districtId, at.team.id, goal.value, at.sender);
    if (!sent.ok) {
      const issue = { code: sent.rejection.code, path: [], message: sent.rejection.message };
      return c.html(<GoalForm at={at} set={set} today={today()} issues={[issue]} />, 422);
    }
    return c.redirect(`/teams/${encodeURIComponent(at.team.id)}`, 303);
  });

  app.get("/teams/:team/goal/sheet", async (c) => {
    const at = await door(c, "goal", c.req.param("team"));
    if (!at) return c.notFound();
    if (!may(at.grant, "read-goal")) return c.html(<Closed at={at} need="write-goal" />, 403);
    const { goal, points } = await shop.goals.of(at.frame.school.districtId, at.team.id);
    if (!goal) return c.redirect(`/teams/${encodeURIComponent(at.team.id)}/goal`, 303);
    const { say } = at.frame;
    const owner = memberNames(at).get(goal.owner ?? "");
    return c.html(
      <Page frame={at.frame} title={say("sheet.title")}>
        <p class="row no-print">
          <a href={`/teams/${encodeURIComponent(at.team.id)}`}>{at.team.name}</a>
          <span class="soft">{say("sheet.print")}</span>
        </p>
        <GoalSheet
          frame={at.frame}
          goal={goal}
          {...(owner ? { owner } : {})}
          audience={at.grant.audience === "team" ? "team" : "public"}
          questions={questionsAbout(goal, at.frame)}
          points={points}
        />
      </Page>,
    );
  });

  return app;
}

/** Subgroups of the team's students, as the roster has them. */
export function groupsOf(at: AtTeam): Groups {
  return Object.fromEntries(at.people.students.map((student) => [student.id, student.groups ?? []]));
}

/** A day in the middle, on which there is still time to change course. */
function halfway(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return days > 1 ? daysAfter(from, Math.round(days / 2)) : from;
}

function goalFrom(at: AtTeam, set: ResultSet, body: Readonly<Record<string, unknown>>, today: string) {
  const standard = String(body["standard"]);
  const value = Math.min(100, Math.max(1, Number(body["target"]) || 80)) / 100;
  const by = /^\d{4}-\d{2}-\d{2}$/.test(String(body["by"])) ? String(body["by"]) : daysAfter(today, 42);
  const groups = groupsOf(at);
  const report = reportOf(set);
  if (!report.ok) return report;
  const results = resultsFromReport(report.value, { on: set.on, standard, groups });
  const names = [...new Set(Object.values(groups).flat())];
  const populations: AnyPopulation[] = [
    { kind: "all" },
    ...names
      .filter(
        (group) => set.students.filter(({ id }) => groups[id]?.includes(group)).length >= SMALLEST_SUBGROUP,
      )
      .map((group) => ({ kind: "subgroup" as const, group, name: group })),
  ];
  const targets = populations.map((population, index) => {
    const baseline = baselineFrom(results, { population, unit: "share", cut: CUT });
    return {
      id: `target-${index + 1}`,
      population,
      value,
      by,
      ...(baseline.ok ? { baseline: baseline.value } : {}),
    };
  });
  const statement =
    String(body["statement"] ?? "").trim() ||
    at.frame.say("goal.statement", {
      standard,
      target: Math.round(value * 100),
      by: shortDay(by, at.frame.locale),
    });
  return ResultsGoal.create({
    id: newId(),
    statement,
    level: "team",
    aim: "results",
    from: set.on,
    until: by > set.on ? by : today,
    owner: at.viewer.person,
    team: at.team.id,
    indicators: [
      {
        id: "indicator-1",
        text: standard,
        standards: [standard],
        measures: [
          {
            id: "measure-1",
            name: set.title,
            unit: "share",
            direction: "increase",
            cut: CUT,
            items: set.items.filter((item) => item.standard === standard).length,
            given: [...new Set([set.on, halfway(set.on, by), by])].sort(),
            targets,
          },
        ],
      },
    ],
  });
}

function GoalForm(props: {
  at: AtTeam;
  set: ResultSet | undefined;
  today: string;
  issues: readonly Issue[];
}) {
  const { at, set, today, issues } = props;
  const { frame, team } = at;
  const { say } = frame;
  const standards = [
    ...new Set((set?.items ?? []).flatMap(({ standard }) => (standard === undefined ? [] : [standard]))),
  ];
  const report = set ? reportOf(set) : undefined;
  const weakest = report?.ok
    ? [...report.value.standards].sort((a, b) => a.right / a.of - b.right / b.of)[0]?.standard
    : undefined;
  const by = daysAfter(today, 42);
  return (
    <Page frame={frame} title={say("goal.title")} up={teamUp(at.team)}>
      <h1>{say("goal.title")}</h1>
      <p class="lead">{say("goal.lead")}</p>
      <Issues frame={frame} issues={issues} />
      {!set || standards.length === 0 ? (
        <p class="note wait">
          {say("goal.needsResults")}{" "}
          <a href={`/teams/${encodeURIComponent(team.id)}/results`}>{say("team.results.paste")}</a>
        </p>
      ) : (
        <Form frame={frame} action={`/teams/${encodeURIComponent(team.id)}/goal`}>
          <input type="hidden" name="results" value={set.id} />
          <label for="standard">{say("goal.standard", { title: set.title })}</label>
          <select id="standard" name="standard">
            {standards.map((standard) => (
              <option value={standard} selected={standard === weakest}>
                {standard}
              </option>
            ))}
          </select>
          <label for="target">{say("goal.share", { cut: Math.round(CUT * 100) })}</label>
          <input id="target" name="target" type="number" min="1" max="100" value="80" />
          <label for="by">{say("goal.by")}</label>
          <input id="by" name="by" type="date" value={by} min={today} required />
          <label for="statement">{say("goal.words")}</label>
          <input id="statement" name="statement" class="grow" maxlength={300} />
          <p class="soft">{say("goal.subgroups")}</p>
          <p class="row">
            <button>{say("goal.set")}</button>
            <span class="who">{accessTexts[frame.locale][whoSees("goal").key]}</span>
          </p>
        </Form>
      )}
    </Page>
  );
}
