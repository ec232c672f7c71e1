import { uncovered } from "./cover-model.js";
import type { Model } from "./model.js";
import { shareMissing, type Terms } from "./objective.js";

/**
 * A week in the making: where each occurrence starts, who is busy when, and what the blocks need.
 * Every change goes through {@link Week.place}, so that the tables always agree.
 */
export class Week implements Terms {
  readonly model: Model;
  /** Period in which each occurrence starts. */
  readonly start: Int32Array;
  /** Occurrences of a resource in a period, by (resource × periods + period) × layers + layer; -1 is none. */
  readonly at: Int32Array;
  /** Layers: the most lessons anybody has at once today. */
  readonly layers: number;
  /** Blocks that need a person free, by resource × periods + period. */
  readonly need: Uint8Array;
  /** What each limit counts. */
  readonly counts: Int32Array;
  /** Periods a block of each team occupies; -1 is a block given up. By {@link Week.firstBlock}. */
  readonly block: Int32Array;
  readonly blockTeam: Int32Array;
  readonly firstBlock: Int32Array;
  /** Blocks that each resource is in and periods that he covers, less those that others cover for him. */
  readonly blocksOf: Int32Array;
  /** Person-periods that a block needs free and that are taught, and blocks beyond what a person can give. */
  busy = 0;
  missing = 0;
  moved = 0;
  touched = 0;
  unpopular = 0;
  cover = 0;
  /** How unevenly teams lack blocks: the squares of what each lacks, over what it wants. */
  uneven = 0;
  /** Blocks given up, by team. */
  readonly missingOf: Int32Array;
  /** Lessons away from today's starts, and lessons covered by or for him, by resource. */
  readonly awayOf: Int32Array;
  /** Occurrences away from today's starts, in no order, with each one's place in the list. */
  readonly away: Int32Array;
  awayCount = 0;
  readonly #awayIndex: Int32Array;
  /** Option by which each occurrence is covered; -1 is none. Empty where nobody covers. */
  readonly coverOf: Int32Array;
  /** Covered occurrences, in no order. */
  readonly coveredLessons: number[] = [];
  /** Lessons of a resource in a period that somebody else takes, by resource × periods + period. */
  readonly #excused: Uint8Array;

  constructor(model: Model) {
    this.model = model;
    const { periods, resources } = model;
    this.start = model.today.slice();
    this.layers = Math.max(
      1,
      model.capacity.reduce((most, count) => Math.max(most, count), 1),
    );
    this.at = new Int32Array(resources * periods * this.layers).fill(-1);
    this.blocksOf = new Int32Array(resources);
    this.awayOf = new Int32Array(resources);
    this.missingOf = Int32Array.from(model.teams, (team) => team.blocks);
    this.need = new Uint8Array(resources * periods);
    this.counts = new Int32Array(model.limits.length);
    const blocks = model.teams.reduce((sum, team) => sum + team.blocks, 0);
    this.block = new Int32Array(blocks).fill(-1);
    this.blockTeam = new Int32Array(blocks);
    this.firstBlock = new Int32Array(model.teams.length + 1);
    let next = 0;
    model.teams.forEach((team, g) => {
      this.firstBlock[g] = next;
      for (let i = 0; i < team.blocks; i++) this.blockTeam[next++] = g;
    });
    this.firstBlock[model.teams.length] = next;
    this.missing = blocks;
    this.uneven = blocks;
    this.away = new Int32Array(this.start.length);
    this.#awayIndex = new Int32Array(this.start.length).fill(-1);
    this.coverOf = uncovered(model);
    this.#excused = new Uint8Array(model.cover ? resources * periods : 0);
    for (let o = 0; o < this.start.length; o++) this.#enter(o, this.start[o]!);
  }

  get fairness(): number {
    if (this.missing === 0) return 0;
    let worst = 0;
    for (let g = 0; g < this.missingOf.length; g++)
      worst = Math.max(worst, shareMissing(this.missingOf[g]!, this.model.teams[g]!.blocks));
    return worst;
  }

