import type { MeetingEvent } from "../src/index.js";

/** A meeting as a few plain counts; what a person would keep in mind. */
export interface Model {
  phase: string;
  present: Set<string>;
  notes: number;
  decisions: number;
  actions: number;
  polls: number;
  closed: number;
  needs: Set<string>;
  samples: Set<string>;
  runNotes: number;
}
const PHASES: Record<string, string> = {
  "meeting-scheduled": "scheduled",
  "meeting-opened": "gathering",
  "check-in-begun": "opening",
  "agenda-begun": "working",
  "closing-begun": "closing",
  "meeting-adjourned": "adjourned",
  "minutes-approved": "approved",
  "meeting-cancelled": "cancelled",
};

export function follow(model: Model, event: MeetingEvent): void {
  model.phase = PHASES[event.type] ?? model.phase;
  if (event.type === "person-arrived") model.present.add(event.data.person);
  if (event.type === "person-departed") model.present.delete(event.data.person);
  if (event.type === "item-noted") model.notes++;
  if (event.type === "decision-noted") model.decisions++;
  if (event.type === "action-agreed") model.actions++;
  if (event.type === "poll-opened") model.polls++;
  if (event.type === "poll-closed") model.closed++;
  if (event.type === "needs-drafted") model.needs = new Set(event.data.needs.map((n) => n.id));
  if (event.type === "need-set") model.needs.add(event.data.need.id);
  if (event.type === "need-removed") model.needs.delete(event.data.need);
  if (event.type === "sample-added") model.samples.add(event.data.sample.id);
  if (event.type === "sample-removed") model.samples.delete(event.data.sample);
  if (event.type === "note-added") model.runNotes++;
  if (event.type === "note-withdrawn") model.runNotes--;
}

/** The model before anything has happened. */
export const newModel = (): Model => ({
  phase: "planned",
  present: new Set(),
  notes: 0,
  decisions: 0,
  actions: 0,
  polls: 0,
  closed: 0,
  needs: new Set(),
  samples: new Set(),
  runNotes: 0,
});
