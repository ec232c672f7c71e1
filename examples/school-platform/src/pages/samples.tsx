import type { MeetingView, Sample } from "@collegium/meeting-cycle";
import type { Issue } from "@collegium/schema";
import type { Context } from "hono";
import { Hono } from "hono";
import { Form, Issues, Page } from "../layout.js";
import { may } from "../state/looking.js";
import type { Workshop } from "../state/prepare.js";
import type { Rubric, SampleShelf } from "../state/sample-shelf.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { newId } from "../state/team-work.js";
import { dayName, daysAfter, shortDay } from "./days.js";
import { meetingPath } from "./meeting-path.js";
import { AddSample } from "./sample-form.js";
import { Exemplars, RubricForm, Scores, ScoringSheet } from "./sample-scores.js";
import { Closed } from "./team-frame.js";

/** What the page of a meeting's student work needs. */
export interface SampleScene extends AtTeam {
  readonly view: MeetingView;
  readonly samples: readonly Sample[];
  readonly rubric: Rubric | undefined;
  /** Texts of samples that are words, and which samples' bytes are still there. */
  readonly texts: ReadonlyMap<string, string>;
  readonly there: ReadonlySet<string>;
  readonly path: string;
  readonly today: string;
}

const KINDS: Readonly<Record<string, Sample["kind"]>> = { "application/pdf": "pdf", "text/plain": "text" };

/** Looking at student work as data: taken in without names, laid side by side, scored in private, talked about together. */
export function samplePages(parts: {
  door: TeamDoor;
  shop: Workshop;
  shelf: SampleShelf;
  today: () => string;
}) {
  const { door, shop, shelf, today } = parts;
  const app = new Hono();

  const enter = async (c: Context): Promise<SampleScene | AtTeam | undefined> => {
    const id = c.req.param("id") as string;
    const at = await door(c, "meeting", c.req.param("team") as string, id);
    if (!at) return undefined;
    const district = at.frame.school.districtId;
    const view = await shop.work.meetingView(
      district,
      id,
      { person: at.viewer.person, handle: at.handle },
      at.grant,
    );
    if (view && view.team !== at.team.id) return undefined;
    if (!view?.samples || !may(at.grant, "read-notes")) return at;
    const texts = new Map<string, string>();
    const there = new Set<string>();
    for (const sample of view.samples) {
      const kept = await shelf.bytes(district, sample.hash);
      if (kept) there.add(sample.id);
      if (kept && sample.kind === "text") texts.set(sample.id, new TextDecoder().decode(kept.bytes));
    }
    const samples = [...view.samples].sort(
      (a, b) => a.label.length - b.label.length || a.label.localeCompare(b.label),
    );
    const rubric = await shelf.rubric(district, id);
    const path = `${meetingPath(at.team.id, id)}/samples`;
    return { ...at, view, samples, rubric, texts, there, path, today: today() };
  };
  const isScene = (entered: SampleScene | AtTeam): entered is SampleScene => "samples" in entered;

  app.get("/teams/:team/meetings/:id/samples", async (c) => {
    const scene = await enter(c);
    if (!scene) return c.notFound();
    if (!isScene(scene)) return c.html(<Closed at={scene} need="read-agenda" />, 403);
    return c.html(<SamplesPage scene={scene} issues={[]} />);
  });

  app.get("/teams/:team/meetings/:id/samples/:sample", async (c) => {
    const scene = await enter(c);
    const sample =
      scene && isScene(scene) ? scene.samples.find(({ id }) => id === c.req.param("sample")) : undefined;
    const kept = sample && scene ? await shelf.bytes(scene.frame.school.districtId, sample.hash) : undefined;
    if (!sample || !kept) return c.notFound();
    return c.body(new Uint8Array(kept.bytes).buffer, 200, {
      "content-type": kept.type === "text/plain" ? "text/plain; charset=utf-8" : kept.type,
      "cache-control": "private, no-store",
    });
  });

  app.post("/teams/:team/meetings/:id/samples", async (c) => {
    const scene = await enter(c);
    if (!scene) return c.notFound();
    if (!isScene(scene)) return c.html(<Closed at={scene} need="read-agenda" />, 403);
    const body = await c.req.parseBody();
    const issues = await act(shop, shelf, scene, body);
    const quiet = c.req.header("x-token") !== undefined;
    if (issues.length === 0) return quiet ? c.body(null, 204) : c.redirect(scene.path, 303);
    if (quiet) return c.json({ message: issues[0]?.message, hint: issues[0]?.hint }, 422);
    return c.html(<SamplesPage scene={scene} issues={issues} />, 422);
  });

  return app;
}

type Body = Readonly<Record<string, unknown>>;