  /** Whether an occurrence of a resource stands here that is not the one named; its index or -1. */
  occupant(resource: number, period: number, layer: number): number {
    return this.at[(resource * this.model.periods + period) * this.layers + layer]!;
  }

  isFree(resource: number, period: number): boolean {
    return this.at[(resource * this.model.periods + period) * this.layers] === -1;
  }

  /** Takes several occurrences out and puts them in at new starts. */
  place(occurrences: Int32Array, starts: Int32Array, count: number): void {
    for (let i = 0; i < count; i++) this.#leave(occurrences[i]!);
    for (let i = 0; i < count; i++) {
      this.start[occurrences[i]!] = starts[i]!;
      this.#enter(occurrences[i]!, starts[i]!);
    }
  }

  /** Takes over another week of the same school. */
  set(start: Int32Array, block: Int32Array, coverOf: Int32Array): void {
    for (let b = 0; b < block.length; b++) if (this.block[b] !== block[b]) this.setBlock(b, -1);
    for (const o of [...this.coveredLessons])
      if (this.coverOf[o] !== coverOf[o] || this.start[o] !== start[o]) this.setCover(o, -1);
    const changed: number[] = [];
    for (let o = 0; o < start.length; o++) if (this.start[o] !== start[o]) changed.push(o);
    this.place(
      Int32Array.from(changed),
      Int32Array.from(changed, (o) => start[o]!),
      changed.length,
    );
    for (let o = 0; o < coverOf.length; o++)
      if (this.coverOf[o] !== coverOf[o]) this.setCover(o, coverOf[o]!);
    for (let b = 0; b < block.length; b++) if (this.block[b] !== block[b]) this.setBlock(b, block[b]!);
  }

  /** Moves a block to a period, or gives it up with -1. */
  setBlock(b: number, period: number): void {
    if (this.block[b] === -1 && period === -1) return;
    const { teams, periods, unpopular } = this.model;
    const team = this.blockTeam[b]!;
    const { members } = teams[team]!;
    const old = this.block[b]!;
    if (old >= 0) {
      for (const t of members) {
        this.need[t * periods + old]!--;
        this.#giveRoom(t, -1);
        this.busy -= this.#countAt(t, old);
      }
      this.unpopular -= unpopular[old]!;
    } else {
      this.#lack(team, -1);
    }
    this.block[b] = period;
    if (period >= 0) {
      for (const t of members) {
        this.need[t * periods + period]!++;
        this.#giveRoom(t, 1);
        this.busy += this.#countAt(t, period);
      }
      this.unpopular += unpopular[period]!;
    } else {
      this.#lack(team, 1);
    }
  }

  /** Gives a lesson another teacher for a member, by an option; -1 takes him back. The lesson stays where it stands. */
  setCover(o: number, option: number): void {
    const { model, need, at, layers } = this;
    const old = this.coverOf[o]!;
    const { duration } = model.kinds[model.kindOf[o]!]!;
    for (const [now, sign] of [
      [old, -1],
      [option, 1],
    ] as const) {
      if (now < 0) continue;
      const { member, by, effects } = model.cover!.options[now]!;
      for (let i = 0; i < duration; i++) {
        const place = this.start[o]! + i;
        this.#excused[member * model.periods + place]! += sign;
        this.busy -= sign * need[member * model.periods + place]!;
        // Whoever covers has nothing else in that period.
        at[(by * model.periods + place) * layers] = sign > 0 ? o : -1;
        this.busy += sign * need[by * model.periods + place]!;
      }
      for (const person of [member, by]) {
        this.#giveRoom(person, person === by ? sign * duration : -sign * duration);
        this.awayOf[person]! += sign;
        if (this.awayOf[person] === (sign > 0 ? 1 : 0)) this.touched += sign;
      }
      for (let i = 0; i < effects.length; i += 2) this.counts[effects[i]!]! += sign * effects[i + 1]!;
      this.cover += sign * duration;
    }
    this.coverOf[o] = option;
    if (old < 0 && option >= 0) this.coveredLessons.push(o);
    else if (old >= 0 && option < 0) this.coveredLessons.splice(this.coveredLessons.indexOf(o), 1);
  }

