import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { CalendarEvent } from "./calendar-event.js";
import type { Moment } from "./moment.js";
import { expandRecurrence, type Recurrence } from "./recurrence.js";
import { partIssue, recurrenceIssue } from "./recurrence-issues.js";
import { parseRule } from "./recurrence-parse.js";
import { type Effort, sharedEffort } from "./recurrence-periods.js";
import { localTime, wallTime } from "./wall-time.js";
import { findZone, UTC, type Zone } from "./zone.js";

/** One occurrence of an event, in seconds since 1970-01-01T00:00:00Z. */
export interface EventOccurrence {
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  /** Start that the series itself gave this occurrence, before it was moved. */
  readonly original: number;
  readonly event: CalendarEvent;
}

/** Stretch and zone in which events are wanted. */
export interface OccurrenceWindow {
  /** Instants in seconds, `to` exclusive; what runs into the stretch is in it. */
  readonly from: number;
  readonly to: number;
  /** Zone in which whole days and floating times are meant. */
  readonly zone: Zone;
  /** Zones by the names that events use, as a read file has them. */
  readonly zones?: ReadonlyMap<string, Zone>;
  /** Most occurrences of the whole file, 20,000 where absent. */
  readonly limit?: number;
}

/**
 * The occurrences of a calendar's events in a stretch of time, in time order: rules, added and left-out dates,
 * occurrences that were moved or cancelled one by one or from one on (RECURRENCE-ID), newest version of each.
 * An event whose rule cannot be used is left out with a warning.
 *
 * Issue code: `too-many-occurrences`; warnings are those of {@link parseRule} and {@link expandRecurrence}.
 */
export function eventOccurrences(
  events: readonly CalendarEvent[],
  window: OccurrenceWindow,
): Result<readonly EventOccurrence[]> {
  const limit = window.limit ?? 20_000;
  const found: EventOccurrence[] = [];
  const warnings: Issue[] = [];
  const effort = sharedEffort();
  for (const series of seriesOf(events, window)) {
    const expanded = expandSeries(series, window, limit + 1 - found.length, effort);
    if (expanded.ok) for (const occurrence of expanded.value) found.push(occurrence);
    else if (expanded.issues[0]?.code === "more-occurrences") return fail(tooMany(limit));
    else warnings.push(...expanded.issues);
    if (found.length > limit) return fail(tooMany(limit));
  }
  return ok(
    found.sort((a, b) => a.start - b.start || a.end - b.end),
    warnings,
  );
}

function tooMany(limit: number): Issue {
  return partIssue("too-many-occurrences", undefined, "too-many-occurrences", { n: limit });
}

interface Series {
  readonly master?: CalendarEvent;
  /** By the instant of the occurrence replaced. */
  readonly single: ReadonlyMap<number, CalendarEvent>;
  /** Replacements from one occurrence on, in time order. */
  readonly future: readonly { readonly from: number; readonly event: CalendarEvent }[];
}

/** Events by uid, each in its newest version. */
function seriesOf(events: readonly CalendarEvent[], window: OccurrenceWindow): Series[] {
  const byUid = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    const same = byUid.get(event.uid);
    if (same) same.push(event);
    else byUid.set(event.uid, [event]);
  }
  return [...byUid.values()].map((same) => {
    const inOrder = [...same].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
    const single = new Map<number, CalendarEvent>();
    const future = new Map<number, CalendarEvent>();
    let master: CalendarEvent | undefined;
    for (const event of inOrder) {
      if (!event.replaces) master = event;
      else (event.andFuture ? future : single).set(instantOf(event.replaces, event, window), event);
    }
    const later = [...future].map(([from, event]) => ({ from, event })).sort((a, b) => a.from - b.from);
    return { ...(master && { master }), single, future: later };
  });
}

