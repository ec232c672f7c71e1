import { child, childrenOf, type Element, listed, textOf } from "./xml.js";

/** The 16 kinds of constraint of an XHSTT file, and one for times that its events fix. */
export type XhsttRuleKind =
  | "assign-time"
  | "assign-resource"
  | "avoid-clashes"
  | "avoid-split-assignments"
  | "avoid-unavailable-times"
  | "cluster-busy-times"
  | "distribute-split-events"
  | "limit-busy-times"
  | "limit-idle-times"
  | "limit-workload"
  | "link-events"
  | "order-events"
  | "prefer-resources"
  | "prefer-times"
  | "split-events"
  | "spread-events"
  | "preassigned-times";

/**
 * A constraint of an XHSTT file as it stands in a timetable's `rules`; references are expanded to ids of lessons,
 * resources and periods. Fields are present where the kind has them:
 *
 * | kind | fields beside the common ones |
 * |---|---|
 * | assign-time | lessons |
 * | assign-resource, avoid-split-assignments | lessons or lessonGroups, role |
 * | prefer-resources | lessons, role, preferred |
 * | prefer-times | lessons, periods, duration? |
 * | split-events | lessons, minimumDuration, maximumDuration, minimumAmount, maximumAmount |
 * | distribute-split-events | lessons, duration, minimum, maximum |
 * | spread-events | lessonGroups, periodGroups (each with minimum and maximum) |
 * | link-events | lessonGroups |
 * | order-events | pairs |
 * | avoid-clashes | resources |
 * | avoid-unavailable-times | resources, periods |
 * | limit-idle-times, cluster-busy-times, limit-busy-times | resources, periodGroups, minimum, maximum |
 * | limit-workload | resources, minimum, maximum |
 * | preassigned-times | starts |
 */
export interface XhsttRule {
  readonly kind: XhsttRuleKind;
  readonly hard: boolean;
  readonly source: "xhstt";
  readonly id: string;
  readonly weight: number;
  /** How deviations become a cost: `linear`, `quadratic` or `step`, or an older spelling in lower case. */
  readonly cost: string;
  readonly lessons?: readonly string[];
  readonly lessonGroups?: readonly { readonly id: string; readonly lessons: readonly string[] }[];
  readonly resources?: readonly string[];
  readonly preferred?: readonly string[];
  readonly role?: string;
  readonly periods?: readonly string[];
  readonly periodGroups?: readonly PeriodGroup[];
  readonly pairs?: readonly LessonPair[];
  readonly starts?: readonly { readonly lesson: string; readonly start: string }[];
  readonly duration?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minimumDuration?: number;
  readonly maximumDuration?: number;
  readonly minimumAmount?: number;
  readonly maximumAmount?: number;
}

