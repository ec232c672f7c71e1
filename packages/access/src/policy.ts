import type { Audience } from "@collegium/schema";

/** How the viewer stands to a subject on the day in question; worked out from dated memberships alone. */
export type Relation =
  | "self"
  | "team-member"
  | "team-lead"
  | "teaches-student"
  | "school-leader"
  | "school-staff"
  | "district-staff"
  | "anyone";

/** What can be looked at: each kind names the memberships that decide over it. */
export type SubjectKind =
  | "team"
  | "meeting"
  | "cycle"
  | "action"
  | "goal"
  | "results"
  | "student"
  | "time"
  /** One person's own calendar. */
  | "appointments";

/** Why somebody looks; a purpose that no row names opens nothing. */
export type Purpose = "teaching" | "meeting-support" | "reporting" | "planning-time";

/** One thing that can be allowed. Every view and every command asks for one of these words. */
export type Action =
  | "read-agenda"
  | "read-notes"
  | "read-students"
  | "read-actions"
  | "count-actions"
  | "read-decisions"
  | "read-ratings"
  | "read-goal"
  | "read-results"
  | "read-results-by-class"
  | "read-time"
  /** When somebody cannot come, and nothing of why. */
  | "read-busy"
  | "read-appointments"
  | "write-appointments"
  | "write-calendar"
  | "write-note"
  | "write-action"
  | "write-goal"
  | "write-results"
  | "prepare-meeting"
  | "facilitate";

/** One row: who stands how, looks at what and why, may do this, and reads it as this audience. */
export interface PolicyRow {
  readonly relation: Relation;
  readonly subject: SubjectKind;
  readonly purpose: Purpose;
  /** The audience whose rules on names and small groups apply. */
  readonly audience: Audience;
  readonly may: readonly Action[];
}

/** A whole table; what no row allows is denied. */
export type Policy = readonly PolicyRow[];

const TEAM_READS = ["read-agenda", "read-notes", "read-students", "read-actions", "read-decisions"] as const;
const TEAM_WRITES = ["write-note", "write-action", "prepare-meeting", "facilitate"] as const;
const REPORT_READS = ["count-actions", "read-decisions"] as const;

const row = (
  relation: Relation,
  subject: SubjectKind,
  purpose: Purpose,
  audience: Audience,
  may: readonly Action[],
): PolicyRow => ({ relation, subject, purpose, audience, may });

/**
 * The policy a school starts with: a team reads its own work by name; leaders read counts, decisions and goals;
 * what a class scored item by item never leaves the team.
 * Guarantees that nobody outside a team reads its notes, its students' names or its results by class, and nobody but the
 * person his or her own calendar.
 */
export const defaultPolicy: Policy = [
  row("team-member", "team", "teaching", "team", [...TEAM_READS, ...TEAM_WRITES, "read-goal", "read-time"]),
  row("team-member", "meeting", "teaching", "team", [...TEAM_READS, ...TEAM_WRITES, "read-ratings"]),
  row("team-member", "cycle", "teaching", "team", [...TEAM_READS, ...TEAM_WRITES, "read-goal"]),
  row("team-member", "action", "teaching", "team", ["read-actions", "write-action"]),
  row("team-member", "goal", "teaching", "team", ["read-goal", "write-goal"]),
  row("team-member", "results", "teaching", "team", [
    "read-results",
    "read-results-by-class",
    "read-students",
    "write-results",
  ]),
  row("team-member", "time", "teaching", "team", ["read-time"]),
  row("teaches-student", "student", "teaching", "team", ["read-students", "read-results"]),
  row("self", "action", "teaching", "self", ["read-actions", "write-action"]),

  // A coach or substitute facilitator whom a team has invited holds a dated lead membership.
  row("team-lead", "team", "meeting-support", "team", ["read-agenda", "read-actions", "prepare-meeting"]),
  row("team-lead", "meeting", "meeting-support", "team", [...TEAM_READS, "write-note", "facilitate"]),
  row("team-lead", "cycle", "meeting-support", "team", ["read-agenda", "read-actions", "read-goal"]),

  row("school-leader", "team", "reporting", "school", [...REPORT_READS, "read-goal", "read-time"]),
  row("school-leader", "meeting", "reporting", "school", ["read-agenda", ...REPORT_READS]),
  row("school-leader", "cycle", "reporting", "school", [...REPORT_READS, "read-goal"]),
  row("school-leader", "goal", "reporting", "school", ["read-goal"]),
  row("school-leader", "results", "reporting", "school", ["read-results"]),
  row("school-leader", "time", "planning-time", "school", ["read-time", "write-calendar"]),
  row("school-staff", "goal", "reporting", "school", ["read-goal"]),
  row("school-staff", "team", "reporting", "school", ["read-goal", "read-time"]),
  row("school-staff", "time", "planning-time", "school", ["read-time"]),
  row("district-staff", "goal", "reporting", "public", ["read-goal"]),

  // A person's own calendar is the person's alone; colleagues who look for a common time learn when, never why.
  row("self", "appointments", "teaching", "self", ["read-appointments", "write-appointments", "read-busy"]),
  row("school-leader", "appointments", "planning-time", "school", ["read-busy"]),
  row("school-staff", "appointments", "planning-time", "school", ["read-busy"]),
  row("district-staff", "appointments", "planning-time", "public", ["read-busy"]),
  row("district-staff", "time", "planning-time", "public", ["read-busy"]),
];