  /** Whether a person's lesson in a period is taken by somebody else. */
  isExcused(person: number, period: number): boolean {
    return this.#excused.length > 0 && this.#excused[person * this.model.periods + period]! > 0;
  }

  /** Whether the member whose lesson somebody takes has no block meanwhile. */
  isIdleCover(o: number): boolean {
    const { model, need } = this;
    const { member } = model.cover!.options[this.coverOf[o]!]!;
    const { duration } = model.kinds[model.kindOf[o]!]!;
    for (let i = 0; i < duration; i++)
      if (need[member * model.periods + this.start[o]! + i]! > 0) return false;
    return true;
  }

  /** Person-periods taught where the block stands, and members whose blocks are too many. */
  busyIn(b: number): number {
    const period = this.block[b]!;
    if (period < 0) return 0;
    let sum = 0;
    for (const t of this.model.teams[this.blockTeam[b]!]!.members) {
      sum += this.#countAt(t, period);
      if (this.blocksOf[t]! > this.model.blockRoom[t]!) sum++;
    }
    return sum;
  }

  #lack(team: number, more: 1 | -1): void {
    const before = this.missingOf[team]!;
    const after = before + more;
    this.missingOf[team] = after;
    this.missing += more;
    this.uneven += (after ** 2 - before ** 2) / this.model.teams[team]!.blocks;
  }

  /** Periods beside his lessons that a person is in for others: blocks, and lessons that he takes. */
  #giveRoom(resource: number, change: number): void {
    const most = this.model.blockRoom[resource]!;
    const before = this.blocksOf[resource]!;
    this.blocksOf[resource] = before + change;
    this.busy += Math.max(0, before + change - most) - Math.max(0, before - most);
  }

  #countAt(resource: number, period: number): number {
    let count = 0;
    const from = (resource * this.model.periods + period) * this.layers;
    while (count < this.layers && this.at[from + count] !== -1) count++;
    return this.model.cover ? count - this.#excused[resource * this.model.periods + period]! : count;
  }

  #leave(o: number): void {
    const { model, at, layers, need } = this;
    const kind = model.kinds[model.kindOf[o]!]!;
    const p = this.start[o]!;
    for (const r of kind.resources) {
      for (let i = 0; i < kind.duration; i++) {
        const cell = r * model.periods + p + i;
        let layer = cell * layers;
        while (at[layer] !== o) layer++;
        const end = cell * layers + layers;
        while (layer + 1 < end && at[layer + 1] !== -1) at[layer] = at[++layer]!;
        at[layer] = -1;
        this.busy -= need[cell]!;
      }
    }
    const effects = kind.effects[p]!;
    for (let i = 0; i < effects.length; i += 2) this.counts[effects[i]!]! -= effects[i + 1]!;
    if (!kind.present[p]) {
      this.moved -= kind.weight;
      for (const r of kind.resources) if (--this.awayOf[r]! === 0) this.touched -= model.people[r]!;
      const place = this.#awayIndex[o]!;
      const last = this.away[--this.awayCount]!;
      this.away[place] = last;
      this.#awayIndex[last] = place;
      this.#awayIndex[o] = -1;
    }
  }

  #enter(o: number, p: number): void {
    const { model, at, layers, need } = this;
    const kind = model.kinds[model.kindOf[o]!]!;
    for (const r of kind.resources) {
      for (let i = 0; i < kind.duration; i++) {
        const cell = r * model.periods + p + i;
        let layer = cell * layers;
        while (at[layer] !== -1) layer++;
        if (layer >= cell * layers + layers) throw new Error("two lessons in one place");
        at[layer] = o;
        this.busy += need[cell]!;
      }
    }
    const effects = kind.effects[p]!;
    for (let i = 0; i < effects.length; i += 2) this.counts[effects[i]!]! += effects[i + 1]!;
    if (!kind.present[p]) {
      this.moved += kind.weight;
      for (const r of kind.resources) if (this.awayOf[r]!++ === 0) this.touched += model.people[r]!;
      this.#awayIndex[o] = this.awayCount;
      this.away[this.awayCount++] = o;
    }
  }
}
