import { createHash, randomUUID } from "node:crypto";
import { accessTexts, whoSees } from "@collegium/access";
import { readResultGrid } from "@collegium/exchange";
import { Hono } from "hono";
import { Issues, Page } from "../layout.js";
import { asGrid, exampleSchool } from "../state/example.js";
import { may } from "../state/looking.js";
import type { Workshop } from "../state/prepare.js";
import { type ResultSet, reportOf } from "../state/results-book.js";
import type { TeamDoor } from "../state/team-door.js";
import { shortDay } from "./days.js";
import { groupsOf } from "./goal.js";
import { ItemReport } from "./item-report.js";
import { type Draft, PasteForm, type Read } from "./results-form.js";
import { Closed, teamUp } from "./team-frame.js";

/** Results: paste a grid, look at what could not be read, keep it, and read the item report at once. */
export function resultsPages({ door, shop, today }: { door: TeamDoor; shop: Workshop; today: () => string }) {
  const app = new Hono();
  const book = shop.results;

  app.get("/teams/:team/results", async (c) => {
    const at = await door(c, "results", c.req.param("team"));
    if (!at) return c.notFound();
    const { frame: f, team, grant } = at;
    if (!may(grant, "write-results")) return c.html(<Closed at={at} need="write-results" />, 403);
    const sets = await book.of(f.school.districtId, team.id);
    const examples = f.school.example
      ? exampleSchool(today()).quizzes.filter((quiz) => quiz.team === team.id)
      : [];
    const shown = examples[Number(c.req.query("example")) - 1];
    const draft = shown
      ? { title: shown.title, on: shown.on, grid: asGrid(shown), same: {} }
      : { title: "", on: today(), grid: "", same: {} };
    return c.html(
      <Page frame={f} title={f.say("results.title")} up={teamUp(team)}>
        <h1>{f.say("results.of", { team: team.name })}</h1>
        <PasteForm frame={f} team={team.id} draft={draft} />
        {examples.length > 0 ? (
          <p class="soft">
            {f.say("results.example")}{" "}
            {examples.map((quiz, index) => (
              <>
                {index === 0 ? "" : " · "}
                <a href={`?example=${index + 1}`}>{quiz.title}</a>
              </>
            ))}
          </p>
        ) : null}
        <h2>{f.say("results.earlier")}</h2>
        {sets.length === 0 ? <p>{f.say("results.none")}</p> : null}
        <ul class="plain">
          {sets.map((set) => (
            <li>
              <a href={`/teams/${encodeURIComponent(team.id)}/results/${set.id}`}>{set.title}</a> ·{" "}
              {shortDay(set.on, f.locale)} ·{" "}
              {f.say("results.size", { students: set.students.length, items: set.items.length })}
            </li>
          ))}
        </ul>
      </Page>,
    );
  });

  app.post("/teams/:team/results", async (c) => {
    const at = await door(c, "results", c.req.param("team"));
    if (!at) return c.notFound();
    const { frame: f, team, grant, people } = at;
    if (!may(grant, "write-results")) return c.html(<Closed at={at} need="write-results" />, 403);
    const body = await c.req.parseBody();
    let draft: Draft = {
      title:
        String(body["title"] ?? "")
          .trim()
          .slice(0, 120) || f.say("results.untitled"),
      on: /^\d{4}-\d{2}-\d{2}$/.test(String(body["on"])) ? String(body["on"]) : today(),
      grid: String(body["grid"] ?? ""),
      same: Object.fromEntries(
        Object.entries(body).flatMap(([key, value]) =>
          key.startsWith("same ") && value !== "" ? [[key.slice(5), String(value)]] : [],
        ),
      ),
    };
    const again = (issues: Parameters<typeof Issues>[0]["issues"], read?: Read) =>
      c.html(
        <Page frame={f} title={f.say("results.title")} up={teamUp(team)}>
          <h1>{f.say("results.of", { team: team.name })}</h1>
          <Issues frame={f} issues={issues} />
          <PasteForm frame={f} team={team.id} draft={draft} {...(read ? { read } : {})} />
        </Page>,
        422,
      );
    const newcomers = Object.entries(draft.same).flatMap(([given, answer]) =>
      answer === "new" ? [{ id: `pasted-${hash(given)}`, name: given }] : [],
    );
    // Without a roster everybody is taken as written; with one, a person says who an unknown name is.
    const known = people.students.length > 0 ? { students: [...people.students, ...newcomers] } : {};
    const answers = Object.fromEntries(
      Object.entries(draft.same).flatMap(([given, answer]) =>
        answer === "new" ? [] : [[given, answer === "leave-out" ? null : answer]],
      ),
    );
    const first = readResultGrid(draft.grid, { ...known, answers });
    if (!first.ok) return again(first.issues);
    // One press for a whole list of names that no roster knows.
    const others = body["others"] === "yes" ? first.value.questions.map(({ given }) => given) : [];
    draft = { ...draft, same: { ...draft.same, ...Object.fromEntries(others.map((name) => [name, "new"])) } };
    const strangers = others.map((name) => ({ id: `pasted-${hash(name)}`, name }));
    const read =
      strangers.length === 0
        ? first
        : readResultGrid(draft.grid, {
            students: [...people.students, ...newcomers, ...strangers],
            answers,
          });
    if (!read.ok) return again(read.issues);
    const sawRefused = body["sawRefused"] === "yes" || read.value.refused.length === 0;
    if (read.value.questions.length > 0 || !sawRefused) return again([], read.value);
    const added = await book.add(f.school.districtId, toResultSet(team.id, draft, read.value));
    if (!added.ok) return again(added.issues);
    await shop.goals.addPointsFrom(f.school.districtId, added.value, groupsOf(at), at.sender);
    return c.redirect(`/teams/${encodeURIComponent(team.id)}/results/${added.value.id}`, 303);
  });

  app.get("/teams/:team/results/:id", async (c) => {
    const at = await door(c, "results", c.req.param("team"));
    if (!at) return c.notFound();
    const { frame: f, team, grant } = at;
    if (!may(grant, "read-students")) return c.html(<Closed at={at} need="read-students" />, 403);
    const set = await book.find(f.school.districtId, c.req.param("id"));
    const report = set && set.team === team.id ? reportOf(set) : undefined;
    if (!set || !report?.ok) return c.notFound();
    const path = `/teams/${encodeURIComponent(team.id)}`;
    return c.html(
      <Page frame={f} title={set.title} up={teamUp(team)}>
        <h1>{set.title}</h1>
        <p class="soft">{shortDay(set.on, f.locale)}</p>
        <p class="row no-print">
          <a class="button" href={`${path}/needs/new?results=${set.id}`}>
            {f.say("results.needs")}
          </a>
          <a class="button quiet" href={`${path}/goal?results=${set.id}`}>
            {f.say("results.goal")}
          </a>
          <span class="who">{accessTexts[f.locale][whoSees("results-by-class").key]}</span>
        </p>
        {set.refused > 0 ? <p class="note wait">{f.say("results.refusedKept", { n: set.refused })}</p> : null}
        <ItemReport frame={f} set={set} report={report.value} />
      </Page>,
    );
  });

  return app;
}

function toResultSet(team: string, draft: Draft, read: Read): ResultSet {
  return {
    id: randomUUID(),
    team,
    title: draft.title,
    on: draft.on,
    students: read.students,
    items: read.items,
    responses: read.responses,
    refused: read.refused.length,
  };
}

/** An id that says nothing of the name; the same name is the same student of this team again. */
function hash(name: string): string {
  return createHash("sha256").update(name.trim().toLowerCase()).digest("hex").slice(0, 12);
}
