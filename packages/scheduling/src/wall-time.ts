import type { Zone, ZoneSpan } from "./zone.js";

/** What a wall time means in a zone. */
export type WallTime =
  | { readonly kind: "unique"; readonly instant: number }
  /** The clocks were moved forward over it; `instant` uses the offset before the gap (RFC 5545, 3.3.5). */
  | { readonly kind: "gap"; readonly instant: number }
  /** It occurs twice. */
  | { readonly kind: "overlap"; readonly instant: number; readonly second: number };

/** What to do with a wall time that does not exist. */
export type GapDecision = "skip" | "shift";
/** Which of two equal wall times is meant. */
export type OverlapDecision = "first" | "second";

/**
 * The instant of a wall time, with gaps and overlaps told apart.
 * `local` is the wall time's seconds since 1970-01-01T00:00:00 read as if it were UTC. Exact as long as two changes
 * of the clocks are at least two days apart, which holds for every zone since 1950.
 */
export function wallTime(zone: Zone, local: number): WallTime {
  const before = zone.spanAt(local - 86400).offset;
  const after = zone.spanAt(local + 86400).offset;
  const early = local - before;
  if (before === after && zone.spanAt(early).offset === before) return { kind: "unique", instant: early };
  const late = local - after;
  const earlyFits = zone.spanAt(early).offset === before;
  const lateFits = zone.spanAt(late).offset === after;
  if (earlyFits && lateFits) return { kind: "overlap", instant: early, second: late };
  if (earlyFits) return { kind: "unique", instant: early };
  if (lateFits) return { kind: "unique", instant: late };
  return { kind: "gap", instant: early };
}

/** The wall time of an instant, both in seconds. */
export function localTime(zone: Zone, instant: number): number {
  return instant + zone.spanAt(instant).offset;
}

/** Wall times between two changes of the clocks: from `first` to before `end` the instant is the wall time less `offset`. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly offset: number;
  /** Instant at which the offset ends. */
  readonly next: number;
  /** The stretch behind it, once it was looked for. */
  following: Stretch | undefined;
}

/** Converts wall times that come in time order. */
export interface WallTimeReader {
  /** The instant of a wall time; `NaN` for one that is skipped. */
  read(local: number): number;
  /** The stretch that holds a wall time; none where the clocks leave it out or repeat it. */
  stretchAt(local: number): Stretch | undefined;
}

/** A converter for many wall times: two comparisons each while they stay between two changes of the clocks. */
export function wallTimeReader(zone: Zone, gap: GapDecision, overlap: OverlapDecision): WallTimeReader {
  return new ZoneReader(zone, gap, overlap);
}

const NOWHERE: Stretch = { first: 1, end: 0, offset: 0, next: 0, following: undefined };
/** A zone's stretches that were worked out, each by the instant at which it begins, and the one used last. */
interface Kept {
  readonly stretches: Map<number, Stretch>;
  recent: Stretch;
}
const keptByZone = new WeakMap<Zone, Kept>();

// A class and not a closure: one is made for every expansion.
class ZoneReader implements WallTimeReader {
  private stretch: Stretch;
  private readonly zone: Zone;
  private readonly gap: GapDecision;
  private readonly overlap: OverlapDecision;
  private readonly kept: Kept;

  constructor(zone: Zone, gap: GapDecision, overlap: OverlapDecision) {
    this.zone = zone;
    this.gap = gap;
    this.overlap = overlap;
    let kept = keptByZone.get(zone);
    if (!kept) {
      kept = { stretches: new Map(), recent: NOWHERE };
      keptByZone.set(zone, kept);
    }
    this.kept = kept;
    this.stretch = kept.recent;
  }

  read(local: number): number {
    const stretch = this.stretchAt(local);
    if (stretch) return local - stretch.offset;
    const meaning = wallTime(this.zone, local);
    if (meaning.kind === "gap") return this.gap === "skip" ? Number.NaN : meaning.instant;
    return meaning.kind === "overlap" && this.overlap === "second" ? meaning.second : meaning.instant;
  }

  stretchAt(local: number): Stretch | undefined {
    let { stretch } = this;
    if (local >= stretch.end && stretch.following) stretch = stretch.following;
    if (local < stretch.first || local >= stretch.end) stretch = this.lookFor(local);
    this.stretch = stretch;
    return local >= stretch.first && local < stretch.end ? stretch : undefined;
  }

  /** The stretch around a wall time, or the one beside a change of the clocks. */
  private lookFor(local: number): Stretch {
    const { zone, stretch } = this;
    if (local >= stretch.end && stretch.end > stretch.first) {
      stretch.following ??= this.stretchFrom(zone.spanAt(stretch.next), stretch.offset);
      if (local >= stretch.following.first && local < stretch.following.end) return stretch.following;
    }
    const span = zone.spanAt(wallTime(zone, local).instant);
    const found = this.stretchFrom(span, zone.spanAt(span.from - 1).offset);
    this.kept.recent = found;
    return found;
  }

  private stretchFrom(span: ZoneSpan, before: number): Stretch {
    const known = this.kept.stretches.get(span.from);
    if (known) return known;
    const made = stretchOf(this.zone, span, before);
    this.kept.stretches.set(span.from, made);
    return made;
  }
}

/** The stretch that begins with a span, with as many spans behind it as have the same offset. */
function stretchOf(zone: Zone, span: ZoneSpan, before: number): Stretch {
  const { offset } = span;
  let { to } = span;
  let after = zone.spanAt(to);
  while (after.offset === offset && after.to < Number.POSITIVE_INFINITY && to - span.from < TWO_YEARS) {
    to = after.to;
    after = zone.spanAt(to);
  }
  return {
    first: span.from + Math.max(before, offset),
    end: to + Math.min(offset, after.offset),
    offset,
    next: to,
    following: undefined,
  };
}

const EVERYWHERE: Stretch = {
  first: Number.NEGATIVE_INFINITY,
  end: Number.POSITIVE_INFINITY,
  offset: 0,
  next: Number.POSITIVE_INFINITY,
  following: undefined,
};

/** A converter for wall times that float: each is its own instant. */
export const FLOATING: WallTimeReader = { read: (local) => local, stretchAt: () => EVERYWHERE };

/** A stretch is read no further ahead, since every year of a zone costs a hundred questions once. */
const TWO_YEARS = 2 * 366 * 86400;
