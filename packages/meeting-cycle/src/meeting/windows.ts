import { type AddNote, type CastBallot, currentStep } from "@collegium/protocols/runner";
import type { Rejection } from "@collegium/schema";
import { type CollectionWindow, windowState } from "../async/window.js";
import { runOf } from "./runs.js";
import type { MeetingState } from "./state.js";

/** The window that a note falls under: its step's own, else the run's. */
export function windowFor(
  meeting: MeetingState,
  command: AddNote | CastBallot,
): CollectionWindow | undefined {
  const run = runOf(meeting, command.run);
  const key = command.step ?? (run && currentStep(run)?.key);
  const windows = meeting.windows.filter((window) => window.run === command.run);
  return (windows.find((w) => w.step === key) ?? windows.find((w) => w.step === undefined))?.times;
}

/** Why nothing can be handed in now. Codes `window-not-open`, `window-closed`. */
export function windowRejection(window: CollectionWindow, at: string): Rejection | undefined {
  const { state, now } = windowState(window, at);
  if (now !== "refused") return undefined;
  return state === "before"
    ? {
        code: "window-not-open",
        message: "It is too early to hand this in.",
        hint: "Come back when it opens.",
        data: { opens: window.opens },
      }
    : {
        code: "window-closed",
        message: "It is too late to hand this in.",
        hint: "Bring it to the meeting.",
        data: { closes: window.closes },
      };
}
