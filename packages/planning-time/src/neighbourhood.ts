import type { Snapshot } from "./anneal.js";
import { studentsOf } from "./cliques.js";
import { NOBODY } from "./cover-model.js";
import type { Model } from "./model.js";
import {
  compareTerms,
  costOf,
  type Level,
  portionsOf,
  type Term,
  type Terms,
  termOrder,
} from "./objective.js";
import { programOf } from "./program.js";
import { snapshotOf } from "./prove.js";
import type { Random } from "./random.js";
import { restHolds } from "./rest-holds.js";
import type { Solver } from "./solver.js";
import { priced, sumsIn, type TermColumns, termColumns, valuesOf } from "./term-columns.js";

/** What is planned anew while everything else stands. */
interface Region {
  readonly teams: ReadonlySet<number>;
  /** 1 for each occurrence that may move. */
  readonly free: Uint8Array;
}

/** Lessons of a region at first: a quarter of the school, within these. */
const FEWEST = 60;
const LESSONS = 400;
/** More moves than this are not looked for in a region, so that a missing block's price stays within reason. */
const MOVES = 299;
/** What a week may cost in a region at most: a solver's numbers are not exact beyond it. */
const DEAREST = 1e6;
/** How long the solver may take over one region. */
const NODES = 100;
const EFFORT = 40;

/**
 * Large-neighbourhood search: the blocks of a team or two and the weeks of some of their classes are planned anew,
 * exactly; the rest stands. Regions grow when no team gains any more, and shrink when the solver does not finish them.
 */
export class Neighbourhoods {
  readonly #model: Model;
  readonly #random: Random;
  readonly #solver: Solver;
  readonly #levels: readonly Level[];
  readonly #firstBlock: number[] = [0];
  readonly #students: ReadonlySet<number>;
  /** Occurrences by resource. */
  readonly #lessonsOf: number[][];
  #size: number;
  #queue: number[] = [];
  #gained = true;
  /** Whether this round looks at the later terms, and the last week that had such a round. */
  #polishing = false;
  #polished: Snapshot | undefined;
  /** Whether all is planned anew at once: in a small school, as long as the solver finishes that. */
  #whole: boolean;
  /** Whether it is shown that no week is better. */
  exhausted = false;

  readonly #most: readonly number[];

  /** `most` says how many blocks each team can have at most. */
  constructor(
    model: Model,
    random: Random,
    solver: Solver,
    levels: readonly Level[],
    most: readonly number[],
  ) {
    this.#most = most;
    this.#model = model;
    this.#random = random;
    this.#solver = solver;
    this.#levels = levels;
    this.#whole = model.today.length <= FEWEST;
    for (const team of model.teams) this.#firstBlock.push(this.#firstBlock.at(-1)! + team.blocks);
    this.#size = Math.max(FEWEST, Math.min(LESSONS, Math.ceil(model.today.length / 4)));
    this.#students = studentsOf(model);
    this.#lessonsOf = Array.from({ length: model.resources }, () => []);
    model.kindOf.forEach((k, o) => {
      for (const r of model.kinds[k]!.resources) this.#lessonsOf[r]!.push(o);
    });
  }

