import { decode, type GuessedMapping, guessMapping, type ScheduleMapping } from "@collegium/exchange";
import type { Issue } from "@collegium/schema";
import { Hono } from "hono";
import { Form, Issues, Page } from "../layout.js";
import type { FrameMaker } from "../request.js";
import type { Schools } from "../state/schools.js";
import { MappingForm, mappingFrom } from "./mapping.js";

interface Waiting {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly fileName: string;
}

/** Bringing a timetable or master schedule in: drop the file, confirm the columns, see the school. */
export function importPages({ frame, schools }: { frame: FrameMaker; schools: Schools }) {
  const app = new Hono();
  // The file between upload and confirmed columns; one at a time, never on disk before it is accepted.
  let waiting: Waiting | undefined;

  app.get("/import", async (c) => {
    const f = await frame(c);
    return c.html(
      <Page frame={f} title={f.say("import.title")} island="drop">
        <h1>{f.say("import.title")}</h1>
        <p class="lead">{f.say("import.lead")}</p>
        <UploadForm f={f} />
        <h2>{f.say("import.formats")}</h2>
        <ul>
          <li>{f.say("import.format.csv")}</li>
          <li>{f.say("import.format.xhstt")}</li>
          <li>{f.say("import.format.fet")}</li>
        </ul>
        <p>
          <a href="/import/roster">{f.say("import.roster")}</a> ·{" "}
          <a href="/calendar">{f.say("nav.calendar")}</a>
        </p>
        <p class="who">{f.say("import.stays")}</p>
      </Page>,
    );
  });

  app.post("/import", async (c) => {
    const f = await frame(c);
    const { file } = await c.req.parseBody();
    const refuse = (issues: readonly Issue[]) =>
      c.html(
        <Page frame={f} title={f.say("import.title")} island="drop">
          <h1>{f.say("import.refused")}</h1>
          <Issues frame={f} issues={issues} />
          <UploadForm f={f} />
        </Page>,
        422,
      );
    if (!(file instanceof File) || file.size === 0) {
      return refuse([{ code: "no-file", path: [], message: f.say("import.nofile") }]);
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!/\.(csv|tsv|txt)$/i.test(file.name)) {
      const brought = await schools.bringIn({ bytes, fileName: file.name });
      return brought.ok ? c.redirect("/time", 303) : refuse(brought.issues);
    }
    const decoded = decode(bytes, { guess: true });
    if (!decoded.ok) return refuse(decoded.issues);
    const { text } = decoded.value;
    const guess = guessMapping(text);
    if (!guess.ok) return refuse(guess.issues);
    waiting = { bytes, text, fileName: file.name };
    const known = await schools.recallMapping(headersOf(guess.value));
    return c.html(
      <MappingForm
        frame={f}
        fileName={file.name}
        text={text}
        guess={guess.value}
        {...(known ? { mapping: { ...known, headerRow: guess.value.mapping.headerRow } } : {})}
        issues={[]}
      />,
    );
  });

  app.post("/import/columns", async (c) => {
    const f = await frame(c);
    if (!waiting) return c.redirect("/import", 303);
    const guess = guessMapping(waiting.text);
    if (!guess.ok) return c.redirect("/import", 303);
    const mapping: ScheduleMapping = mappingFrom(guess.value, await c.req.parseBody());
    const brought = await schools.bringIn({ ...waiting, mapping });
    if (!brought.ok) {
      return c.html(
        <MappingForm
          frame={f}
          fileName={waiting.fileName}
          text={waiting.text}
          guess={guess.value}
          mapping={mapping}
          issues={brought.issues}
        />,
        422,
      );
    }
    await schools.rememberMapping(headersOf(guess.value), mapping);
    waiting = undefined;
    return c.redirect("/time", 303);
  });

  return app;
}

/** The names of a sheet's columns, by which its mapping is remembered. */
function headersOf(guess: GuessedMapping): string[] {
  return guess.columns.map(({ header }) => header);
}

function UploadForm({ f }: { f: Awaited<ReturnType<FrameMaker>> }) {
  return (
    <Form frame={f} action="/import" multipart class="drop" id="drop">
      <label for="file">{f.say("import.choose")}</label>
      <input id="file" name="file" type="file" required accept=".csv,.tsv,.txt,.xml,.gz,.fet" />
      <button type="submit">{f.say("import.open")}</button>
    </Form>
  );
}
