import {
  evidenceTags,
  findProtocol,
  nudge,
  protocolTexts,
  type RunView,
  say as sayMessage,
} from "@collegium/protocols";
import type { Frame } from "../frame.js";
import type { MessageKey } from "../messages.js";

type Note = RunView["notes"][number];

/** What kind of statement a note about student work or data is: seen, inferred, assumed, or to be done. */
export function TagChoice({ frame, run }: { frame: Frame; run: RunView | undefined }) {
  const { say } = frame;
  const uses = run ? (findProtocol(run.definition)?.uses ?? []) : [];
  if (!uses.some((use) => use === "student-work" || use === "data" || use === "scoring")) return null;
  return (
    <select name="tag" aria-label={say("note.tag")}>
      <option value="">{say("note.tag.none")}</option>
      {evidenceTags.map((tag) => (
        <option value={tag}>{say(`note.tag.${tag}` as MessageKey)}</option>
      ))}
    </select>
  );
}

/** The kind of a note, and for its author alone what a good colleague would ask about it. */
export function NoteTag({ frame, run, note }: { frame: Frame; run: RunView; note: Note }) {
  const rules = findProtocol(run.definition)?.steps.find(({ id }) => id === note.step)?.rules ?? [];
  const asked = note.mine && note.text !== undefined ? nudge(rules, note.text, note.tag) : undefined;
  return (
    <>
      {note.tag ? <span class="tag">{frame.say(`note.tag.${note.tag}` as MessageKey)}</span> : null}{" "}
      {asked ? <span class="soft nudge">{sayMessage(protocolTexts, asked, frame.locale)}</span> : null}
    </>
  );
}

/** Whether a protocol looks at student work, so that the work is one press away. */
export function looksAtWork(protocol: string | undefined): boolean {
  const uses = protocol === undefined ? [] : (findProtocol(protocol)?.uses ?? []);
  return uses.some((use) => use === "student-work" || use === "scoring");
}
