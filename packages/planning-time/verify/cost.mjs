// The cost of a week by the rules of its XHSTT file, written from the format's specification alone.
import { all, one, textOf } from "./xml.mjs";

/** One line per constraint: its kind, whether it is required, and its cost. */
export function costs(week) {
  const constraints = one(week.instance, "Constraints")?.children ?? [];
  return constraints.map((constraint) => {
    const deviations = (KINDS[constraint.name] ?? unknownKind)(constraint, week);
    const weight = Number(textOf(constraint, "Weight") ?? 1);
    const shape = (textOf(constraint, "CostFunction") ?? "Linear").toLowerCase();
    return {
      id: constraint.attributes.Id,
      kind: constraint.name.replace("Constraint", ""),
      required: textOf(constraint, "Required")?.toLowerCase() === "true",
      cost: weight * deviations.reduce((sum, d) => sum + shaped(d, shape), 0),
    };
  });
}

/** The sum of the required constraints' costs. */
export const hardCost = (week) => costs(week).reduce((sum, c) => sum + (c.required ? c.cost : 0), 0);

const unknownKind = (constraint) => {
  throw new Error(`unknown constraint ${constraint.name}`);
};
const shaped = (d, shape) =>
  shape.includes("step")
    ? Math.min(1, d)
    : shape.includes("quadratic") || shape.includes("square")
      ? d * d
      : d;
const outside = (value, minimum, maximum) => Math.max(0, minimum - value, value - maximum);
const number = (element, name, otherwise) => Number(textOf(element, name) ?? otherwise);
const refs = (element, list, name) => all(one(element, list), name).map((e) => e.attributes.Reference);

/** Events a constraint applies to, each once. */
function eventsOf(constraint, week) {
  const applies = one(constraint, "AppliesTo");
  const groups = new Set(refs(applies, "EventGroups", "EventGroup"));
  const single = new Set(refs(applies, "Events", "Event"));
  return week.events.filter(
    (event) => single.has(event.id) || event.groups.some((group) => groups.has(group)),
  );
}

function eventGroupsOf(constraint, week) {
  const applies = one(constraint, "AppliesTo");
  const groups = refs(applies, "EventGroups", "EventGroup").map((id) =>
    week.events.filter((event) => event.groups.includes(id)),
  );
  const single = refs(applies, "Events", "Event").map((id) => week.events.filter((event) => event.id === id));
  return [...groups, ...single];
}

function resourcesOf(constraint, week) {
  const applies = one(constraint, "AppliesTo");
  const groups = new Set(refs(applies, "ResourceGroups", "ResourceGroup"));
  const single = new Set(refs(applies, "Resources", "Resource"));
  return week.resources.filter((r) => single.has(r.id) || r.groups.some((group) => groups.has(group)));
}

/** Resources that every required preference of an event's role names; undefined where there is none. */
export function suitable(week, event, role) {
  const constraints = one(week.instance, "Constraints")?.children ?? [];
  let found;
  for (const c of constraints) {
    if (c.name !== "PreferResourcesConstraint" || textOf(c, "Role") !== role) continue;
    if (
      textOf(c, "Required")?.toLowerCase() !== "true" ||
      !eventsOf(c, week).some(({ id }) => id === event.id)
    )
      continue;
    const good = preferredBy(c, week);
    found = found ? new Set([...found].filter((id) => good.has(id))) : good;
  }
  return found;
}

function preferredBy(c, week) {
  const groups = new Set(refs(c, "ResourceGroups", "ResourceGroup"));
  const single = new Set(refs(c, "Resources", "Resource"));
  return new Set(
    week.resources.filter((r) => single.has(r.id) || r.groups.some((g) => groups.has(g))).map((r) => r.id),
  );
}

const inGroup = (week, id) => new Set(week.times.filter((t) => t.groups.includes(id)).map((t) => t.index));
/** Time indices that a constraint names, by groups and singly. */
function timesOf(constraint, week) {
  const found = new Set();
  for (const id of refs(constraint, "TimeGroups", "TimeGroup"))
    for (const t of inGroup(week, id)) found.add(t);
  const byId = new Map(week.times.map((t) => [t.id, t.index]));
  for (const id of refs(constraint, "Times", "Time")) found.add(byId.get(id));
  return found;
}
const timeGroupsOf = (constraint, week) =>
  all(one(constraint, "TimeGroups"), "TimeGroup").map((group) => ({
    times: [...inGroup(week, group.attributes.Reference)].sort((a, b) => a - b),
    minimum: number(group, "Minimum", 0),
    maximum: number(group, "Maximum", Infinity),
  }));

const meetingsOf = (week, event) => week.meetings.filter((m) => m.event === event);
const span = (m) => (m.start === undefined ? [] : Array.from({ length: m.duration }, (_, i) => m.start + i));
/** How many meetings use a resource at each time. */
function usage(week, resource) {
  const used = new Map();
  for (const m of week.meetings) {
    for (const slot of m.slots) {
      if (slot === resource.id) for (const t of span(m)) used.set(t, (used.get(t) ?? 0) + 1);
    }
  }
  return used;
}
const slotIndex = (event, role) => event.resources.findIndex((slot) => slot.role === role);

