import type { Moment } from "./moment.js";
import { localTime, type WallTimeReader } from "./wall-time.js";
import type { Zone } from "./zone.js";

const DAY = 86400;

/** What is left out of a recurrence (EXDATE): starts at one instant, and whole days with all that starts on them. */
export class Exceptions {
  /** As they were given. */
  readonly moments: readonly Moment[];
  private readonly reader: WallTimeReader;
  private readonly zone: Zone | undefined;
  private readonly wholeDays: boolean;
  private known: { readonly instants: ReadonlySet<number>; readonly days: ReadonlySet<number> } | undefined;

  /** `reader` gives the meaning of wall times; where the start is a whole day, everything leaves out whole days. */
  constructor(
    moments: readonly Moment[],
    reader: WallTimeReader,
    zone: Zone | undefined,
    wholeDays: boolean,
  ) {
    this.moments = moments;
    this.reader = reader;
    this.zone = zone;
    this.wholeDays = wholeDays;
  }

  /** Whether a start at an instant is left out. */
  has(instant: number): boolean {
    if (this.moments.length === 0) return false;
    const { instants, days } = this.sets();
    return instants.has(instant) || (days.size > 0 && days.has(Math.floor(this.localOf(instant) / DAY)));
  }

  /** The same as wall times, ascending, none of them one that the clocks leave out or that means another instant. */
  inWallTime(): Moment[] {
    const { instants, days } = this.sets();
    const found: Moment[] = Array.from(days, (day) => ({ local: day * DAY, form: "date" }));
    for (const instant of instants) {
      const local = this.localOf(instant);
      if (!this.zone || this.reader.read(local) === instant) found.push({ local, form: "local" });
    }
    return found.sort((a, b) => a.local - b.local);
  }

  private localOf(instant: number): number {
    return this.zone ? localTime(this.zone, instant) : instant;
  }

  private sets() {
    if (this.known) return this.known;
    const instants = new Set<number>();
    const days = new Set<number>();
    for (const { local, form } of this.moments) {
      if (form === "date" || this.wholeDays) days.add(Math.floor(local / DAY));
      else instants.add(form === "local" ? this.reader.read(local) : local);
    }
    this.known = { instants, days };
    return this.known;
  }
}
