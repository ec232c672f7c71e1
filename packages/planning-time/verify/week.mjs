// Reads one XHSTT instance with one of its solutions as a week: times, resources, events and what stands where.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { all, one, parseXml, textOf } from "./xml.mjs";

/** The root element of a file, gzip or not. */
export function readArchive(file) {
  const bytes = readFileSync(file);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return parseXml(plain.toString("utf8"));
}

const reference = (element) => element.attributes.Reference;

/** The week that a solution describes; the only solution group where none is named. */
export function readWeek(archive, solutionId) {
  const instances = all(one(archive, "Instances"), "Instance");
  const groups = all(one(archive, "SolutionGroups"), "SolutionGroup");
  const group = solutionId ? groups.find((g) => g.attributes.Id === solutionId) : groups[0];
  if (!group) throw new Error(`no solution group ${solutionId ?? ""}`);
  const solution = one(group, "Solution");
  const instance = instances.find((i) => i.attributes.Id === reference(solution));
  if (!instance) throw new Error("the solution's instance is missing");

  const times = all(one(instance, "Times"), "Time").map((time, index) => ({
    id: time.attributes.Id,
    index,
    day: one(time, "Day") ? reference(one(time, "Day")) : undefined,
    groups: [...all(time, "Day"), ...all(time, "Week"), ...all(one(time, "TimeGroups"), "TimeGroup")].map(
      reference,
    ),
  }));
  const resources = all(one(instance, "Resources"), "Resource").map((resource) => ({
    id: resource.attributes.Id,
    type: reference(one(resource, "ResourceType")),
    groups: all(one(resource, "ResourceGroups"), "ResourceGroup").map(reference),
  }));
  const events = all(one(instance, "Events"), "Event").map((event) => ({
    id: event.attributes.Id,
    duration: Number(textOf(event, "Duration")),
    workload: textOf(event, "Workload") === undefined ? undefined : Number(textOf(event, "Workload")),
    time: one(event, "Time") ? reference(one(event, "Time")) : undefined,
    resources: [
      ...all(one(event, "Resources"), "Resource").map((slot) => ({
        role: textOf(slot, "Role"),
        resource: reference(slot),
        workload: textOf(slot, "Workload") === undefined ? undefined : Number(textOf(slot, "Workload")),
      })),
      // A whole group of resources may attend.
      ...all(one(event, "ResourceGroups"), "ResourceGroup").flatMap((group) =>
        resources.filter((r) => r.groups.includes(reference(group))).map((r) => ({ resource: r.id })),
      ),
    ],
    groups: [...all(event, "Course"), ...all(one(event, "EventGroups"), "EventGroup")].map(reference),
  }));
  return { instance, times, resources, events, meetings: meetingsOf(solution, events, times) };
}

/** Every solution event with its time index, duration and resources by slot; whole preassigned events complete it. */
function meetingsOf(solution, events, times) {
  const timeIndex = new Map(times.map((time) => [time.id, time.index]));
  const byId = new Map(events.map((event) => [event.id, event]));
  const seen = new Set();
  const meetings = [];
  const add = (event, duration, time, chosen) => {
    const slots = event.resources.map((slot) => slot.resource ?? chosen.get(slot.role));
    const start = time === undefined ? undefined : timeIndex.get(time);
    if (time !== undefined && start === undefined) throw new Error(`unknown time in ${event.id}`);
    meetings.push({ event, duration, start, slots });
  };
  for (const part of all(one(solution, "Events"), "Event")) {
    const event = byId.get(reference(part));
    if (!event) throw new Error(`unknown event ${reference(part)}`);
    seen.add(event.id);
    const chosen = new Map(
      all(one(part, "Resources"), "Resource").map((slot) => [textOf(slot, "Role"), reference(slot)]),
    );
    const duration = Number(textOf(part, "Duration") ?? event.duration);
    add(event, duration, one(part, "Time") ? reference(one(part, "Time")) : event.time, chosen);
  }
  for (const event of events)
    if (!seen.has(event.id) && event.time) add(event, event.duration, event.time, new Map());
  return meetings;
}
