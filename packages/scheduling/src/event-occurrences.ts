import { fail, type Issue, ok, type Result } from "@collegium/schema";
import type { CalendarEvent } from "./calendar-event.js";
import type { Moment } from "./moment.js";
import { expandRecurrence, type Recurrence } from "./recurrence.js";
import { type Effort, sharedEffort } from "./recurrence-effort.js";
import { partIssue, recurrenceIssue } from "./recurrence-issues.js";
import { parseRule } from "./recurrence-parse.js";
import type { RecurrenceRule } from "./recurrence-rule.js";
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
 * An event whose rule cannot be used is left out with a warning, whose path begins with the event's place in `events`.
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
  const shared: Shared = { effort: sharedEffort(), rules: new Map(), refused: new Map() };
  for (const series of seriesOf(events, window)) {
    const expanded = expandSeries(series, window, limit + 1 - found.length, shared);
    if (expanded.ok) for (const occurrence of expanded.value) found.push(occurrence);
    else if (expanded.issues[0]?.code === "more-occurrences") return fail(tooMany(limit));
    for (const issue of expanded.ok ? expanded.warnings : expanded.issues)
      warnings.push({ ...issue, path: [series.place, ...issue.path] });
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

/** What the events of one calendar share: a hostile file repeats one rule a thousand times. */
interface Shared {
  readonly effort: Effort;
  /** Rules by their words. */
  readonly rules: Map<string, Result<RecurrenceRule>>;
  /** Why a rule cannot be used, by its start. */
  readonly refused: Map<RecurrenceRule, Map<string, Result<never>>>;
}

interface Series {
  readonly master?: CalendarEvent;
  /** Place of the master among all events. */
  readonly place: number;
  /** By the instant of the occurrence replaced. */
  readonly single: ReadonlyMap<number, CalendarEvent>;
  /** Replacements from one occurrence on, in time order. */
  readonly future: readonly { readonly from: number; readonly event: CalendarEvent }[];
}

/** Events by uid, each in its newest version. */
function seriesOf(events: readonly CalendarEvent[], window: OccurrenceWindow): Series[] {
  const places = new Map<string, number[]>();
  for (let place = 0; place < events.length; place++) {
    const { uid } = events[place]!;
    const same = places.get(uid);
    if (same) same.push(place);
    else places.set(uid, [place]);
  }
  const sequence = (place: number) => events[place]!.sequence ?? 0;
  return Array.from(places.values(), (same) => {
    const first = same[0]!;
    if (same.length === 1 && !events[first]!.replaces) return alone(events[first]!, first);
    const single = new Map<number, CalendarEvent>();
    const future = new Map<number, CalendarEvent>();
    let master: CalendarEvent | undefined;
    let place = first;
    for (const at of same.sort((a, b) => sequence(a) - sequence(b))) {
      const event = events[at]!;
      if (event.replaces)
        (event.andFuture ? future : single).set(instantOf(event.replaces, event, window), event);
      else {
        master = event;
        place = at;
      }
    }
    const later = Array.from(future, ([from, event]) => ({ from, event })).sort((a, b) => a.from - b.from);
    return { ...(master && { master }), place, single, future: later };
  });
}

/** Most events are not changed one by one. */
function alone(master: CalendarEvent, place: number): Series {
  return { master, place, single: NO_CHANGES, future: [] };
}

const NO_CHANGES: Series["single"] = new Map();

function expandSeries(
  { master, single, future }: Series,
  window: OccurrenceWindow,
  most: number,
  shared: Shared,
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
  let reach = 0;
  for (const { by, event } of moves) reach = Math.max(reach, Math.abs(by) + event.seconds);
  let longest = master.seconds;
  for (const seconds of lengths.values()) longest = Math.max(longest, seconds);
  const instants = startsOf(master, window, reach + longest + 2 * 86400, most + single.size, shared);
  if (!instants.ok) return instants;
  // Starts come in time order, so that the change that holds is the one before or a later one.
  let next = 0;
  for (const instant of instants.value) {
    while (next < moves.length && moves[next]!.from <= instant) next++;
    if (single.has(instant)) continue;
    const move = moves[next - 1];
    // Moved by wall time: nine o'clock stays nine o'clock when the clocks change in between.
    if (move) add(move.event, wallTime(move.zone, localTime(move.zone, instant) + move.by).instant, instant);
    else {
      const seconds = lengths.get(instant);
      add(seconds === undefined ? master : { ...master, seconds }, instant, instant);
    }
  }
  return ok(found, instants.warnings);
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
  shared: Shared,
): Result<readonly number[]> {
  const { start } = event;
  if (event.rule === undefined && !event.dates) return ok([instantOf(start, event, window)]);
  const rule = event.rule === undefined ? undefined : ruleOf(event.rule, shared);
  if (rule && !rule.ok) return rule;
  const key = `${start.form} ${start.local} ${event.zone}`;
  const refused = rule && shared.refused.get(rule.value)?.get(key);
  if (refused) return refused;
  const zone = start.form === "local" ? zoneOf(event, window) : undefined;
  const recurrence: Recurrence = {
    start,
    ...(zone && { zone }),
    ...(rule && { rule: rule.value }),
    // A start is an occurrence whatever the rule says, as calendar programs have it.
    dates: [start, ...(event.dates ?? [])],
    ...(event.except && { except: event.except }),
  };
  const expanded = expandRecurrence(recurrence, {
    from: { local: window.from - reach, form: "utc" },
    to: { local: window.to + reach, form: "utc" },
    limit: Math.max(1, most),
    effort: shared.effort,
  });
  if (!expanded.ok) {
    if (rule) {
      const known = shared.refused.get(rule.value) ?? new Map<string, Result<never>>();
      shared.refused.set(rule.value, known.set(key, expanded));
    }
    return expanded;
  }
  const { instants, local, complete } = expanded.value;
  const stopped = expanded.warnings.filter(({ code }) => code === "rule-search-too-long");
  if (!complete && stopped.length === 0) return fail(recurrenceIssue("more-occurrences"));
  return ok(start.form === "date" ? local.map((at) => wallTime(window.zone, at).instant) : instants, stopped);
}

function ruleOf(words: string, { rules }: Shared): Result<RecurrenceRule> {
  const known = rules.get(words) ?? parseRule(words);
  rules.set(words, known);
  return known;
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
