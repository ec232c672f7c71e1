import type { Audience } from "@collegium/schema";
import { allows, grant } from "./grant.js";
import { type Action, defaultPolicy, type Policy, type SubjectKind } from "./policy.js";
import type { Membership, Subject, Viewer } from "./relation.js";

/** An input on a page, named by what it becomes. */
export type Field =
  | "note"
  | "agenda-item"
  | "decision"
  | "action"
  | "who-needs-what"
  | "rating"
  | "goal"
  | "results"
  | "results-by-class"
  | "appointments";

/** What reading a field needs: the subject it hangs on and the action the views ask for. */
const READING: Record<Field, { subject: SubjectKind; action: Action }> = {
  note: { subject: "meeting", action: "read-notes" },
  "agenda-item": { subject: "meeting", action: "read-agenda" },
  decision: { subject: "meeting", action: "read-decisions" },
  action: { subject: "meeting", action: "read-actions" },
  "who-needs-what": { subject: "meeting", action: "read-students" },
  rating: { subject: "meeting", action: "read-ratings" },
  goal: { subject: "goal", action: "read-goal" },
  results: { subject: "results", action: "read-results" },
  "results-by-class": { subject: "results", action: "read-results-by-class" },
  appointments: { subject: "appointments", action: "read-appointments" },
};

/** Who will see an input, for the line beside it. */
export interface WhoSees {
  readonly audience: Audience;
  /** The audience before a reveal, where the input is hidden until then. */
  readonly until?: "self";
  /** Key of the sentence in {@link accessTexts}. */
  readonly key: keyof (typeof accessTexts)["en"];
}

/** The sentences beside inputs, English and Spanish. */
export const accessTexts = {
  en: {
    "who-sees.self": "Only you see this.",
    "who-sees.team": "This team sees this.",
    "who-sees.school": "Your school sees this.",
    "who-sees.public": "Everyone may see this.",
    "who-sees.self-then-team": "Only you see this until the reveal; then this team.",
    "who-sees.self-then-school": "Only you see this until the reveal; then your school.",
    "who-sees.self-then-public": "Only you see this until the reveal; then everyone may.",
  },
  es: {
    "who-sees.self": "Solo tú ves esto.",
    "who-sees.team": "Este equipo ve esto.",
    "who-sees.school": "Tu escuela ve esto.",
    "who-sees.public": "Cualquiera puede ver esto.",
    "who-sees.self-then-team": "Solo tú ves esto hasta que se muestre; después, este equipo.",
    "who-sees.self-then-school": "Solo tú ves esto hasta que se muestre; después, tu escuela.",
    "who-sees.self-then-public": "Solo tú ves esto hasta que se muestre; después, cualquiera.",
  },
} as const;

const DAY = "2000-01-01";
const PLACE: Omit<Subject, "kind"> = { id: "x", team: "t", school: "s", district: "d" };
const member = (kind: Membership["of"]["kind"], id: string, role: Membership["role"]): Viewer => ({
  person: "probe",
  memberships: [{ of: { kind, id }, role, from: DAY }],
});
const PROBES: readonly (readonly [Audience, readonly Viewer[]])[] = [
  ["public", [member("district", "d", "staff"), { person: "probe", memberships: [] }]],
  ["school", [member("school", "s", "leader"), member("school", "s", "staff")]],
  ["team", [member("team", "t", "member"), member("team", "t", "lead")]],
];

/**
 * Who will see what is typed into a field: *you*, *this team*, *your school*.
 * Guarantees to agree with reading, because it asks {@link grant} for one person of each audience and reports the
 * widest that is allowed.
 * @param hidden - True where the protocol step hides captures until a reveal.
 * @example
 * ```ts
 * whoSees("who-needs-what").audience; // => "team"
 * accessTexts.en[whoSees("note", { hidden: true }).key];
 * // => "Only you see this until the reveal; then this team."
 * ```
 */
export function whoSees(
  field: Field,
  { hidden = false, policy = defaultPolicy }: { hidden?: boolean; policy?: Policy } = {},
): WhoSees {
  const { subject, action } = READING[field];
  const reads = (viewer: Viewer) =>
    (["teaching", "meeting-support", "reporting", "planning-time"] as const).some((purpose) =>
      allows(grant(viewer, { ...PLACE, kind: subject }, { on: DAY, purpose }, policy), action),
    );
  const audience = PROBES.find(([, viewers]) => viewers.some(reads))?.[0] ?? "self";
  if (!hidden || audience === "self") return { audience, key: `who-sees.${audience}` };
  return { audience, until: "self", key: `who-sees.self-then-${audience}` };
}
