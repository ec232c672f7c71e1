import type { MeetingView } from "@collegium/meeting-cycle";
import { streamOf } from "@collegium/meeting-cycle";
import type { Store } from "@collegium/store";
import type { Context } from "hono";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { Page } from "../layout.js";
import { callOff } from "../state/follow-series.js";
import { may } from "../state/looking.js";
import type { Workshop } from "../state/prepare.js";
import type { AtTeam, TeamDoor } from "../state/team-door.js";
import { dayName } from "./days.js";
import { Agenda } from "./meeting-agenda.js";
import { commandsFrom } from "./meeting-commands.js";
import { meetingPath } from "./meeting-path.js";
import { Recap } from "./meeting-recap.js";
import { type MeetingScene, memberNames, type Recheck, recheckNow } from "./meeting-scene.js";
import { Stage } from "./meeting-stage.js";
import { saidPath } from "./prepared-note.js";
import { Closed, teamUp } from "./team-frame.js";

const OVER = ["adjourned", "approved", "cancelled"];

/** A meeting: its agenda before, one shared screen during it, its recap afterwards. */
export function meetingPages(parts: {
  door: TeamDoor;
  shop: Workshop;
  store: Store;
  today: () => string;
  now: () => Date;
}) {
  const { door, shop, store, today, now } = parts;
  const { work } = shop;
  const app = new Hono();

  const enter = async (c: Context): Promise<MeetingScene | AtTeam | undefined> => {
    const id = c.req.param("id") as string;
    const at = await door(c, "meeting", c.req.param("team") as string, id);
    if (!at) return undefined;
    if (!may(at.grant, "read-agenda")) return at;
    const view = await viewFor(at, id);
    if (!view || view.team !== at.team.id) return undefined;
    const time = await shop.times.of(at.frame.school.districtId, at.team.id, id);
    return {
      ...at,
      view,
      ...(time && { time }),
      names: memberNames(at),
      actions: await promised(at, view),
      rechecks: await rechecks(at, view),
      path: meetingPath(at.team.id, id),
      now: now(),
    };
  };
  const viewFor = (at: AtTeam, id: string) =>
    work.meetingView(
      at.frame.school.districtId,
      id,
      { person: at.viewer.person, handle: at.handle },
      at.grant,
    );
  const promised = async (at: AtTeam, view: MeetingView) => {
    const ids = view.items.flatMap((item) => item.actions ?? []);
    const views = await Promise.all(
      ids.map((id) =>
        work.actionView(at.frame.school.districtId, id, at.viewer.person, at.grantFor("meeting", view.id)),
      ),
    );
    return views.filter((action) => action !== undefined);
  };
  const rechecks = async (at: AtTeam, view: MeetingView) => {
    const found: Recheck[] = [];
    const sets = may(at.grant, "read-students")
      ? await shop.results.of(at.frame.school.districtId, at.team.id)
      : [];
    for (const item of view.items.filter(({ needs, from }) => needs !== undefined && from !== undefined)) {
      const earlier = await viewFor(at, item.from?.meeting as string);
      for (const need of (earlier?.needs ?? []).filter(({ id }) => item.needs?.includes(id))) {
        const now = recheckNow(need, earlier?.on as string, sets);
        found.push({ meeting: earlier?.id as string, need, ...(now ? { now } : {}) });
      }
    }
    return found;
  };
  const isScene = (entered: MeetingScene | AtTeam): entered is MeetingScene => "view" in entered;

  app.get("/teams/:team/meetings/:id", async (c) => {
    const scene = await enter(c);
    if (!scene) return c.notFound();
    if (!isScene(scene)) return c.html(<Closed at={scene} need="read-agenda" />, 403);
    const { frame, view, team } = scene;
    const title = frame.say("meeting.title", { team: team.name, on: dayName(view.on, frame.locale) });
    const over = OVER.includes(view.phase);
    return c.html(
      <Page
        frame={frame}
        title={title}
        {...(over || view.phase === "scheduled" ? { up: teamUp(team) } : {})}
        {...(over || view.phase === "scheduled" ? {} : { island: "meeting", refresh: 20 })}
      >
        {view.phase === "scheduled" ? (
          <Agenda scene={scene} title={title} />
        ) : over ? (
          <Recap scene={scene} title={title} />
        ) : (
          <Stage scene={scene} title={title} />
        )}
      </Page>,
    );
  });

  app.get("/teams/:team/meetings/:id/stage", async (c) => {
    const scene = await enter(c);
    return scene && isScene(scene) ? c.html(<Stage scene={scene} title="" />) : c.notFound();
  });

  app.post("/teams/:team/meetings/:id/do", async (c) => {
    const scene = await enter(c);
    if (!scene) return c.notFound();
    if (!isScene(scene)) return c.html(<Closed at={scene} need="read-agenda" />, 403);
    const quiet = c.req.header("x-token") !== undefined;
    const body = await c.req.parseBody({ all: true });
    if (body["do"] === "call-off") {
      const preparation = { today: today(), by: scene.sender };
      const followed = await callOff(shop, scene.frame.school, scene.team, scene.view.id, preparation);
      if (followed.what !== "refused") return c.redirect(saidPath(scene.team.id, followed), 303);
      return c.html(<Refused scene={scene} {...followed.rejection} />, 422);
    }
    for (const command of commandsFrom(body, scene)) {
      const sent = await work.toMeeting(scene.frame.school.districtId, scene.view.id, command, scene.sender);
      if (sent.ok) continue;
      const { message, hint } = sent.rejection;
      if (quiet) return c.json({ message, hint }, 422);
      return c.html(<Refused scene={scene} message={message} hint={hint} />, 422);
    }
    return quiet ? c.body(null, 204) : c.redirect(scene.path, 303);
  });

  app.get("/teams/:team/meetings/:id/live", async (c) => {
    const scene = await enter(c);
    if (!scene || !isScene(scene)) return c.notFound();
    const stream = streamOf("meeting", scene.view.id);
    return streamSSE(c, async (sse) => {
      let version = -1;
      let wake = () => {};
      const off = store.subscribe((hint) => {
        if (hint.districtId === scene.frame.school.districtId && hint.stream === stream) wake();
      });
      sse.onAbort(() => {
        off();
        wake();
      });
      // Only a version of this viewer's own view goes out: it stands still while others write in private.
      while (!sse.aborted) {
        const view = await viewFor(scene, scene.view.id);
        if (!view) break;
        if (view.version !== version) {
          version = view.version;
          await sse.writeSSE({ event: "version", id: String(version), data: String(version) });
        }
        const heard = new Promise<void>((done) => (wake = done));
        const waited = await Promise.race([heard.then(() => "heard"), sse.sleep(15_000).then(() => "quiet")]);
        if (waited === "quiet" && !sse.aborted) await sse.write(": still here\n\n");
      }
      off();
    });
  });

  return app;
}

function Refused(props: { scene: MeetingScene; message: string; hint?: string | undefined }) {
  const { scene, message, hint } = props;
  return (
    <Page frame={scene.frame} title={message}>
      <p class="note bad" role="alert">
        {message} {hint ?? ""}
      </p>
      <a class="button" href={scene.path}>
        {scene.frame.say("meeting.back")}
      </a>
    </Page>
  );
}