  /** Plans one region anew; a better week, or none. `later` asks for the terms after moved periods alone. */
  improve(week: Snapshot, later: boolean, shouldStop?: () => boolean): Snapshot | undefined {
    const model = this.#model;
    if (later && !this.#polishing) this.#queue = [];
    const team = this.#next(week, later);
    if (team === undefined) return undefined;
    const region = this.#whole ? this.#everything() : this.#region(week, team);
    const blocks = model.teams.map((_, g) => (region.teams.has(g) ? undefined : this.#blocksOf(week, g)));
    const scope = { start: week.start, free: region.free, blocks, coverOf: week.coverOf ?? NOBODY };
    const exact = programOf(model, scope, 0);
    const stated = termColumns(model, scope, exact, this.#asked(week, region));
    const now = sumsIn(
      stated,
      valuesOf(model, exact.columns, stated, scope, (g) => this.#blocksOf(week, g)),
    );
    const portions = portionsOf(this.#levels, greatestOf(stated), DEAREST);
    let decided = true;
    for (const { kept, prices } of portions.slice(this.#polishing && !this.#whole ? 1 : 0)) {
      const cost = costOf(prices, now);
      if (cost === 0) continue;
      const answer = this.#solver.solve(priced(stated, prices, kept, now), {
        nodes: NODES,
        effort: EFFORT,
        cutoff: cost - 0.5,
        ...(shouldStop && { shouldStop }),
      });
      if (answer.status === "stopped") decided = false;
      if (answer.status === "stopped" && !answer.values)
        this.#size = Math.max(FEWEST, Math.floor(this.#size * 0.8));
      if (!answer.values || answer.objective > cost - 0.5) continue;
      const found = snapshotOf(model, exact.columns, answer.values, { ...week, free: region.free });
      decided = false;
      if (compareTerms(this.#levels, found, week) >= 0 || !restHolds(model, found.start)) continue;
      this.#gained = true;
      return found;
    }
    if (this.#whole && decided) this.exhausted = true;
    else this.#whole = false;
    return undefined;
  }

  /** Whether a whole round looked in vain for a week that is better in the later terms. */
  isPolished(week: Snapshot): boolean {
    return this.#polished === week && this.#queue.length === 0;
  }

  /** The terms that a region is planned for: those up to moved periods; all of them now and then, and in a small school. */
  #asked(week: Snapshot, region: Region): ReadonlySet<Term> {
    const places = new Map(this.#levels.flatMap((level, at) => level.map(([term]) => [term, at] as const)));
    const place = (term: Term) => places.get(term)!;
    const all = this.#polishing || this.#whole;
    const asked = new Set(termOrder.filter((term) => all || place(term) <= place("moved")));
    // Where missing blocks come first, as many of them in one team are as fair, and none are fair anyhow.
    if (place("missing") < place("fairness") && (week.missing === 0 || region.teams.size === 1))
      asked.delete("fairness");
    return asked;
  }

  #everything(): Region {
    const { teams, today } = this.#model;
    return { teams: new Set(teams.keys()), free: new Uint8Array(today.length).fill(1) };
  }

  /** Every team once in a round, those that miss a block twice; a round without gain makes regions larger. */
  #next(week: Snapshot, later: boolean): number | undefined {
    if (this.#queue.length === 0) {
      if (!this.#gained && !this.#polishing)
        this.#size = Math.min(Math.ceil(this.#size * 1.3), this.#model.today.length);
      this.#polishing = later || (!this.#gained && this.#polished !== week);
      if (this.#polishing) this.#polished = week;
      this.#gained = false;
      const wanting = this.#model.teams.flatMap((team, g) => (team.blocks > 0 ? [g] : []));
      const missing = wanting.filter((g) => this.#blocksOf(week, g).length < this.#most[g]!);
      this.#queue = [...this.#shuffled(wanting), ...this.#shuffled(missing)];
    }
    return this.#queue.pop();
  }

  #region(week: Snapshot, team: number): Region {
    const { teams, kinds, kindOf, today } = this.#model;
    const random = this.#random;
    const chosen = new Set([team]);
    // Another team of the same people competes for the same periods.
    const members = new Set(teams[team]!.members);
    const others = teams.flatMap((other, g) =>
      g !== team && other.blocks > 0 && other.members.some((t) => members.has(t)) ? [g] : [],
    );
    if (others.length > 0 && random.below(2) === 0) chosen.add(others[random.below(others.length)]!);
    else if (teams.length > 1 && random.below(2) === 0) chosen.add(random.below(teams.length));
    const free = new Uint8Array(today.length);
    let count = 0;
    const release = (o: number) => {
      if (free[o]) return;
      free[o] = 1;
      count++;
    };
    const classes = new Map<number, number>();
    for (const g of chosen) {
      for (const t of teams[g]!.members) {
        for (const o of this.#lessonsOf[t]!) {
          for (const r of kinds[kindOf[o]!]!.resources) {
            if (this.#students.has(r)) classes.set(r, (classes.get(r) ?? 2 * random.next()) + 1);
          }
        }
      }
    }
    for (const [r] of [...classes].sort((a, b) => b[1] - a[1])) {
      if (count >= this.#size) break;
      for (const o of this.#lessonsOf[r]!) release(o);
    }
    for (const g of chosen)
      for (const t of teams[g]!.members) for (const o of this.#lessonsOf[t]!) release(o);
    this.#keepCovered(week, chosen, free);
    return { teams: chosen, free };
  }

  /** A lesson that is covered for a block which stands stays covered. */
  #keepCovered(week: Snapshot, chosen: ReadonlySet<number>, free: Uint8Array): void {
    const { cover, teams, kinds, kindOf } = this.#model;
    if (!cover) return;
    const still = teams.flatMap((team, g) =>
      chosen.has(g) ? [] : [{ members: team.members, blocks: this.#blocksOf(week, g) }],
    );
    (week.coverOf ?? NOBODY).forEach((option, o) => {
      if (option < 0) return;
      const { member } = cover.options[option]!;
      const first = week.start[o]!;
      const last = first + kinds[kindOf[o]!]!.duration - 1;
      const served = still.some(
        ({ members, blocks }) => members.includes(member) && blocks.some((p) => p >= first && p <= last),
      );
      if (served) free[o] = 0;
    });
  }

  #blocksOf(week: Snapshot, g: number): number[] {
    return [...week.block.subarray(this.#firstBlock[g]!, this.#firstBlock[g + 1]!)].filter((p) => p >= 0);
  }

  #shuffled(items: readonly number[]): number[] {
    const list = [...items];
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.#random.below(i + 1);
      [list[i], list[j]] = [list[j]!, list[i]!];
    }
    return list;
  }
}

/** The most that each term can be within a region. */
function greatestOf({ program, sums }: TermColumns): Terms {
  const most = (term: Term) =>
    sums[term].reduce((total, [column, amount]) => total + amount * program.upper[column]!, 0);
  return {
    missing: most("missing"),
    fairness: most("fairness"),
    moved: Math.min(MOVES, most("moved")),
    touched: most("touched"),
    cover: most("cover"),
    unpopular: most("unpopular"),
  };
}
