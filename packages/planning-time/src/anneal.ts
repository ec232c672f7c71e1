import { blockFits } from "./block-fits.js";
import { Chain } from "./chain.js";
import { NOBODY } from "./cover-model.js";
import { CoverMoves } from "./cover-moves.js";
import { type Landscape, landscapeOf } from "./landscape.js";
import type { Model } from "./model.js";
import { compareTerms, type Level, type Terms, termsIn } from "./objective.js";
import type { Random } from "./random.js";
import { restHolds } from "./rest-holds.js";
import { Trail } from "./trail.js";
import { Week } from "./week.js";

/** A week and its blocks at one moment of the search. */
export interface Snapshot extends Terms {
  readonly start: Int32Array;
  readonly block: Int32Array;
  /** How each occurrence is covered; absent where nobody covers. */
  readonly coverOf?: Int32Array;
}

/** Simulated annealing over Kempe chains and block positions; every week it passes through is free of clashes. */
export class Annealer {
  readonly week: Week;
  readonly chain: Chain;
  readonly #random: Random;
  readonly #today: Week;
  best: Snapshot | undefined;
  readonly landscape: Landscape;
  /** Price of a taught person-period in a block. */
  busyPrice = 7;
  readonly #levels: readonly Level[];
  readonly #trail: Trail;
  /** Absent where nobody covers. */
  readonly #covering: CoverMoves | undefined;
  #temperature = 1;
  #factor = 1;
  #dearer = 1;

  constructor(model: Model, random: Random, levels: readonly Level[]) {
    this.week = new Week(model);
    this.chain = new Chain(this.week);
    this.#today = new Week(model);
    this.#random = random;
    this.#levels = levels;
    this.landscape = landscapeOf(levels);
    this.#trail = new Trail(this.week);
    this.#covering = model.cover && new CoverMoves(this.week, this.chain, this.#trail, random);
  }

