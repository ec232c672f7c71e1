import type { Chain } from "./chain.js";
import { mayCover } from "./cover-model.js";
import type { Random } from "./random.js";
import type { Trail } from "./trail.js";
import type { Week } from "./week.js";

/** Steps of the search that give lessons to cover teachers and take them back. */
export class CoverMoves {
  readonly #week: Week;
  readonly #chain: Chain;
  readonly #trail: Trail;
  readonly #random: Random;

  constructor(week: Week, chain: Chain, trail: Trail, random: Random) {
    this.#week = week;
    this.#chain = chain;
    this.#trail = trail;
    this.#random = random;
  }

  /** Changes the week by one proposal, on the trail; false where nothing came to mind. */
  propose(): boolean {
    const week = this.#week;
    const dice = this.#random.below(4);
    if (dice === 0 && week.busy > 0) return this.#coverBusy();
    if (dice < 3 && week.awayCount > 0) return this.#bringHome();
    return week.coveredLessons.length > 0 && this.#takeBack();
  }

  /** Some way to cover a lesson for a member, or -1. */
  pick(o: number, member: number): number {
    const { model } = this.#week;
    const { of, options } = model.cover!;
    const mine = of[model.kindOf[o]!]!;
    if (mine.length === 0) return -1;
    const from = this.#random.below(mine.length);
    for (let i = 0; i < mine.length; i++) {
      const option = mine[(from + i) % mine.length]!;
      if (options[option]!.member === member && this.fits(o, option)) return option;
    }
    return -1;
  }

  /** Whether a cover teacher can take a lesson as the week is now. */
  fits(o: number, option: number): boolean {
    const { model, start, coverOf, need, counts, blocksOf } = this.#week;
    const way = model.cover!.options[option]!;
    const { by, kind, effects } = way;
    const { duration } = model.kinds[kind]!;
    const p = start[o]!;
    if (coverOf[o]! >= 0 || model.kindOf[o] !== kind || !mayCover(model, way, p)) return false;
    if (blocksOf[by]! + duration > model.blockRoom[by]!) return false;
    for (let i = 0; i < duration; i++)
      if (!this.#week.isFree(by, p + i) || need[by * model.periods + p + i]! > 0) return false;
    for (let i = 0; i < effects.length; i += 2)
      if (counts[effects[i]!]! + effects[i + 1]! > model.limits[effects[i]!]!.most) return false;
    return true;
  }

  /** Takes back what a person no longer needs in a period. */
  drop(person: number, period: number): void {
    const o = this.#week.occupant(person, period, 0);
    if (o >= 0 && this.#week.coverOf[o]! >= 0 && this.#week.isIdleCover(o)) this.#trail.setCover(o, -1);
  }

  /** Takes back all that nobody needs, off the trail. */
  strip(): void {
    for (const o of [...this.#week.coveredLessons]) if (this.#week.isIdleCover(o)) this.#week.setCover(o, -1);
  }

  /** A lesson in the way of a block goes to a cover teacher. */
  #coverBusy(): boolean {
    const week = this.#week;
    const { teams } = week.model;
    const b = this.#random.below(week.block.length);
    if (week.block[b]! < 0) return false;
    const { members } = teams[week.blockTeam[b]!]!;
    const t = members[this.#random.below(members.length)]!;
    return this.#coverAt(t, week.block[b]!);
  }

  #coverAt(person: number, period: number): boolean {
    const o = this.#week.occupant(person, period, 0);
    if (o < 0) return false;
    const option = this.pick(o, person);
    if (option >= 0) this.#trail.setCover(o, option);
    return option >= 0;
  }

  /** A moved lesson goes home, and cover teachers take what then stands in the way of blocks. */
  #bringHome(): boolean {
    const week = this.#week;
    const { model } = week;
    const o = week.away[this.#random.below(week.awayCount)]!;
    const { occurrences } = model.kinds[model.kindOf[o]!]!;
    const home = model.today[occurrences[this.#random.below(occurrences.length)]!]!;
    if (!this.#chain.find(o, home, 60)) return false;
    const moved = [...this.#chain.occurrences.subarray(0, this.#chain.count)];
    this.#trail.follow(this.#chain);
    for (const one of moved) this.#coverNeeded(one);
    return true;
  }

  /** Covers a lesson for a member who should be in a block. */
  #coverNeeded(o: number): void {
    const { model, start, need, coverOf } = this.#week;
    if (coverOf[o]! >= 0) return;
    const { resources, duration } = model.kinds[model.kindOf[o]!]!;
    for (const person of resources) {
      for (let i = 0; i < duration; i++) {
        if (need[person * model.periods + start[o]! + i]! === 0) continue;
        const option = this.pick(o, person);
        if (option < 0) break;
        this.#trail.setCover(o, option);
        return;
      }
    }
  }

  /** A covered lesson goes back to its teacher: another cover teacher takes it, or it moves out of the way. */
  #takeBack(): boolean {
    const week = this.#week;
    const { model } = week;
    const o = week.coveredLessons[this.#random.below(week.coveredLessons.length)]!;
    const { member } = model.cover!.options[week.coverOf[o]!]!;
    const idle = week.isIdleCover(o);
    this.#trail.setCover(o, -1);
    if (idle) return true;
    if (this.#random.below(3) === 0) {
      this.#coverNeeded(o);
      return true;
    }
    for (let tries = 0; tries < 6; tries++) {
      const to = this.#random.below(model.periods);
      if (!week.isFree(member, to) || week.need[member * model.periods + to]! > 0) continue;
      if (!model.kinds[model.kindOf[o]!]!.allowed[to] || !this.#chain.find(o, to, 60)) continue;
      if (this.#chain.busy >= 0) continue;
      this.#trail.follow(this.#chain);
      break;
    }
    return true;
  }
}
