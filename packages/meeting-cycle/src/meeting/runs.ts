import type { RunState } from "@collegium/protocols/runner";
import type { MeetingState } from "./state.js";

/** The runs of a meeting that are going on. */
export function goingRuns(meeting: MeetingState): readonly RunState[] {
  return Object.values(meeting.runs).filter((run) => run.phase === "running" || run.phase === "paused");
}
