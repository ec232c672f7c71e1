import type { RunState } from "@collegium/protocols/runner";
import type { MeetingState } from "./state.js";

/** The runs of a meeting that are going on. */
export function goingRuns(meeting: MeetingState): readonly RunState[] {
  return Object.values(meeting.runs).filter((run) => run.phase === "running" || run.phase === "paused");
}

/** A run of a meeting by its id, whatever was sent as one. */
export function runOf(meeting: MeetingState, id: unknown): RunState | undefined {
  return typeof id === "string" && Object.hasOwn(meeting.runs, id) ? meeting.runs[id] : undefined;
}