  /** Goes to another week, chain by chain, as far as today's rules and pins allow. */
  adopt(start: Int32Array, block: Int32Array, coverOf: Int32Array): void {
    const { week, chain } = this;
    for (let round = 0; round < 3; round++) {
      for (let o = 0; o < start.length; o++) {
        const to = start[o]!;
        if (week.start[o] === to || !week.model.kinds[week.model.kindOf[o]!]!.allowed[to]) continue;
        if (chain.find(o, to, 60)) chain.apply();
      }
    }
    for (let b = 0; b < block.length; b++) {
      if (block[b]! >= 0 && blockFits(week, b, block[b]!)) week.setBlock(b, block[b]!);
    }
    coverOf.forEach((option, o) => {
      if (option >= 0 && this.#covering?.fits(o, option)) week.setCover(o, option);
    });
  }

  /** Each team's blocks where fewest members teach. */
  placeBlocks(): void {
    const { week } = this;
    const { teams, periods } = week.model;
    for (let b = 0; b < week.block.length; b++) {
      if (week.block[b]! >= 0) continue;
      let best = -1;
      let least = Infinity;
      for (let p = 0; p < periods; p++) {
        if (!blockFits(week, b, p)) continue;
        let busy = this.#random.next() * 0.5;
        for (const t of teams[week.blockTeam[b]!]!.members) if (!week.isFree(t, p)) busy++;
        if (busy < least) {
          least = busy;
          best = p;
        }
      }
      if (best >= 0) week.setBlock(b, best);
    }
    this.#notePart();
    this.#note();
  }

  /** Sets a cooling from hot to cold over a number of proposals. */
  cool(proposals: number, hot: number, cold: number, price = [10, 10]): void {
    this.#temperature = hot;
    this.busyPrice = price[0]!;
    this.#dearer = (price[1]! / price[0]!) ** (256 / proposals);
    this.#factor = (cold / hot) ** (256 / proposals);
  }

  /** Makes proposals, cooling as it goes. */
  run(proposals: number): void {
    for (let i = 0; i < proposals; i += 256) {
      for (let j = 0; j < 256; j++) this.#propose(this.#temperature);
      this.#temperature *= this.#factor;
      this.busyPrice *= this.#dearer;
    }
    this.#notePart();
  }

  /** Takes a better week that somebody else found. */
  learn(found: Snapshot): void {
    if (!this.best || compareTerms(this.#levels, found, this.best) < 0) this.best = found;
  }

  /** Goes back to the best week found. */
  restart(): void {
    if (this.best) this.week.set(this.best.start, this.best.block, this.best.coverOf ?? NOBODY);
  }

  #propose(temperature: number): void {
    const { week, chain } = this;
    const random = this.#random;
    const { model } = week;
    if (this.#covering && random.below(4) === 0) {
      const before = this.#cost();
      if (this.#covering.propose()) this.#decide(before, temperature);
      return;
    }
    const dice = random.next();
    let o = -1;
    let to = -1;
    if (dice < 0.08 && week.block.length > 0) {
      if (dice < this.shiftShare) this.#proposeShift(temperature);
      else this.#proposeBlock(temperature);
      return;
    }
    if (dice < 0.55 && week.busy > 0) {
      const b = random.below(week.block.length);
      const p = week.block[b]!;
      if (p < 0) return;
      const { members } = model.teams[week.blockTeam[b]!]!;
      const t = members[random.below(members.length)]!;
      o = week.occupant(t, p, 0);
      if (o < 0 || !chain.canMove(o)) return;
      for (let tries = 0; tries < 4; tries++) {
        to = random.below(model.periods);
        if (week.isFree(t, to) && week.need[t * model.periods + to] === 0) break;
      }
    } else if (dice < 0.9 && week.awayCount > 0) {
      o = week.away[random.below(week.awayCount)]!;
      const kind = model.kinds[model.kindOf[o]!]!;
      if (dice < 0.8) {
        // home: one of the kind's own periods that none of its kind stands in
        const other = kind.occurrences[random.below(kind.occurrences.length)]!;
        to = model.today[other]!;
      } else to = random.below(model.periods);
    } else {
      o = random.below(week.start.length);
      to = random.below(model.periods);
    }
    if (to === week.start[o]) return;
    if (!model.kinds[model.kindOf[o]!]!.allowed[to]) return;
    if (!chain.find(o, to, 60)) return;
    const delta = this.#chainCost();
    if (delta <= 0 || random.next() < Math.exp(-delta / temperature)) {
      chain.apply();
      if (week.busy === 0) this.#note();
    }
  }

  /** Moves a block and at once clears its new period, member by member, by the cheapest of a few chains. */
  #proposeShift(temperature: number): void {
    const { week, chain } = this;
    const random = this.#random;
    const { model } = week;
    const b = random.below(week.block.length);
    const p = random.below(model.periods);
    const old = week.block[b]!;
    if (!blockFits(week, b, p)) return;
    const before = this.#cost();
    const trail = this.#trail;
    trail.setBlock(b, p);
    const { members } = model.teams[week.blockTeam[b]!]!;
    if (this.#covering && old >= 0) for (const t of members) this.#covering.drop(t, old);
    for (const t of members) {
      const o = week.occupant(t, p, 0);
      if (o < 0 || week.isExcused(t, p)) continue;
      let least = this.busyPrice;
      let best = -1;
      for (let tries = 0; tries < 8; tries++) {
        const to = tries === 0 && old >= 0 ? old : random.below(model.periods);
        if (!week.isFree(t, to) || week.need[t * model.periods + to]! > 0) continue;
        if (!model.kinds[model.kindOf[o]!]!.allowed[to] || !chain.find(o, to, 60)) continue;
        const delta = this.#chainCost();
        if (delta < least) {
          least = delta;
          best = to;
        }
      }
      const option = this.#covering?.pick(o, t) ?? -1;
      if (
        option >= 0 &&
        this.landscape.cover * model.kinds[model.kindOf[o]!]!.duration < least + this.busyPrice
      )
        trail.setCover(o, option);
      else if (best >= 0 && chain.find(o, best, 60)) trail.follow(chain);
    }
    // Lessons that had made room at the old place may go home.
    if (old >= 0) {
      for (const t of members) {
        const home = this.#today.occupant(t, old, 0);
        if (home < 0) continue;
        const kind = model.kinds[model.kindOf[home]!]!;
        for (const o of kind.occurrences) {
          if (kind.present[week.start[o]!]) continue;
          if (chain.find(o, model.today[home]!, 60) && this.#chainCost() < 0) trail.follow(chain);
          break;
        }
      }
    }
    this.#decide(before, temperature);
  }

  /** Keeps what is on the trail, or takes it back. */
  #decide(before: number, temperature: number): void {
    const delta = this.#cost() - before;
    if (delta <= 0 || this.#random.next() < Math.exp(-delta / temperature)) {
      this.#trail.clear();
      if (this.week.busy === 0) this.#note();
    } else this.#trail.undo();
  }

  shiftShare = 0.03;

  #cost(): number {
    const { week, landscape } = this;
    return (
      landscape.moved * week.moved +
      landscape.touched * week.touched +
      landscape.cover * week.cover +
      landscape.unpopular * week.unpopular +
      this.busyPrice * week.busy +
      landscape.missing * (week.missing + landscape.uneven * week.uneven)
    );
  }

  /** What the chain just found would add to the cost. */
  #chainCost(): number {
    const { chain, landscape } = this;
    const touched = landscape.touched === 0 ? 0 : landscape.touched * chain.touched();
    return landscape.moved * chain.moved + touched + this.busyPrice * chain.busy;
  }

  #proposeBlock(temperature: number): void {
    const { week } = this;
    const random = this.#random;
    const b = random.below(week.block.length);
    const p = random.below(week.model.periods);
    const old = week.block[b]!;
    const before = this.#cost();
    if (old >= 0 && random.next() < 0.02) week.setBlock(b, -1);
    else {
      if (!blockFits(week, b, p)) return;
      week.setBlock(b, p);
    }
    const delta = this.#cost() - before;
    if (delta > 0 && random.next() >= Math.exp(-delta / temperature)) week.setBlock(b, old);
    else if (week.busy === 0) this.#note();
  }

  /** Notes the week without the blocks that are still in the way. */
  #notePart(): void {
    const { week } = this;
    if (week.busy === 0) return;
    const kept = week.block.slice();
    const covered = week.coverOf.slice();
    for (let b = 0; b < kept.length; b++) if (week.busyIn(b) > 0) week.setBlock(b, -1);
    this.#note();
    week.set(week.start, kept, covered);
  }

  #note(): void {
    const { week, best } = this;
    if (week.busy > 0) return;
    if (best && compareTerms(this.#levels, week, best) >= 0) return;
    if (week.model.rooms && !restHolds(week.model, week.start)) return;
    this.#covering?.strip();
    // Whoever loses an idle cover may then be in more blocks than he can give.
    if (week.busy > 0) return;
    const { start, block, coverOf } = week;
    this.best = { start: start.slice(), block: block.slice(), coverOf: coverOf.slice(), ...termsIn(week) };
  }
}
