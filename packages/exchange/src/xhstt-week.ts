import type { Lesson, Timetable } from "@collegium/scheduling";
import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { meaningOf, resourceKind, saysMeeting } from "./resource-names.js";
import type { Groups } from "./xhstt-rules.js";
import { child, childrenOf, type Element, listed, textOf } from "./xml.js";

/** An instance without its constraints and solutions. */
export interface Week {
  readonly days: Timetable["days"];
  readonly periods: Timetable["periods"];
  readonly resources: Timetable["resources"];
  readonly lessons: Lesson[];
  readonly preassigned: ReadonlyMap<string, string>;
  readonly groups: Groups;
}

/**
 * Days, periods, resources and lessons of an instance.
 *
 * Issue code: `unknown-reference`.
 */
export function readWeek(instance: Element): Result<Week> {
  const issues: Issue[] = [];
  const times = childrenOf(child(instance, "Times"), "Time");
  const timeGroups = child(child(instance, "Times"), "TimeGroups")?.children ?? [];
  const timesOf = membership(times);
  const named = childrenOf(child(child(instance, "Times"), "TimeGroups"), "Day").map(namedId);
  const days = named.length > 0 ? named : [{ id: "week", name: "Week" }];
  const dayOf = (time: Element) => child(time, "Day")?.attributes["Reference"] ?? days[0]!.id;
  const periods = times.map((time) => ({ ...namedId(time), day: dayOf(time) }));
  const known = new Set([...times, ...timeGroups].map((e) => e.attributes["Id"]));

  const resourcesElement = child(instance, "Resources");
  const resourceElements = childrenOf(resourcesElement, "Resource");
  const groupNames = new Map(
    listed(resourcesElement, "ResourceGroups", "ResourceGroup").map((g) => {
      const { id, name } = namedId(g);
      return [id, { id, name }] as const;
    }),
  );
  const typeNames = new Map(
    listed(resourcesElement, "ResourceTypes", "ResourceType").map((t) => [namedId(t).id, t]),
  );
  const kindOf = (type: string | undefined) => {
    const element = type === undefined ? undefined : typeNames.get(type);
    const kind = resourceKind(type ?? "");
    return kind.startsWith("ext:") && element ? resourceKind(namedId(element).name) : kind;
  };
  const resources = resourceElements.map((element) => {
    const groups = referencesOf(element, "ResourceGroups", "ResourceGroup");
    const kind = kindOf(child(element, "ResourceType")?.attributes["Reference"]);
    const meanings = groups.map((id) => {
      const meaning = meaningOf(id);
      return Object.keys(meaning).length > 0 ? meaning : meaningOf(groupNames.get(id)?.name ?? "");
    });
    const department = meanings.find((m) => m.department !== undefined)?.department;
    const grade = meanings.find((m) => m.grade !== undefined)?.grade;
    return {
      ...namedId(element),
      kind,
      ...(department === undefined || kind !== "teacher" ? {} : { department }),
      ...(grade === undefined || kind === "room" ? {} : { grade }),
      ...(groups.length > 0 ? { pools: groups } : {}),
    };
  });
  const kinds = new Map(resources.map((r) => [r.id, r.kind]));
  const resourcesOf = membership(resourceElements);

  const events = childrenOf(child(instance, "Events"), "Event");
  const eventGroups = new Map(
    (child(child(instance, "Events"), "EventGroups")?.children ?? [])
      .map(namedId)
      .map(({ id, name }) => [id, name]),
  );
  const preassigned = new Map<string, string>();
  const lessons = events.map((event, index): Lesson => {
    const { id, name } = namedId(event);
    const path = ["Events", index];
    const time = child(event, "Time")?.attributes["Reference"];
    if (time !== undefined) {
      if (known.has(time)) preassigned.set(id, time);
      else issues.push(unknownReference([...path, "Time"]));
    }
    const present: string[] = referencesOf(event, "ResourceGroups", "ResourceGroup").flatMap(
      (group) => resourcesOf.get(group) ?? [],
    );
    const needs: NonNullable<Lesson["needs"]> = [];
    const workloads: { role?: string; resource?: string; workload: number }[] = [];
    listed(event, "Resources", "Resource").forEach((element, position) => {
      const resource = element.attributes["Reference"];
      const role = textOf(element, "Role");
      if (resource === undefined) {
        needs.push({
          role: role ?? String(position),
          kind: kindOf(child(element, "ResourceType")?.attributes["Reference"]),
        });
      } else if (kinds.has(resource)) present.push(resource);
      else issues.push(unknownReference([...path, "Resources", position]));
      const workload = textOf(element, "Workload");
      if (workload !== undefined)
        workloads.push({
          ...(resource === undefined ? { role: role ?? String(position) } : { resource }),
          workload: Number(workload),
        });
    });
    const course = child(event, "Course")?.attributes["Reference"];
    const labels = [course ?? "", ...referencesOf(event, "EventGroups", "EventGroup")].map(
      (group) => eventGroups.get(group) ?? "",
    );
    const all = [...new Set(present)];
    const whole = textOf(event, "Workload");
    return {
      id,
      name,
      kind: labels.some(saysMeeting) ? "meeting" : "teaching",
      ...(course === undefined ? {} : { course }),
      duration: Number(textOf(event, "Duration") ?? "1"),
      resources: all,
      ...(needs.length > 0 ? { needs } : {}),
      ...(whole === undefined ? {} : { workload: Number(whole) }),
      ...(workloads.length > 0 ? { workloads } : {}),
    };
  });
  const [first, ...others] = issues;
  if (first) return fail(first, ...others.slice(0, 19));
  const groups = { times: timesOf, resources: resourcesOf, events: membership(events) };
  return ok({ days, periods, resources, lessons, preassigned, groups });
}

/** Ids of the elements that name a group among their references, by the group's id. */
function membership(elements: readonly Element[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const element of elements) {
    const id = element.attributes["Id"] ?? "";
    const direct = element.children.filter(
      (c) => c.name === "Day" || c.name === "Week" || c.name === "Course",
    );
    const grouped = element.children.filter((c) => c.name.endsWith("Groups")).flatMap((c) => c.children);
    for (const group of new Set([...direct, ...grouped].map((c) => c.attributes["Reference"] ?? ""))) {
      const list = members.get(group);
      if (list) list.push(id);
      else members.set(group, [id]);
    }
  }
  return members;
}

function namedId(element: Element): { id: string; name: string } {
  const id = element.attributes["Id"] ?? "";
  return { id, name: textOf(element, "Name") ?? id };
}

function referencesOf(element: Element, list: string, name: string): string[] {
  return listed(element, list, name).flatMap((e) => e.attributes["Reference"] ?? []);
}

function unknownReference(path: readonly (string | number)[]): Issue {
  return {
    code: "unknown-reference",
    path,
    message: "An event names something that the file does not list.",
  };
}
