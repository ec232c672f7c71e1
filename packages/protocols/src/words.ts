/** Kinds of step, in nine families: open, present, question, silent, round, limited talk, talk, close out, respond. */
export const stepKinds = [
  "open",
  "present",
  "ask",
  "clarify",
  "probe",
  "question",
  "check",
  "read",
  "write",
  "choose",
  "score",
  "round",
  "pairs",
  "describe",
  "observe",
  "interpret",
  "infer",
  "speculate",
  "predict",
  "imply",
  "discuss",
  "list",
  "suggest",
  "summarise",
  "visualise",
  "compare",
  "decide",
  "vote",
  "commit",
  "respond",
  "debrief",
] as const;

/** What a protocol is used with or for. */
export const uses = [
  "student-work",
  "teacher-work",
  "data",
  "dilemma",
  "text",
  "practice",
  "learner",
  "plan",
  "goal",
  "ideas",
  "decision",
  "reflection",
  "opening",
  "norms",
  "team-building",
  "scoring",
] as const;

/** What may not be said in a step; people are reminded, never stopped. */
export const contentRules = [
  "no-because",
  "no-judgement",
  "no-inference",
  "no-preference",
  "no-discussion",
  "no-repeats",
  "warm-before-cool",
  "one-voice",
] as const;

/** What kind of statement a note is, chosen by its author: seen, concluded, taken for granted, or to be done. */
export const evidenceTags = ["observation", "inference", "assumption", "action"] as const;

/** How well the minutes of a protocol are known. */
export const minutesBases = ["confirmed", "partial", "derived", "assumed", "recall"] as const;

/** One of {@link stepKinds}. */
export type StepKind = (typeof stepKinds)[number];
/** One of {@link uses}. */
export type Use = (typeof uses)[number];
/** One of {@link contentRules}. */
export type ContentRule = (typeof contentRules)[number];
/** One of {@link minutesBases}. */
export type MinutesBasis = (typeof minutesBases)[number];
/** One of {@link evidenceTags}. */
export type EvidenceTag = (typeof evidenceTags)[number];