/** Periods that a rule counts together, most often a day. */
export interface PeriodGroup {
  readonly id: string;
  readonly periods: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Two lessons of which the second follows the first; separations are in periods. */
export interface LessonPair {
  readonly first: string;
  readonly second: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** Members of each group, by the group's id. */
export interface Groups {
  readonly times: ReadonlyMap<string, readonly string[]>;
  readonly resources: ReadonlyMap<string, readonly string[]>;
  readonly events: ReadonlyMap<string, readonly string[]>;
}

const PER_GROUP = new Set<string>(["spread-events", "link-events", "avoid-split-assignments"]);
const PER_PERIOD_GROUP = new Set<string>([
  "spread-events",
  "limit-idle-times",
  "cluster-busy-times",
  "limit-busy-times",
]);
const UNBOUNDED = 1_000_000;

/** The rules of an instance's constraints, in the file's order. */
export function readXhsttRules(instance: Element, groups: Groups): XhsttRule[] {
  const constraints = child(instance, "Constraints")?.children ?? [];
  return constraints.filter((c) => c.name.endsWith("Constraint")).map((c) => readRule(c, groups));
}

function readRule(element: Element, groups: Groups): XhsttRule {
  const kind = kindOf(element.name);
  const applies = child(element, "AppliesTo");
  const rule: Record<string, unknown> = {
    kind,
    hard: textOf(element, "Required")?.toLowerCase() === "true",
    source: "xhstt",
    id: element.attributes["Id"] ?? "",
    weight: numberOf(element, "Weight") ?? 1,
    cost: (textOf(element, "CostFunction") ?? "linear").toLowerCase(),
  };
  const eventGroups = references(applies, "EventGroups", "EventGroup");
  const events = references(applies, "Events", "Event");
  if (PER_GROUP.has(kind)) {
    const single = events.map((id) => ({ id, lessons: [id] }));
    const grouped = [...new Set(eventGroups)].map((id) => ({ id, lessons: groups.events.get(id) ?? [] }));
    rule["lessonGroups"] = [...grouped, ...single];
  } else if (eventGroups.length + events.length > 0) {
    rule["lessons"] = union(eventGroups, groups.events, events);
  }
  const resourceGroups = references(applies, "ResourceGroups", "ResourceGroup");
  const resources = references(applies, "Resources", "Resource");
  if (resourceGroups.length + resources.length > 0)
    rule["resources"] = union(resourceGroups, groups.resources, resources);
  if (kind === "prefer-resources") {
    const preferredGroups = references(element, "ResourceGroups", "ResourceGroup");
    rule["preferred"] = union(
      preferredGroups,
      groups.resources,
      references(element, "Resources", "Resource"),
    );
    if (preferredGroups.length === 1) rule["pool"] = preferredGroups[0];
  }
  const times = references(element, "Times", "Time");
  const timeGroups = listed(element, "TimeGroups", "TimeGroup");
  if (PER_PERIOD_GROUP.has(kind))
    rule["periodGroups"] = timeGroups.map((group) => periodGroup(group, groups));
  else if (timeGroups.length + times.length > 0)
    rule["periods"] = union(timeGroups.map(reference), groups.times, times);
  if (kind === "order-events") rule["pairs"] = listed(applies, "EventPairs", "EventPair").map(pair);
  const role = textOf(element, "Role");
  if (role !== undefined) rule["role"] = role;
  for (const [field, name] of NUMBERS) {
    const value = numberOf(element, name);
    if (value !== undefined) rule[field] = value;
  }
  return rule as unknown as XhsttRule;
}

const NUMBERS = [
  ["duration", "Duration"],
  ["minimum", "Minimum"],
  ["maximum", "Maximum"],
  ["minimumDuration", "MinimumDuration"],
  ["maximumDuration", "MaximumDuration"],
  ["minimumAmount", "MinimumAmount"],
  ["maximumAmount", "MaximumAmount"],
] as const;

function kindOf(name: string): XhsttRuleKind {
  const words = name.replace(/Constraint$/, "").replace(/(?<=[a-z])(?=[A-Z])/g, "-");
  return words.toLowerCase() as XhsttRuleKind;
}

function periodGroup(element: Element, groups: Groups): PeriodGroup {
  const id = reference(element);
  const minimum = numberOf(element, "Minimum");
  const maximum = numberOf(element, "Maximum");
  return {
    id,
    periods: groups.times.get(id) ?? [],
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function pair(element: Element): LessonPair {
  return {
    first: reference(child(element, "FirstEvent")),
    second: reference(child(element, "SecondEvent")),
    minimum: numberOf(element, "MinSeparation") ?? 0,
    maximum: numberOf(element, "MaxSeparation") ?? UNBOUNDED,
  };
}

function references(element: Element | undefined, list: string, name: string): string[] {
  return listed(element, list, name).map(reference);
}

function reference(element: Element | undefined): string {
  return element?.attributes["Reference"] ?? "";
}

function union(
  groupIds: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
  single: readonly string[],
): string[] {
  return [...new Set([...groupIds.flatMap((id) => members.get(id) ?? []), ...single])];
}

function numberOf(element: Element, name: string): number | undefined {
  const text = childrenOf(element, name)[0]?.text.trim();
  if (text === undefined || text === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