const KINDS = {
  AssignTimeConstraint: (c, week) =>
    eventsOf(c, week).map((event) =>
      meetingsOf(week, event).reduce((sum, m) => sum + (m.start === undefined ? m.duration : 0), 0),
    ),
  AssignResourceConstraint: (c, week) =>
    eventsOf(c, week).map((event) => {
      const index = slotIndex(event, textOf(c, "Role"));
      if (index < 0 || event.resources[index].resource) return 0;
      return meetingsOf(week, event).reduce((sum, m) => sum + (m.slots[index] ? 0 : m.duration), 0);
    }),
  PreferResourcesConstraint: (c, week) => {
    const good = preferredBy(c, week);
    return eventsOf(c, week).map((event) => {
      const index = slotIndex(event, textOf(c, "Role"));
      if (index < 0 || event.resources[index].resource) return 0;
      return meetingsOf(week, event).reduce(
        (sum, m) => sum + (m.slots[index] && !good.has(m.slots[index]) ? m.duration : 0),
        0,
      );
    });
  },
  AvoidSplitAssignmentsConstraint: (c, week) =>
    eventGroupsOf(c, week).map((events) => {
      const used = new Set();
      for (const event of events) {
        const index = slotIndex(event, textOf(c, "Role"));
        if (index >= 0) for (const m of meetingsOf(week, event)) if (m.slots[index]) used.add(m.slots[index]);
      }
      return Math.max(0, used.size - 1);
    }),
  SplitEventsConstraint: (c, week) =>
    eventsOf(c, week).map((event) => {
      const parts = meetingsOf(week, event);
      const wrong = parts.filter(
        (m) =>
          m.duration < number(c, "MinimumDuration", 0) || m.duration > number(c, "MaximumDuration", Infinity),
      ).length;
      return (
        wrong + outside(parts.length, number(c, "MinimumAmount", 0), number(c, "MaximumAmount", Infinity))
      );
    }),
  DistributeSplitEventsConstraint: (c, week) =>
    eventsOf(c, week).map((event) => {
      const parts = meetingsOf(week, event).filter((m) => m.duration === number(c, "Duration", 1)).length;
      return outside(parts, number(c, "Minimum", 0), number(c, "Maximum", Infinity));
    }),
  PreferTimesConstraint: (c, week) => {
    const good = timesOf(c, week);
    const only = textOf(c, "Duration");
    return eventsOf(c, week).map((event) =>
      meetingsOf(week, event).reduce((sum, m) => {
        if (m.start === undefined || (only !== undefined && m.duration !== Number(only))) return sum;
        return sum + (good.has(m.start) ? 0 : m.duration);
      }, 0),
    );
  },
  SpreadEventsConstraint: (c, week) =>
    eventGroupsOf(c, week).map((events) => {
      const starts = events.flatMap((event) => meetingsOf(week, event).map((m) => m.start));
      return timeGroupsOf(c, week).reduce((sum, { times, minimum, maximum }) => {
        const within = new Set(times);
        return sum + outside(starts.filter((t) => within.has(t)).length, minimum, maximum);
      }, 0);
    }),
  LinkEventsConstraint: (c, week) =>
    eventGroupsOf(c, week).map((events) => {
      const running = events.map((event) => new Set(meetingsOf(week, event).flatMap(span)));
      const any = new Set(running.flatMap((times) => [...times]));
      return [...any].filter((t) => running.some((times) => !times.has(t))).length;
    }),
  OrderEventsConstraint: (c, week) =>
    all(one(one(c, "AppliesTo"), "EventPairs"), "EventPair").map((pair) => {
      const of = (name) =>
        meetingsOf(
          week,
          week.events.find((e) => e.id === one(pair, name).attributes.Reference),
        );
      const first = of("FirstEvent").map((m) => m.start + m.duration);
      const second = of("SecondEvent").map((m) => m.start);
      const gap = Math.min(...second) - Math.max(...first);
      return outside(gap, number(pair, "MinSeparation", 0), number(pair, "MaxSeparation", Infinity));
    }),
  AvoidClashesConstraint: (c, week) =>
    resourcesOf(c, week).map((r) => [...usage(week, r).values()].reduce((sum, n) => sum + n - 1, 0)),
  AvoidUnavailableTimesConstraint: (c, week) => {
    const times = timesOf(c, week);
    return resourcesOf(c, week).map((r) => [...usage(week, r).keys()].filter((t) => times.has(t)).length);
  },
  LimitIdleTimesConstraint: (c, week) =>
    resourcesOf(c, week).map((r) => {
      const used = usage(week, r);
      const idle = timeGroupsOf(c, week).reduce((sum, { times }) => {
        const busy = times.map((t) => used.has(t));
        const first = busy.indexOf(true);
        if (first < 0) return sum;
        return sum + busy.slice(first, busy.lastIndexOf(true)).filter((b) => !b).length;
      }, 0);
      return outside(idle, number(c, "Minimum", 0), number(c, "Maximum", Infinity));
    }),
  ClusterBusyTimesConstraint: (c, week) =>
    resourcesOf(c, week).map((r) => {
      const used = usage(week, r);
      const busy = timeGroupsOf(c, week).filter(({ times }) => times.some((t) => used.has(t))).length;
      return outside(busy, number(c, "Minimum", 0), number(c, "Maximum", Infinity));
    }),
  LimitBusyTimesConstraint: (c, week) =>
    resourcesOf(c, week).map((r) => {
      const used = usage(week, r);
      return timeGroupsOf(c, week).reduce((sum, { times }) => {
        const busy = times.filter((t) => used.has(t)).length;
        return busy === 0
          ? sum
          : sum + outside(busy, number(c, "Minimum", 0), number(c, "Maximum", Infinity));
      }, 0);
    }),
  LimitWorkloadConstraint: (c, week) =>
    resourcesOf(c, week).map((r) => {
      let load = 0;
      for (const m of week.meetings) {
        m.slots.forEach((slot, index) => {
          if (slot !== r.id) return;
          const whole = m.event.resources[index].workload ?? m.event.workload ?? m.event.duration;
          load += (whole * m.duration) / m.event.duration;
        });
      }
      return outside(Math.ceil(load), number(c, "Minimum", 0), number(c, "Maximum", Infinity));
    }),
};
