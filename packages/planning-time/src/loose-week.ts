import type { Snapshot } from "./anneal.js";
import { impliedBy } from "./cliques.js";
import { fitsDay, type Kind, type Model, type ModelTeam } from "./model.js";
import type { Random } from "./random.js";

/** How long a place stays closed to what has just left it, and by how much that varies. */
const RETURN = 8;
/** Of what breaks a count only so much is looked at. */
const LOOKED_AT = 6;
/** What leaving today's periods costs, where being in two places costs 1: it decides between equals. */
const AWAY = 0.3;
const NOTHING = new Int32Array(0);

/**
 * A week in which people may be in two places, and counts may be broken, for a while. Lessons and blocks alike are moved
 * one by one, where they break least; what goes on being broken weighs more and more (breakout local search), so that
 * the search leaves every dead end. Reaches weeks between which no chain of lessons leads, for every week on such a
 * chain is whole: long lessons, and those of a whole year at once, allow few of them.
 */
export class LooseWeek {
  /** Start of each lesson, then of each block; -1 is a block that is not there. */
  readonly start: Int32Array;
  /** Periods in which each may start. */
  readonly starts: readonly Int32Array[];
  /** How many lessons there are: blocks come after them. */
  readonly lessons: number;
  readonly blockTeam: readonly number[];
  readonly #periods: number;
  readonly #random: Random;
  readonly #resources: Int32Array[];
  readonly #durations: Int32Array;
  readonly #effects: (readonly Int32Array[])[];
  /** Where a lesson of the kind stands today; none for blocks, which may stand anywhere. */
  readonly #present: (Uint8Array | undefined)[];
  readonly #capacity: Uint8Array;
  readonly #used: Int32Array;
  /** Who is in each cell, by resource × periods + period. */
  readonly #at: number[][];
  readonly #counts: Int32Array;
  readonly #least: readonly number[];
  readonly #most: readonly number[];
  /** Lessons and blocks that count for a limit. */
  readonly #counted: number[][];
  /** What it costs to break each rule: cells first, then limits. */
  readonly #weights: Int32Array;
  /** Rules that are broken, in no order, with each one's place in the list. */
  readonly #broken: number[] = [];
  readonly #place: Int32Array;
  /** Until which move a lesson or block may not return to a start. */
  readonly #closed: Int32Array;
  #moves = 0;