function expandSeries(
  { master, single, future }: Series,
  window: OccurrenceWindow,
  most: number,
  effort: Effort,
): Result<EventOccurrence[]> {
  const found: EventOccurrence[] = [];
  const add = (event: CalendarEvent, start: number, original: number) => {
    const end = endOf(event, start, window.zone);
    if (event.status === "CANCELLED" || start >= window.to) return;
    if (end > window.from || (end === start && start >= window.from))
      found.push({ uid: event.uid, start, end, original, event });
  };
  for (const [original, event] of single) add(event, instantOf(event.start, event, window), original);
  if (!master || master.status === "CANCELLED") return ok(found);
  const moves = future.map(({ from, event }) => {
    const zone = event.start.form === "utc" ? UTC : clockOf(event, window);
    const by = localTime(zone, instantOf(event.start, event, window)) - localTime(zone, from);
    return { from, event, zone, by };
  });
  const lengths = new Map(
    master.lengths?.map(({ start, seconds }) => [instantOf(start, master, window), seconds]),
  );
  const longest = Math.max(master.seconds, ...lengths.values());
  const reach =
    Math.max(0, ...moves.map(({ by, event }) => Math.abs(by) + event.seconds)) + longest + 2 * 86400;
  const instants = startsOf(master, window, reach, most + single.size, effort);
  if (!instants.ok) return instants;
  for (const instant of instants.value) {
    if (single.has(instant)) continue;
    const move = moves.findLast(({ from }) => from <= instant);
    // Moved by wall time: nine o'clock stays nine o'clock when the clocks change in between.
    if (move) add(move.event, wallTime(move.zone, localTime(move.zone, instant) + move.by).instant, instant);
    else {
      const seconds = lengths.get(instant);
      add(seconds === undefined ? master : { ...master, seconds }, instant, instant);
    }
  }
  return ok(found);
}

/** An exact length after the start; whole days end at midnight, also on the day of 23 or 25 hours. */
function endOf(event: CalendarEvent, start: number, zone: Zone): number {
  if (event.start.form !== "date") return start + event.seconds;
  return wallTime(zone, localTime(zone, start) + event.seconds).instant;
}

/** Instants of a master's own starts near the window. */
function startsOf(
  event: CalendarEvent,
  window: OccurrenceWindow,
  reach: number,
  most: number,
  effort: Effort,
): Result<readonly number[]> {
  if (event.rule === undefined && !event.dates) return ok([instantOf(event.start, event, window)]);
  const rule = event.rule === undefined ? undefined : parseRule(event.rule);
  if (rule && !rule.ok) return rule;
  const zone = event.start.form === "local" ? zoneOf(event, window) : undefined;
  const recurrence: Recurrence = {
    start: event.start,
    ...(zone && { zone }),
    ...(rule && { rule: rule.value }),
    // A start is an occurrence whatever the rule says, as calendar programs have it.
    dates: [event.start, ...(event.dates ?? [])],
    ...(event.except && { except: event.except }),
  };
  const expanded = expandRecurrence(recurrence, {
    from: { local: window.from - reach, form: "utc" },
    to: { local: window.to + reach, form: "utc" },
    limit: Math.max(1, most),
    effort,
  });
  if (!expanded.ok) return expanded;
  const { instants, local, complete } = expanded.value;
  if (!complete) return fail(recurrenceIssue("more-occurrences"));
  return ok(event.start.form === "date" ? local.map((at) => wallTime(window.zone, at).instant) : instants);
}

/** The zone in which an event's wall times are meant. */
function zoneOf(event: CalendarEvent, window: OccurrenceWindow): Zone {
  if (event.zone === undefined) return window.zone;
  const known = window.zones?.get(event.zone);
  if (known) return known;
  const found = findZone(event.zone);
  return found.ok ? found.value : window.zone;
}

function instantOf(moment: Moment, event: CalendarEvent, window: OccurrenceWindow): number {
  if (moment.form === "utc") return moment.local;
  return wallTime(clockOf(event, window, moment), moment.local).instant;
}

/** The zone in which a date or wall time of an event is meant. */
function clockOf(event: CalendarEvent, window: OccurrenceWindow, moment = event.start): Zone {
  return moment.form === "date" ? window.zone : zoneOf(event, window);
}
