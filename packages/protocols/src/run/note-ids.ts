import type { Who } from "../decide.js";
import type { PlannedStep } from "../plan.js";
import { mix } from "./reveal.js";
import type { Note } from "./state.js";

/** The writer's own part of a note's id: nobody can meet, and so discover, somebody else's. */
export function noteId(step: PlannedStep, who: Who, note: string): string {
  return `${step.capture?.authorship === "anonymous" ? who.handle : who.person}/${note}`;
}

/** The id under which others see a note that is open: an anonymous writer's handle, part of the inner id, is not in it. */
export function publicId(note: Note): string {
  if (note.revealed) return note.revealed.id;
  return note.handle === undefined ? note.id : `${note.step}-${mix("open", note.id).toString(36)}`;
}

/**
 * The notes that everyone sees, in the order in which they are seen: open ones as they were written, revealed ones as the
 * reveal placed them, which tells nothing of the order of writing.
 */
export function shownNotes(notes: readonly Note[]): readonly Note[] {
  const open = notes.filter((note) => !note.hidden && note.revealed === undefined);
  return [...open, ...notes.filter((note) => note.revealed !== undefined).sort(byReveal)];
}

const byReveal = (a: Note, b: Note): number => {
  const [x, y] = [a.revealed!, b.revealed!];
  if (x.at !== y.at) return x.at < y.at ? -1 : 1;
  if (a.step !== b.step) return a.step < b.step ? -1 : 1;
  return place(x.id) - place(y.id);
};
const place = (id: string): number => Number(id.slice(id.lastIndexOf("-") + 1));
