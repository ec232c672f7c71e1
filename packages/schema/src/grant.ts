/** Among whom something is read: the viewer alone, the people responsible for these students, the school, everyone. */
export type Audience = "self" | "team" | "school" | "public";

/**
 * What one viewer may read and do with one subject, as plain data that every view takes.
 * Absent means denied: a grant without actions shows nothing.
 */
export interface Grant {
  /** Id of the person who looks. */
  readonly viewer: string;
  /** What is looked at, for example `{ kind: "team", id: "grade-7" }`. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Why, in the words of the policy: `teaching`, `meeting-support`, `reporting`. */
  readonly purpose: string;
  /** The audience whose rules on names and small groups apply to what this viewer reads. */
  readonly audience: Audience;
  /** Actions allowed, each by a policy row: `read-students`, `write-note`, `facilitate`. */
  readonly may: readonly string[];
  /** The day the grant was made for, `YYYY-MM-DD`: memberships are dated. */
  readonly on: string;
}
