import type { RunEvent, RunState } from "../src/index.js";

/** A run as a few plain variables; what a person would keep in mind. */
export interface Model {
  phase: "waiting" | "running" | "paused" | "ended";
  index: number;
  present: Set<string>;
  known: Set<string>;
  spoken: Set<string>;
  notes: number;
  ballots: Set<string>;
  pausedFor: number;
  pausedAt: number;
  extended: number;
}

/** The model before anything has happened. */
export const newModel = (): Model => ({
  phase: "waiting",
  index: -1,
  present: new Set(),
  known: new Set(),
  spoken: new Set(),
  notes: 0,
  ballots: new Set(),
  pausedFor: 0,
  pausedAt: 0,
  extended: 0,
});

/** What each fact means, said once more in plain words. */
export function follow(model: Model, event: RunEvent, state: RunState): void {
  const at = Date.parse(event.at);
  switch (event.type) {
    case "run-started":
      model.phase = "running";
      for (const p of event.data.people) {
        model.present.add(p.id);
        model.known.add(p.id);
      }
      break;
    case "step-entered":
      if (model.phase !== "ended") model.phase = "running";
      model.index = state.plan.steps.findIndex((s) => s.key === event.data.key);
      model.spoken.clear();
      model.extended = 0;
      model.pausedFor = 0;
      break;
    case "turn-ended":
      model.spoken.add(event.data.person);
      break;
    case "run-paused":
      model.phase = "paused";
      model.pausedAt = at;
      break;
    case "run-resumed":
      model.phase = "running";
      model.pausedFor += at - model.pausedAt;
      break;
    case "step-extended":
      model.extended += event.data.minutes;
      break;
    case "person-joined":
      model.present.add(event.data.person.id);
      model.known.add(event.data.person.id);
      break;
    case "person-left":
      model.present.delete(event.data.person);
      break;
    case "note-added":
      model.notes++;
      break;
    case "ballot-cast":
      model.ballots.add(event.data.note);
      break;
    case "note-withdrawn":
      model.notes--;
      break;
    case "run-ended":
      model.phase = "ended";
      break;
    default:
  }
}
