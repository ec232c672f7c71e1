import { type Model, shapeDeviation } from "./model.js";
import type { Week } from "./week.js";

/**
 * A Kempe chain: one lesson changes its period, whoever stands in its way takes the place it left, and so on until
 * nobody is in two places. All lessons of a chain go from p to q or from q to p (shifted alike where lessons are
 * longer), so that a chain keeps every student's day as it was.
 */
export class Chain {
  readonly occurrences: Int32Array;
  readonly starts: Int32Array;
  count = 0;
  /** Change of moved periods if applied. */
  moved = 0;
  /** Change of person-periods that stand in the way of blocks if applied. */
  busy = 0;
  readonly #week: Week;
  readonly #model: Model;
  readonly #mark: Int32Array;
  readonly #covers: boolean;
  readonly #fixed: Uint8Array;
  #stamp = 0;
  readonly #change: Int32Array;
  readonly #touched: number[] = [];
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  /** Change of lessons away from today's starts, by resource. */
  readonly #away: Int32Array;

  constructor(week: Week) {
    this.#week = week;
    this.#model = week.model;
    const size = week.start.length;
    this.occurrences = new Int32Array(size);
    this.starts = new Int32Array(size);
    this.#covers = this.#model.cover !== undefined;
    this.#mark = new Int32Array(size);
    this.#fixed = Uint8Array.from(this.#model.kindOf, (k) => {
      const { allowed } = this.#model.kinds[k]!;
      return allowed.reduce((sum, one) => sum + one, 0) <= 1 ? 1 : 0;
    });
    this.#change = new Int32Array(week.counts.length);
    this.#least = Float64Array.from(this.#model.limits, ({ least }) => least);
    this.#most = Float64Array.from(this.#model.limits, ({ most }) => most);
    this.#away = new Int32Array(this.#model.resources);
  }

  /** Whether an occurrence can move at all. */
  canMove(o: number): boolean {
    return this.#fixed[o] === 0 && !this.#isCovered(o);
  }

  /** A covered lesson stays where it is as long as somebody else takes it. */
  #isCovered(o: number): boolean {
    return this.#covers && this.#week.coverOf[o]! >= 0;
  }

  /**
   * Finds the chain that brings an occurrence to a period; false where a pinned lesson, a student's day, a daily
   * limit or more than `most` lessons stand against it. The week is not changed.
   */
  find(first: number, to: number, most: number): boolean {
    const week = this.#week;
    const model = this.#model;
    const { periods, dayOf, kinds, kindOf } = model;
    const { at, layers, need, start } = week;
    const from = start[first]!;
    const shift = to - from;
    if (shift === 0 || !this.canMove(first)) return false;
    const stamp = ++this.#stamp;
    let low = 0;
    let high = kinds[kindOf[first]!]!.duration;
    const reach = Math.abs(shift);
    this.count = 0;
    this.moved = 0;
    this.busy = 0;
    this.#push(first, to, stamp);
    for (let i = 0; i < this.count; i++) {
      const o = this.occurrences[i]!;
      const kind = kinds[kindOf[o]!]!;
      const next = this.starts[i]!;
      const old = start[o]!;
      if (next < 0 || next >= periods || !kind.allowed[next]) return false;
      const going = next - old === shift;
      const low2 = going ? old - from : old - to;
      if (low2 < low) low = low2;
      if (low2 + kind.duration > high) high = low2 + kind.duration;
      if (high - low > reach) return false;
      this.moved += kind.weight * ((kind.present[old] ? 1 : 0) - (kind.present[next] ? 1 : 0));
      const back = going ? -shift : shift;
      const resources = kind.resources;
      for (let j = 0; j < resources.length; j++) {
        const row = resources[j]! * periods;
        for (let d = 0; d < kind.duration; d++) {
          this.busy += need[row + next + d]! - need[row + old + d]!;
          const cell = (row + next + d) * layers;
          for (let layer = 0; layer < layers; layer++) {
            const other = at[cell + layer]!;
            if (other === -1) break;
            if (this.#mark[other] === stamp) continue;
            if (this.#fixed[other] || this.count >= most || this.#isCovered(other)) return false;
            this.#push(other, start[other]! + back, stamp);
          }
        }
      }
    }
    if (low !== 0 || high !== kinds[kindOf[first]!]!.duration) {
      if (from + low < 0 || to + low < 0 || from + high > periods || to + high > periods) return false;
      if (dayOf[from + low] !== dayOf[from + high - 1] || dayOf[to + low] !== dayOf[to + high - 1])
        return false;
    }
    if (layers > 1 && !this.#capacityHolds()) return false;
    return this.#limitsHold() && (this.#model.shapes.size === 0 || this.#shapesHold());
  }

  /** Change of the people whose week is not as today if applied. */
  touched(): number {
    const { kinds, kindOf, people } = this.#model;
    const { start, awayOf } = this.#week;
    const change = this.#away;
    const seen: number[] = [];
    for (let i = 0; i < this.count; i++) {
      const o = this.occurrences[i]!;
      const { present, resources } = kinds[kindOf[o]!]!;
      const more = present[start[o]!]! - present[this.starts[i]!]!;
      if (more === 0) continue;
      for (const r of resources) {
        if (!people[r]) continue;
        change[r]! += more;
        seen.push(r);
      }
    }
    let sum = 0;
    for (const r of seen) {
      const after = awayOf[r]! + change[r]!;
      if (change[r] !== 0) sum += (after > 0 ? 1 : 0) - (awayOf[r]! > 0 ? 1 : 0);
      change[r] = 0;
    }
    return sum;
  }

  /** Carries the chain out. */
  apply(): void {
    this.#week.place(this.occurrences, this.starts, this.count);
  }

  #push(o: number, to: number, stamp: number): void {
    this.#mark[o] = stamp;
    this.occurrences[this.count] = o;
    this.starts[this.count++] = to;
  }

  /** Only where somebody is in two places today: nobody may get more of that. */
  #capacityHolds(): boolean {
    const { kinds, kindOf, periods, capacity } = this.#model;
    const { at, layers, start } = this.#week;
    const change = new Map<number, number>();
    for (let i = 0; i < this.count; i++) {
      const o = this.occurrences[i]!;
      const kind = kinds[kindOf[o]!]!;
      for (const r of kind.resources) {
        for (let d = 0; d < kind.duration; d++) {
          const on = r * periods + this.starts[i]! + d;
          const off = r * periods + start[o]! + d;
          change.set(on, (change.get(on) ?? 0) + 1);
          change.set(off, (change.get(off) ?? 0) - 1);
        }
      }
    }
    for (const [cell, add] of change) {
      if (add <= 0) continue;
      let now = 0;
      while (now < layers && at[cell * layers + now] !== -1) now++;
      if (now + add > capacity[cell]!) return false;
    }
    return true;
  }

  #limitsHold(): boolean {
    const { kinds, kindOf } = this.#model;
    const { start, counts } = this.#week;
    const change = this.#change;
    const touched = this.#touched;
    touched.length = 0;
    for (let i = 0; i < this.count; i++) {
      const o = this.occurrences[i]!;
      const { effects } = kinds[kindOf[o]!]!;
      const off = effects[start[o]!]!;
      if (off === effects[this.starts[i]!]) continue;
      for (let j = 0; j < off.length; j += 2) {
        change[off[j]!]! -= off[j + 1]!;
        touched.push(off[j]!);
      }
      const on = effects[this.starts[i]!]!;
      for (let j = 0; j < on.length; j += 2) {
        change[on[j]!]! += on[j + 1]!;
        touched.push(on[j]!);
      }
    }
    let holds = true;
    for (const l of touched) {
      const add = change[l]!;
      change[l] = 0;
      if (add === 0) continue;
      const next = counts[l]! + add;
      if (next > this.#most[l]! || next < this.#least[l]!) holds = false;
    }
    return holds;
  }

  #isOwn(resource: number, o: number): boolean {
    const { cover } = this.#model;
    const option = cover ? this.#week.coverOf[o]! : -1;
    return option < 0 || cover!.options[option]!.by !== resource;
  }

  /** Whether everybody with a rule about idle periods or busy days keeps it as well as today. */
  #shapesHold(): boolean {
    const { kinds, kindOf, periods, shapes } = this.#model;
    const { at, layers, start } = this.#week;
    const seen = new Map<number, Int32Array>();
    for (let i = 0; i < this.count; i++) {
      const o = this.occurrences[i]!;
      const { resources, duration } = kinds[kindOf[o]!]!;
      for (const r of resources) {
        if (!shapes.has(r)) continue;
        let change = seen.get(r);
        if (!change) {
          change = new Int32Array(periods);
          seen.set(r, change);
        }
        for (let d = 0; d < duration; d++) {
          change[start[o]! + d]!--;
          change[this.starts[i]! + d]!++;
        }
      }
    }
    for (const [r, change] of seen) {
      const busy = (p: number) => {
        let now = change[p]!;
        for (let layer = 0; layer < layers && at[(r * periods + p) * layers + layer] !== -1; layer++) {
          // What somebody takes for another is not in the timetable, and fills no gap of it.
          if (this.#isOwn(r, at[(r * periods + p) * layers + layer]!)) now++;
        }
        return now > 0;
      };
      for (const rule of shapes.get(r)!) if (shapeDeviation(rule, busy) > rule.today) return false;
    }
    return true;
  }
}
