import type { Grant } from "@collegium/schema";
import { defaultPolicy, type Policy, type Purpose } from "./policy.js";
import { relationsOf, type Subject, type Viewer } from "./relation.js";

/** The day and the reason of looking; both are kept in the grant and so in the audit. */
export interface Occasion {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly purpose: Purpose;
}

/**
 * What one viewer may read and do with one subject on one day for one purpose.
 * Guarantees default deny: only rows that match relation, subject kind and purpose add to `may`, and the narrowest
 * audience among them applies.
 * @example
 * ```ts
 * const viewer = { person: "p1", memberships: [
 *   { of: { kind: "team", id: "t1" }, role: "member", from: "2026-08-01" } as const,
 * ] };
 * const meeting = { kind: "meeting", id: "m1", team: "t1" } as const;
 * grant(viewer, meeting, { on: "2026-10-02", purpose: "teaching" }).may.includes("read-students"); // => true
 * grant(viewer, meeting, { on: "2026-10-02", purpose: "reporting" }).may; // => []
 * ```
 */
export function grant(
  viewer: Viewer,
  subject: Subject,
  occasion: Occasion,
  policy: Policy = defaultPolicy,
): Grant {
  const relations = relationsOf(viewer, subject, occasion.on);
  const rows = policy.filter(
    (row) =>
      row.subject === subject.kind && row.purpose === occasion.purpose && relations.includes(row.relation),
  );
  const audiences = rows.map((row) => row.audience);
  const audience = (["self", "team", "school"] as const).find((word) => audiences.includes(word)) ?? "public";
  return {
    viewer: viewer.person,
    subject: { kind: subject.kind, id: subject.id },
    purpose: occasion.purpose,
    audience,
    may: [...new Set(rows.flatMap((row) => row.may))],
    on: occasion.on,
  };
}

/**
 * Whether a grant allows an action; the one question every view and route asks.
 * @example
 * ```ts
 * const nobody = { viewer: "p1", subject: { kind: "team", id: "t1" }, purpose: "teaching", audience: "public",
 *   may: [], on: "2026-10-02" } as const;
 * allows(nobody, "read-notes"); // => false
 * ```
 */
export function allows(grant: Grant, action: string): boolean {
  return grant.may.includes(action);
}
