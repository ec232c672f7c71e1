import { meetingTexts } from "@collegium/meeting-cycle";
import { say as sayMessage } from "@collegium/protocols";
import { Form } from "../layout.js";
import { BallotForm, BallotResults } from "./ballot.js";
import { NoteForm, Notes } from "./meeting-notes.js";
import { ItemNow, RunNow } from "./meeting-now.js";
import { Agreed, Feedback, NewAction, Promises, Rechecks } from "./meeting-panels.js";
import type { MeetingScene } from "./meeting-scene.js";
import { looksAtWork } from "./note-tags.js";

/**
 * The shared screen: what happens now in letters for the whole room, whose turn it is, the time left, and what the note
 * taker types. Turns and silence guide people; no button is ever closed to those in the room.
 */
export function Stage({ scene, title }: { scene: MeetingScene; title: string }) {
  const { frame, view, path } = scene;
  const { say, locale } = frame;
  const item = view.items.find(({ state }) => state === "now");
  const run = view.runs.find(({ phase }) => phase === "running" || phase === "paused");
  const left = view.items.filter(({ state }) => state === "ahead");
  return (
    <div data-meeting={path} data-now={scene.now.toISOString()} data-token={frame.token}>
      {title ? <h1 class="visually-hidden">{title}</h1> : null}
      <section class="stage" aria-live="polite" data-live="now">
        {item ? (
          <>
            <p class="soft">
              {sayMessage(meetingTexts, item.title, locale)}
              {run?.step ? ` · ${say("stage.step", { number: run.step.number, of: run.step.of })}` : ""}
            </p>
            {run?.step ? (
              <RunNow scene={scene} run={run} />
            ) : (
              <ItemNow
                scene={scene}
                minutes={item.minutes}
                since={item.since}
                purpose={sayMessage(meetingTexts, item.purpose, locale)}
              />
            )}
          </>
        ) : (
          <p class="now">{left.length > 0 ? say("stage.between") : say("stage.end")}</p>
        )}
      </section>
      <div class="row no-print" data-live="buttons">
        <Form frame={frame} action={`${path}/do`} class="row">
          {left.length > 0 || item ? (
            <button name="do" value="next" data-next>
              {say("stage.next")}
            </button>
          ) : null}
          {run ? (
            <>
              <input type="hidden" name="run" value={run.run} />
              <button class="quiet" name="do" value={run.phase === "paused" ? "resume" : "pause"}>
                {say(run.phase === "paused" ? "stage.resume" : "stage.pause")}
              </button>
              <button class="quiet" name="do" value="extend">
                {say("stage.extend")}
              </button>
            </>
          ) : null}
        </Form>
        {item ? (
          <Form frame={frame} action={`${path}/do`} class="row">
            <input type="hidden" name="do" value="skip-item" />
            <input type="hidden" name="item" value={item.id} />
            <button class="quiet">{say("stage.skip")}</button>
          </Form>
        ) : null}
        <Form frame={frame} action={`${path}/do`}>
          <button class="danger" name="do" value="close">
            {say("stage.close")}
          </button>
        </Form>
      </div>
      {item ? <div data-live="panel">{panel(scene, item)}</div> : null}
      {looksAtWork(item?.protocol) || (view.samples ?? []).length > 0 ? (
        <p class="no-print">
          <a href={`${path}/samples`}>{say("samples.link")}</a>
        </p>
      ) : null}
      <div data-live="ballot">{run ? <BallotForm scene={scene} run={run} /> : null}</div>
      {item ? <NoteForm scene={scene} item={item.id} {...(run ? { run } : {})} /> : null}
      <div data-live="notes">
        <Notes scene={scene} />
        <BallotResults scene={scene} />
      </div>
      <details open>
        <summary>{say("stage.agenda")}</summary>
        <ol data-live="agenda">
          {view.items.map((entry) => (
            <li aria-current={entry.state === "now" ? "step" : undefined}>
              <Form frame={frame} action={`${path}/do`} class="row">
                <input type="hidden" name="do" value="begin-item" />
                <input type="hidden" name="item" value={entry.id} />
                <span class={entry.state === "now" ? "tag good" : "soft"}>
                  {entry.state === "done" ? "✓ " : entry.state === "skipped" ? "– " : ""}
                  {sayMessage(meetingTexts, entry.title, locale)} · {entry.minutes}′
                </span>
                {entry.state === "now" ? null : <button class="quiet">{say("stage.goto")}</button>}
              </Form>
            </li>
          ))}
        </ol>
      </details>
      <p class="soft">{say("stage.second", { address: path })}</p>
    </div>
  );
}

function panel(scene: MeetingScene, item: MeetingScene["view"]["items"][number]) {
  const { frame, view, path } = scene;
  const { say } = frame;
  switch (item.kind) {
    case "promises":
      return <Promises scene={scene} />;
    case "recheck":
      return <Rechecks scene={scene} />;
    case "who-needs-what":
      return (
        <p class="row">
          <a class="button" href={`${path}/needs`}>
            {say(view.needs && view.needs.length > 0 ? "needs.edit" : "needs.make")}
          </a>
          {view.needsAgreed ? <span class="tag good">{say("needs.agreed")}</span> : null}
        </p>
      );
    case "next-steps":
      return (
        <>
          <Agreed scene={scene} />
          <NewAction scene={scene} item={item.id} />
        </>
      );
    case "feedback":
      return <Feedback scene={scene} />;
    default:
      return null;
  }
}
