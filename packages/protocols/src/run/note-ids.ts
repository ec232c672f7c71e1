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