  constructor(model: Model, random: Random) {
    const { periods, days, dayOf, kinds, kindOf, teams } = model;
    this.#periods = periods;
    this.#random = random;
    this.lessons = kindOf.length;
    this.blockTeam = teams.flatMap(({ blocks }, g) => new Array<number>(blocks).fill(g));
    const inTeams = [...new Set(teams.flatMap(({ members }) => [...members]))];
    const perDay = model.limits.length;
    const perPerson = perDay + teams.length * days;
    this.#least = [...model.limits.map(({ least }) => least), ...new Array(perPerson - perDay).fill(0)];
    this.#most = [
      ...model.limits.map(({ most }) => most),
      ...new Array<number>(perPerson - perDay).fill(model.blocksPerDay),
      ...inTeams.map((t) => model.blockRoom[t]!),
    ];
    const blockEffects = teams.map(({ members }, g) => {
      const persons = [...members].flatMap((t) => [perPerson + inTeams.indexOf(t), 1]);
      return [...dayOf].map((day) => Int32Array.from([perDay + g * days + day, 1, ...persons]));
    });
    const ofLessons = [...kindOf].map((k) => kinds[k]!);
    const ofBlocks = this.blockTeam.map((g) => teams[g]!);
    const counts = deciding(model);
    const resources = new Map([...kinds, ...teams].map((one) => [one, resourcesOf(one).filter(counts)]));
    this.#resources = [...ofLessons, ...ofBlocks].map((one) => resources.get(one)!);
    this.#durations = Int32Array.from([...ofLessons.map((kind) => kind.duration), ...ofBlocks.map(() => 1)]);
    this.#effects = [
      ...ofLessons.map((kind) => kind.effects),
      ...this.blockTeam.map((g) => blockEffects[g]!),
    ];
    this.#present = [...ofLessons.map((kind) => kind.present), ...ofBlocks.map(() => undefined)];
    this.starts = [...ofLessons, ...ofBlocks].map(({ allowed }, e) =>
      Int32Array.from(allowed.keys()).filter((p) => allowed[p] && fitsDay(dayOf, p, this.#durations[e]!)),
    );
    const cells = model.capacity.length;
    this.#capacity = model.capacity;
    this.#used = new Int32Array(cells);
    this.#at = Array.from({ length: cells }, () => []);
    this.#counts = new Int32Array(this.#most.length);
    this.#counted = this.#most.map(() => []);
    this.#effects.forEach((effects, e) => {
      const limits = new Set(effects.flatMap((effect) => [...effect].filter((_, i) => i % 2 === 0)));
      for (const l of limits) this.#counted[l]!.push(e);
    });
    this.#weights = new Int32Array(cells + this.#most.length).fill(1);
    this.#place = new Int32Array(this.#weights.length).fill(-1);
    this.#closed = new Int32Array(this.starts.length * periods);
    this.start = new Int32Array(this.starts.length).fill(-1);
    this.#least.forEach((_, l) => {
      this.#checkLimit(l);
    });
    model.today.forEach((p, o) => {
      this.put(o, p);
    });
  }

  /** Whether every rule is kept that a sum can say. */
  get isWhole(): boolean {
    return this.#broken.length === 0;
  }

  /** Goes to a week, and forgets what weighed how much. */
  set({ start, block }: Pick<Snapshot, "start" | "block">): void {
    const to = Int32Array.from([...start, ...block]);
    const changed = [...to.keys()].filter((e) => to[e] !== this.start[e]);
    for (const e of changed) if (this.start[e]! >= 0) this.take(e);
    for (const e of changed) if (to[e]! >= 0) this.put(e, to[e]!);
    this.#weights.fill(1);
    this.#closed.fill(0);
    this.#moves = 0;
  }

  /** Puts a lesson or block in at a period. */
  put(e: number, p: number): void {
    this.start[e] = p;
    for (const r of this.#resources[e]!) {
      for (let i = 0; i < this.#durations[e]!; i++) {
        const cell = r * this.#periods + p + i;
        this.#at[cell]!.push(e);
        this.#used[cell]! += this.#size(e, cell);
        this.#check(cell, this.#used[cell]! > this.#capacity[cell]!);
      }
    }
    this.#count(this.#effects[e]![p]!, 1);
  }

  /** Takes a lesson or block out. */
  take(e: number): void {
    const p = this.start[e]!;
    this.start[e] = -1;
    for (const r of this.#resources[e]!) {
      for (let i = 0; i < this.#durations[e]!; i++) {
        const cell = r * this.#periods + p + i;
        const here = this.#at[cell]!;
        here[here.indexOf(e)] = here[here.length - 1]!;
        here.pop();
        this.#used[cell]! -= this.#size(e, cell);
        this.#check(cell, this.#used[cell]! > this.#capacity[cell]!);
      }
    }
    this.#count(this.#effects[e]![p]!, -1);
  }

  /** What a lesson or block that is out would break at a period, by what each rule weighs. */
  price(e: number, p: number): number {
    const resources = this.#resources[e]!;
    const duration = this.#durations[e]!;
    const isBlock = e >= this.lessons;
    let sum = 0;
    for (let j = 0; j < resources.length; j++) {
      const first = resources[j]! * this.#periods + p;
      for (let cell = first; cell < first + duration; cell++)
        if (this.#used[cell]! >= (isBlock ? 1 : this.#capacity[cell]!)) sum += this.#weights[cell]!;
    }
    const effects = this.#effects[e]![p] ?? NOTHING;
    for (let i = 0; i < effects.length; i += 2) {
      const l = effects[i]!;
      const now = this.#counts[l]!;
      const more = this.#excess(l, now + effects[i + 1]!) - this.#excess(l, now);
      if (more !== 0) sum += more * this.#weights[this.#capacity.length + l]!;
    }
    return sum;
  }

  /** Moves something out of a broken rule to where it breaks least; where that is no gain, what is broken weighs more. */
  move(): void {
    this.#moves++;
    const random = this.#random;
    let best = Infinity;
    let what = -1;
    let to = -1;
    let equals = 0;
    for (const e of this.#involved(this.#broken[random.below(this.#broken.length)]!)) {
      const from = this.start[e]!;
      if (this.starts[e]!.length < 2) continue;
      this.take(e);
      const stay = this.#dislike(e, from);
      for (const p of this.starts[e]!) {
        if (p === from || this.#closed[e * this.#periods + p]! > this.#moves) continue;
        const gain = this.#dislike(e, p) - stay;
        if (gain > best || (gain === best && random.below(++equals) > 0)) continue;
        if (gain < best) equals = 1;
        best = gain;
        what = e;
        to = p;
      }
      this.put(e, from);
    }
    if (best >= -AWAY) for (const rule of this.#broken) this.#weights[rule]!++;
    if (what < 0) return;
    this.#closed[what * this.#periods + this.start[what]!] = this.#moves + RETURN + random.below(RETURN);
    this.take(what);
    this.put(what, to);
  }

  #dislike(e: number, p: number): number {
    return this.price(e, p) + (this.#present[e]?.[p] === 0 ? AWAY : 0);
  }

  /** Who can mend a rule by moving. */
  #involved(rule: number): readonly number[] {
    const cells = this.#capacity.length;
    if (rule < cells) return [...this.#at[rule]!];
    const l = rule - cells;
    const over = this.#counts[l]! > this.#most[l]!;
    const able = this.#counted[l]!.filter((e) => {
      const p = this.start[e]!;
      return p >= 0 && over === this.#effects[e]![p]!.some((limit, i) => i % 2 === 0 && limit === l);
    });
    if (able.length <= LOOKED_AT) return able;
    return Array.from({ length: LOOKED_AT }, () => able[this.#random.below(able.length)]!);
  }

  /** A block takes the whole of a member's period, however many lessons he has there today. */
  #size(e: number, cell: number): number {
    return e < this.lessons ? 1 : this.#capacity[cell]!;
  }

  #excess(l: number, count: number): number {
    return Math.max(0, count - this.#most[l]!, (this.#least[l] ?? 0) - count);
  }

  #count(effects: Int32Array, sign: 1 | -1): void {
    for (let i = 0; i < effects.length; i += 2) {
      this.#counts[effects[i]!]! += sign * effects[i + 1]!;
      this.#checkLimit(effects[i]!);
    }
  }

  #checkLimit(l: number): void {
    this.#check(this.#capacity.length + l, this.#excess(l, this.#counts[l]!) > 0);
  }

  #check(rule: number, isBroken: boolean): void {
    const place = this.#place[rule]!;
    if (isBroken === place >= 0) return;
    if (isBroken) {
      this.#place[rule] = this.#broken.push(rule) - 1;
      return;
    }
    const last = this.#broken.pop()!;
    this.#place[rule] = -1;
    if (last === rule) return;
    this.#broken[place] = last;
    this.#place[last] = place;
  }
}

const resourcesOf = (one: Kind | ModelTeam) => ("members" in one ? one.members : one.resources);

/** Leaves out who is in two places only where somebody else is too, since all their lessons and blocks are his. */
function deciding(model: Model): (r: number) => boolean {
  const { periods, capacity } = model;
  const teamsOf = new Map<number, number[]>();
  model.teams.forEach(({ members }, g) => {
    for (const t of members) teamsOf.set(t, [...(teamsOf.get(t) ?? []), g]);
  });
  const implied = impliedBy(model, teamsOf);
  const most = (r: number) => capacity.subarray(r * periods, (r + 1) * periods);
  return (r) => {
    const other = implied[r]!;
    return other < 0 || most(other).some((count, p) => count > Math.max(1, most(r)[p]!));
  };
}
