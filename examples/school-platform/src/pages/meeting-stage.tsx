import { accessTexts, whoSees } from "@collegium/access";
import { meetingTexts } from "@collegium/meeting-cycle";
import { findProtocol, inLocale, protocolTexts, type RunView, say as sayMessage } from "@collegium/protocols";
import { Form } from "../layout.js";
import { BallotForm, BallotResults } from "./ballot.js";
import { Agreed, Feedback, NewAction, Promises, Rechecks } from "./meeting-panels.js";
import type { MeetingScene } from "./meeting-scene.js";
import { looksAtWork, NoteTag, TagChoice } from "./note-tags.js";

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

function RunNow({ scene, run }: { scene: MeetingScene; run: RunView }) {
  const { frame, names, now } = scene;
  const { say, locale } = frame;
  const step = run.step;
  const definition = findProtocol(run.definition)?.steps.find(({ id }) => id === step?.step);
  if (!step || !definition) return null;
  const voice = step.turn !== undefined && step.speaking.length === 1 ? undefined : definition.speaks.who;
  return (
    <>
      <p class="now">{inLocale(definition.label, locale)}</p>
      <p>{inLocale(definition.instruction, locale)}</p>
      <p>
        {step.turn !== undefined && step.speaking.length === 1 ? (
          <strong>{say("stage.turn", { name: names.get(step.turn) ?? step.turn })}</strong>
        ) : (
          sayMessage(
            protocolTexts,
            { key: `voice.${voice}`, values: { roles: roleNames(definition.speaks, locale) } },
            locale,
          )
        )}
      </p>
      <p
        class="clock"
        data-clock
        data-since={step.since}
        data-minutes={String(step.minutes + step.extended)}
        data-paused-for={String(step.pausedFor)}
        data-paused-since={step.pausedSince}
      >
        {clockText(
          step.minutes + step.extended,
          step.since,
          step.pausedSince ?? now.toISOString(),
          step.pausedFor,
        )}
      </p>
    </>
  );
}

function roleNames(speaks: { who: string; roles?: readonly string[] | undefined }, locale: string): string {
  return (speaks.roles ?? [])
    .map((role) => sayMessage(protocolTexts, { key: `role.${role}` }, locale))
    .join(", ");
}

function ItemNow(props: {
  scene: MeetingScene;
  minutes: number;
  since: string | undefined;
  purpose: string;
}) {
  const { scene, minutes, since = scene.now.toISOString(), purpose } = props;
  return (
    <>
      <p class="now">{purpose}</p>
      <p class="clock" data-clock data-since={since} data-minutes={String(minutes)} data-paused-for="0">
        {clockText(minutes, since, scene.now.toISOString(), 0)}
      </p>
    </>
  );
}

function clockText(minutes: number, since: string, until: string, pausedFor: number): string {
  const left = minutes * 60 - Math.floor((Date.parse(until) - Date.parse(since) - pausedFor) / 1000);
  const clock = Math.abs(left);
  return `${left < 0 ? "−" : ""}${Math.floor(clock / 60)}:${String(clock % 60).padStart(2, "0")}`;
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

function NoteForm({ scene, item, run }: { scene: MeetingScene; item: string; run?: RunView }) {
  const { frame, view, names, path, viewer } = scene;
  const { say, locale } = frame;
  const hidden = run?.step !== undefined && run.step.notes !== "at-once";
  const sees = run?.step?.notes === "author" ? "who-sees.self" : whoSees("note", { hidden }).key;
  return (
    <Form frame={frame} action={`${path}/do`} class="no-print" id="note-form">
      <input type="hidden" name="do" value="note" />
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="run" value={run?.run ?? ""} />
      <span data-key={[item, run?.step?.key, run?.step?.turn].join(" ")} />
      <label for="note">{say(hidden ? "note.private" : "note.take")}</label>
      <div class="row">
        <input id="note" name="text" required maxlength={2000} class="grow" autocomplete="off" />
        {hidden ? null : (
          <select name="for" aria-label={say("note.for")}>
            {view.members.map((member) => (
              <option
                value={member.id === viewer.person ? "" : member.id}
                selected={member.id === (run?.step?.turn ?? viewer.person)}
              >
                {names.get(member.id) ?? member.id}
              </option>
            ))}
          </select>
        )}
        <TagChoice frame={frame} run={run} />
        <button>{say("note.add")}</button>
      </div>
      <p class="who" data-live="who">
        {accessTexts[locale][sees]}
      </p>
    </Form>
  );
}

/** Notes and decisions so far, as this viewer may see them. */
export function Notes({ scene }: { scene: MeetingScene }) {
  const { view, names, frame } = scene;
  const all = [
    ...view.runs.flatMap((run) => run.notes.map((note) => ({ ...note, who: note.author, run, note }))),
    ...(view.notes ?? []).map((note) => ({
      ...note,
      who: note.author as string | undefined,
      hidden: false,
      run: undefined,
      note: undefined,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (all.length === 0) return null;
  return (
    <ul class="plain" aria-label={frame.say("note.list")}>
      {all.map((note) => (
        <li>
          {note.who === undefined ? "" : <strong>{names.get(note.who) ?? note.who}: </strong>}
          {note.text ?? frame.say("note.erased")}{" "}
          {note.run && note.note ? <NoteTag frame={frame} run={note.run} note={note.note} /> : null}
          {note.hidden ? <span class="tag wait">{frame.say("note.hidden")}</span> : null}
        </li>
      ))}
    </ul>
  );
}
