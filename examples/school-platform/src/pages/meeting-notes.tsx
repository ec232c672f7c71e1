import { accessTexts, whoSees } from "@collegium/access";
import type { RunView } from "@collegium/protocols";
import { Form } from "../layout.js";
import type { MeetingScene } from "./meeting-scene.js";
import { NoteTag, TagChoice } from "./note-tags.js";

/** Where the note taker types, for whoever speaks; who will read it stands below. */
export function NoteForm({ scene, item, run }: { scene: MeetingScene; item: string; run?: RunView }) {
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
