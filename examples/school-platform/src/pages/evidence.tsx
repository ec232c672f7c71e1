import { decode } from "@collegium/exchange";
import type { Issue } from "@collegium/schema";
import type { Context } from "hono";
import { Hono } from "hono";
import type { Frame } from "../frame.js";
import { Form, Issues, Page } from "../layout.js";
import type { FrameMaker } from "../request.js";
import type { EvidenceDesk, OpenFile } from "../state/evidence-desk.js";
import { exampleResults } from "../state/example-results.js";
import { orderFrom } from "../state/one-page/order.js";
import { makePage } from "../state/one-page/page.js";
import { shortDay } from "./days.js";
import { AskForm, ColumnsTable } from "./evidence-ask.js";
import { OnePageSheet } from "./one-page.js";

const LARGEST = 10_000_000;

/** A results file in, a question chosen, one page out: for a coach, or anyone, from a file that only they see. */
export function evidencePages(parts: { frame: FrameMaker; desk: EvidenceDesk; today: () => string }) {
  const { frame, desk, today } = parts;
  const app = new Hono();

  app.get("/evidence", async (c) => {
    const f = await frame(c);
    const files = await desk.of(f.school.districtId, f.viewer.id);
    return c.html(<Desk frame={f} files={files} issues={[]} />);
  });

  app.post("/evidence", async (c) => {
    const f = await frame(c);
    const { file, cells, example } = await c.req.parseBody();
    const refuse = async (issues: readonly Issue[]) => {
      const files = await desk.of(f.school.districtId, f.viewer.id);
      return c.html(<Desk frame={f} files={files} issues={issues} />, 422);
    };
    const issue = (code: string, message: string): Issue => ({ code, path: [], message });
    let brought: { name: string; text: string } | undefined;
    if (example === "yes" && f.school.example) {
      brought = { name: f.say("evidence.example.name"), text: exampleResults(today()) };
    } else if (file instanceof File && file.size > 0) {
      if (file.size > LARGEST) return refuse([issue("too-large", f.say("evidence.toolarge"))]);
      const decoded = decode(new Uint8Array(await file.arrayBuffer()), { guess: true });
      if (!decoded.ok) return refuse(decoded.issues);
      brought = { name: file.name.slice(0, 120), text: decoded.value.text };
    } else if (String(cells ?? "").trim() !== "") {
      brought = { name: f.say("evidence.paste"), text: String(cells) };
    }
    if (!brought) return refuse([issue("no-file", f.say("evidence.nofile"))]);
    const added = await desk.add(f.school.districtId, { ...brought, owner: f.viewer.id, on: today() });
    return added.ok ? c.redirect(`/evidence/${added.value.id}`, 303) : refuse(added.issues);
  });

  const enter = async (c: Context): Promise<{ f: Frame; file: OpenFile } | undefined> => {
    const f = await frame(c);
    const file = await desk.find(f.school.districtId, c.req.param("id") as string, f.viewer.id);
    return file && { f, file };
  };

  app.post("/evidence/:id/remove", async (c) => {
    const f = await frame(c);
    await desk.remove(f.school.districtId, c.req.param("id"), f.viewer.id);
    return c.redirect("/evidence", 303);
  });

  app.get("/evidence/:id", async (c) => {
    const entered = await enter(c);
    if (!entered) return c.notFound();
    const { f, file } = entered;
    return c.html(
      <Page frame={f} title={file.name}>
        <p class="soft">
          <a href="/evidence">{f.say("evidence.title")}</a>
        </p>
        <h1>{file.name}</h1>
        <p class="lead">
          {f.say("evidence.rows", { n: file.sheet.rows, columns: file.sheet.columns.length })}
        </p>
        <AskForm frame={f} file={file} query={new URL(c.req.url).searchParams} />
        <ColumnsTable frame={f} sheet={file.sheet} />
      </Page>,
    );
  });

  app.get("/evidence/:id/page", async (c) => {
    const entered = await enter(c);
    if (!entered) return c.notFound();
    const { f, file } = entered;
    const query = new URL(c.req.url).searchParams;
    const order = orderFrom(query, file.sheet, f.say, today());
    const page = order.ok ? makePage(file.sheet, order.value, { locale: f.locale, say: f.say }) : order;
    if (!page.ok) {
      return c.html(
        <Page frame={f} title={f.say("evidence.refused.title")}>
          <h1>{f.say("evidence.refused.title")}</h1>
          <Issues frame={f} issues={page.issues} />
          <AskForm frame={f} file={file} query={query} />
        </Page>,
        422,
      );
    }
    return c.html(<OnePageSheet frame={f} file={file} page={page.value} query={query} />);
  });

  return app;
}

/** What is on a person's desk, and the ways to put something there. */
function Desk(props: {
  frame: Frame;
  files: readonly { id: string; name: string; on: string }[];
  issues: readonly Issue[];
}) {
  const { frame, files, issues } = props;
  const { say, locale } = frame;
  return (
    <Page frame={frame} title={say("evidence.title")} island="drop">
      <h1>{say("evidence.title")}</h1>
      <p class="lead">{say("evidence.lead")}</p>
      <Issues frame={frame} issues={issues} />
      <Form frame={frame} action="/evidence" multipart id="drop" class="drop">
        <label for="file">{say("evidence.file")}</label>
        <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,text/csv" />
        <p class="soft">{say("evidence.bring.how")}</p>
        <button>{say("evidence.open")}</button>
      </Form>
      <p class="who">{say("evidence.yours")}</p>
      <details>
        <summary>{say("evidence.paste")}</summary>
        <Form frame={frame} action="/evidence">
          <label for="cells">{say("evidence.paste")}</label>
          <textarea id="cells" name="cells" required spellcheck={false} />
          <button class="quiet">{say("evidence.open")}</button>
        </Form>
      </details>
      {frame.school.example ? (
        <Form frame={frame} action="/evidence">
          <button class="quiet" name="example" value="yes">
            {say("evidence.example")}
          </button>
        </Form>
      ) : null}
      <h2>{say("evidence.files")}</h2>
      {files.length === 0 ? <p>{say("evidence.none")}</p> : null}
      <ul class="plain">
        {files.map((file) => (
          <li class="row">
            <a href={`/evidence/${file.id}`}>{file.name}</a>{" "}
            <span class="soft">{shortDay(file.on, locale)}</span>
            <Form frame={frame} action={`/evidence/${file.id}/remove`}>
              <button class="quiet" aria-label={`${say("evidence.remove")}: ${file.name}`}>
                {say("evidence.remove")}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </Page>
  );
}