/** Does what a form asks; the issues where it cannot. */
async function act(
  shop: Workshop,
  shelf: SampleShelf,
  scene: SampleScene,
  body: Body,
): Promise<readonly Issue[]> {
  const district = scene.frame.school.districtId;
  const { view, sender } = scene;
  const text = (name: string) => (typeof body[name] === "string" ? (body[name] as string).trim() : "");
  const issuesOf = (result: { ok: boolean; issues?: readonly Issue[] }) => result.issues ?? [];
  const level = (value: string) => Math.min(9, Math.max(1, Math.round(Number(value) || 1)));
  switch (text("do")) {
    case "add": {
      const file = [body["file"], body["camera"]].find((one) => one instanceof File && one.size > 0);
      const bytes =
        file instanceof File
          ? new Uint8Array(await file.arrayBuffer())
          : new TextEncoder().encode(text("text"));
      const kind = file instanceof File ? (KINDS[file.type] ?? "photo") : "text";
      const names = scene.people.students.map(({ name }) => name);
      const covered = text("covered") === "yes";
      const sample = { kind, bytes, deleteOn: text("deleteOn"), covered, names };
      return issuesOf(await shelf.add(district, view.id, sample, sender));
    }
    case "remove":
      return issuesOf(await shelf.remove(district, view.id, text("sample"), sender));
    case "rubric": {
      const criteria = [
        ...new Set(
          text("criteria")
            .split("\n")
            .map((line) => line.trim().slice(0, 120)),
        ),
      ];
      const rubric = {
        criteria: criteria.filter(Boolean).slice(0, 8),
        levels: Math.max(2, level(text("levels"))),
      };
      return rubric.criteria.length === 0 ? [] : issuesOf(await shelf.setRubric(district, view.id, rubric));
    }
    case "score": {
      const scores = scene.samples.flatMap(({ id }) =>
        (scene.rubric?.criteria ?? []).flatMap((criterion, c) => {
          const [score, reason] = [text(`score-${id}-${c}`), text(`reason-${id}-${c}`).slice(0, 500)];
          if (score === "") return [];
          return [{ sample: id, criterion, score: level(score), ...(reason === "" ? {} : { reason }) }];
        }),
      );
      return issuesOf(await shelf.score(district, view.id, scores, sender));
    }
    case "reveal": {
      const sent = await shop.work.toMeeting(
        district,
        view.id,
        { type: "reveal-scores", commandId: newId() },
        sender,
      );
      return sent.ok ? [] : [{ path: [], ...sent.rejection }];
    }
    case "exemplar": {
      const reason = text("reason").slice(0, 500);
      const sent = await shop.work.toMeeting(
        district,
        view.id,
        {
          type: "keep-exemplar",
          commandId: newId(),
          sample: text("sample"),
          score: level(text("score")),
          ...(reason === "" ? {} : { reason }),
        },
        sender,
      );
      return sent.ok ? [] : [{ path: [], ...sent.rejection }];
    }
    default:
      return [];
  }
}

/** The work side by side; below it what it is scored by, one's own scores, and after the reveal everybody's. */
function SamplesPage({ scene, issues }: { scene: SampleScene; issues: readonly Issue[] }) {
  const { frame, team, view, samples, path, today } = scene;
  const { say, locale } = frame;
  return (
    <Page frame={frame} title={say("samples.title")} island="samples">
      <p class="soft">
        <a href={meetingPath(team.id, view.id)}>
          {say("meeting.title", { team: team.name, on: dayName(view.on, locale) })}
        </a>
      </p>
      <h1>{say("samples.title")}</h1>
      <p class="lead no-print">{say("samples.lead")}</p>
      <Issues frame={frame} issues={issues} />
      <p class="note no-print" data-samples={`${meetingPath(team.id, view.id)}/live`} role="status" hidden>
        {say("samples.changed")} <a href={path}>{say("samples.reload")}</a>
      </p>
      {samples.length === 0 ? <p>{say("samples.none")}</p> : null}
      <div class="samples">
        {samples.map((sample) => (
          <Work scene={scene} sample={sample} />
        ))}
      </div>
      {samples.length > 0 ? (
        <>
          <p class="soft no-print">{say("samples.print")}</p>
          <RubricForm scene={scene} />
          <Scores scene={scene} />
          <Exemplars scene={scene} />
          <ScoringSheet scene={scene} />
        </>
      ) : null}
      <AddSample scene={scene} deleteOn={daysAfter(view.on > today ? view.on : today, 30)} />
    </Page>
  );
}

/** One piece of work under its letter. */
function Work({ scene, sample }: { scene: SampleScene; sample: Sample }) {
  const { frame, path, texts, there } = scene;
  const { say, locale } = frame;
  const { label, id } = sample;
  const address = `${path}/${id}`;
  return (
    <figure class="card">
      <figcaption>
        <strong class="letter">{label}</strong>{" "}
        <span class="soft">{say("samples.until", { on: shortDay(sample.deleteOn, locale) })}</span>
      </figcaption>
      {!there.has(id) ? (
        <p>{say("samples.gone", { on: shortDay(sample.deleteOn, locale) })}</p>
      ) : sample.kind === "text" ? (
        <pre>{texts.get(id)}</pre>
      ) : sample.kind === "pdf" ? (
        <p>
          <a class="button quiet" href={address}>
            {say("samples.pdf", { label })}
          </a>
        </p>
      ) : (
        <a href={address}>
          <img src={address} alt={say("samples.alt", { label })} />
        </a>
      )}
      <Form frame={frame} action={path} class="no-print">
        <input type="hidden" name="sample" value={id} />
        <button class="danger" name="do" value="remove">
          {say("samples.remove", { label })}
        </button>
      </Form>
    </figure>
  );
}
