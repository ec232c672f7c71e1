import type { Relation, SubjectKind } from "./policy.js";

/** A dated membership as the roster has it; open-ended where `to` is absent. */
export interface Membership {
  /** What the person belongs to. */
  readonly of: { readonly kind: "team" | "school" | "district" | "class"; readonly id: string };
  readonly role: "member" | "lead" | "leader" | "staff" | "teacher";
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, `YYYY-MM-DD`, inclusive. */
  readonly to?: string;
}

/** The person who looks, with the memberships known of them. */
export interface Viewer {
  readonly person: string;
  readonly memberships: readonly Membership[];
}

/** What is looked at, with the places it belongs to. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly team?: string;
  readonly school?: string;
  readonly district?: string;
  /** Classes of the student looked at. */
  readonly classes?: readonly string[];
  /** The one person it belongs to, such as an action's owner. */
  readonly owner?: string;
}

const active = (membership: Membership, on: string): boolean =>
  membership.from <= on && (membership.to === undefined || on <= membership.to);

/**
 * How a viewer stands to a subject on a day, most particular first.
 * A membership that has ended or not begun gives no relation; nothing is inherited from a job title.
 * @example
 * ```ts
 * const viewer = { person: "p1", memberships: [
 *   { of: { kind: "team", id: "t1" }, role: "member", from: "2026-08-01", to: "2026-12-31" } as const,
 * ] };
 * relationsOf(viewer, { kind: "meeting", id: "m1", team: "t1" }, "2026-10-02"); // => ["team-member", "anyone"]
 * relationsOf(viewer, { kind: "meeting", id: "m1", team: "t1" }, "2027-01-08"); // => ["anyone"]
 * ```
 */
export function relationsOf(viewer: Viewer, subject: Subject, on: string): readonly Relation[] {
  const holds = (kind: Membership["of"]["kind"], id: string | undefined, role: Membership["role"]) =>
    id !== undefined &&
    viewer.memberships.some((m) => m.of.kind === kind && m.of.id === id && m.role === role && active(m, on));
  const team = subject.kind === "team" ? subject.id : subject.team;
  const found: Relation[] = [];
  if (subject.owner === viewer.person) found.push("self");
  if (holds("team", team, "member")) found.push("team-member");
  if (holds("team", team, "lead")) found.push("team-lead");
  if (subject.classes?.some((id) => holds("class", id, "teacher"))) found.push("teaches-student");
  if (holds("school", subject.school, "leader")) found.push("school-leader");
  if (holds("school", subject.school, "staff")) found.push("school-staff");
  if (holds("district", subject.district, "staff")) found.push("district-staff");
  found.push("anyone");
  return found;
}
