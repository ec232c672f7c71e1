import type { Issue } from "@collegium/schema";
import { sentence } from "@collegium/schema";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Form, Issues, Page } from "../layout.js";
import type { FrameMaker } from "../request.js";
import type { RosterImport } from "../state/roster-import.js";
import type { Schools } from "../state/schools.js";

/** Bringing a roster in: who is at school, joined to the timetable; a report of what was taken, refused and changed. */
export function rosterPages({ frame, schools }: { frame: FrameMaker; schools: Schools }) {
  const app = new Hono();

  app.get("/import/roster", async (c) => c.html(<RosterPage frame={await frame(c)} issues={[]} />));

  app.post("/import/roster", async (c) => {
    const f = await frame(c);
    const body = await c.req.parseBody({ all: true });
    const uploaded = [body["files"] ?? []]
      .flat()
      .filter((file): file is File => file instanceof File && file.size > 0);
    const match =
      body["match"] instanceof File && body["match"].size > 0 ? await body["match"].text() : undefined;
    const files = await Promise.all(
      uploaded.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) })),
    );
    const imported = await schools.bringInRoster({
      files,
      ...(match === undefined ? {} : { match }),
      accept: body["accept"] === "yes",
    });
    if (!imported.ok) return c.html(<RosterPage frame={f} issues={imported.issues} />, 422);
    return c.html(<Report frame={await frame(c)} imported={imported.value} />);
  });

  return app;
}

function RosterPage({ frame, issues }: { frame: Frame; issues: readonly Issue[] }) {
  const { say } = frame;
  const mass = issues.some(({ code }) => code === "mass-removal");
  return (
    <Page frame={frame} title={say("roster.title")}>
      <h1>{say("roster.title")}</h1>
      <p class="lead">{say("roster.lead")}</p>
      <Issues frame={frame} issues={issues} />
      <Form frame={frame} action="/import/roster" multipart>
        <label for="files">{say("roster.files")}</label>
        <input id="files" name="files" type="file" multiple required accept=".csv,.xml" />
        <label for="match">{say("roster.match")}</label>
        <input id="match" name="match" type="file" accept=".csv" />
        <p class="soft">{say("roster.match.how")}</p>
        {mass ? (
          <p>
            <label class="inline">
              <input type="checkbox" name="accept" value="yes" /> {say("roster.accept")}
            </label>
          </p>
        ) : null}
        <button>{say("import.open")}</button>
        <p class="who">{say("import.stays")}</p>
      </Form>
    </Page>
  );
}

function Report({ frame, imported }: { frame: Frame; imported: RosterImport }) {
  const { say } = frame;
  const { read, diff, matching, warnings } = imported;
  return (
    <Page frame={frame} title={say("roster.taken")}>
      <h1>{say("roster.taken")}</h1>
      <table class="narrow">
        <thead>
          <tr>
            <th scope="col">{say("roster.file")}</th>
            <th scope="col" class="number">
              {say("roster.rows")}
            </th>
            <th scope="col" class="number">
              {say("roster.refused")}
            </th>
          </tr>
        </thead>
        <tbody>
          {read.counts.map((count) => (
            <tr>
              <th scope="row">{count.file}</th>
              <td class="number">{count.taken}</td>
              <td class="number">{count.refused}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {read.refused.length > 0 ? (
        <>
          <h2>{say("roster.refused.title", { n: read.refusedInAll })}</h2>
          <ul>
            {read.refused.slice(0, 40).map((row) => (
              <li>
                {say("roster.refused.row", {
                  file: row.file,
                  record: row.record,
                  column: row.column ?? "–",
                  reason: row.reason,
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {diff ? (
        <>
          <h2>{say("roster.changes")}</h2>
          {diff.same ? <p>{say("roster.same")}</p> : null}
          <ul>
            {Object.entries(diff.parts)
              .filter(([, part]) => part.added.length + part.ended.length + part.changed.length > 0)
              .map(([name, part]) => (
                <li>
                  {say("roster.change", {
                    name,
                    added: part.added.length,
                    ended: part.ended.length,
                    changed: part.changed.length,
                  })}
                </li>
              ))}
          </ul>
        </>
      ) : null}
      {matching ? (
        <p class={`note ${matching.unmatched.length > 0 ? "wait" : "good"}`}>
          {say("roster.matched", { n: matching.matches.length, un: matching.unmatched.length })}
        </p>
      ) : null}
      <Issues frame={frame} issues={warnings.map((issue) => ({ message: sentence(issue) }))} tone="wait" />
      <p>
        <a class="button" href="/teams">
          {say("nav.teams")}
        </a>
      </p>
    </Page>
  );
}
