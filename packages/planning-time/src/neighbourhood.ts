import type { Snapshot } from "./anneal.js";
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
import { FEWEST, type Region, Regions } from "./regions.js";
import { restHolds } from "./rest-holds.js";
import type { Solver } from "./solver.js";
import { priced, sumsIn, type TermColumns, termColumns, valuesOf } from "./term-columns.js";

/** More moves than this are not looked for in a region, so that a missing block's price stays within reason. */
const MOVES = 299;
/** What a week may cost in a region at most: a solver's numbers are not exact beyond it. */
const DEAREST = 1e6;
/** How long the solver may take over one region. */
const NODES = 100;
const EFFORT = 40;
const STANDING = 100;

/**
 * Large-neighbourhood search: the blocks of a team or two and the weeks of some of their classes are planned anew,
 * exactly; the rest stands. Where that gains nothing, all blocks stand and the weeks of many more classes are planned
 * anew. Regions grow when nothing gains any more, and shrink when the solver does not finish them.
 */
export class Neighbourhoods {
  readonly #model: Model;
  readonly #random: Random;
  readonly #solver: Solver;
  readonly #levels: readonly Level[];
  readonly #regions: Regions;
  #queue: (number | undefined)[] = [];
  #gained = true;
  /** What this round looks at: teams' blocks, weeks where blocks stand, or the later terms. */
  #round: "moves" | "standing" | "polish" = "moves";
  /** The last week that had a round for the later terms. */
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
    this.#regions = new Regions(model, random);
  }

  /** Plans one region anew; a better week, or none. `later` asks for the terms after moved periods alone. */
  improve(week: Snapshot, later: boolean, shouldStop?: () => boolean): Snapshot | undefined {
    const model = this.#model;
    if (later && this.#round !== "polish") this.#queue = [];
    const team = this.#next(week, later);
    const region = this.#regionOf(week, team);
    const blocks = model.teams.map((_, g) =>
      region.teams.has(g) ? undefined : this.#regions.blocksOf(week, g),
    );
    const scope = { start: week.start, free: region.free, blocks, coverOf: week.coverOf ?? NOBODY };
    const exact = programOf(model, scope, 0);
    const stated = termColumns(model, scope, exact, this.#asked(week, region));
    const now = sumsIn(
      stated,
      valuesOf(model, exact.columns, stated, scope, (g) => this.#regions.blocksOf(week, g)),
    );
    const portions = portionsOf(this.#levels, greatestOf(stated), DEAREST);
    let decided = true;
    for (const { kept, prices } of portions.slice(this.#round === "polish" && !this.#whole ? 1 : 0)) {
      const cost = costOf(prices, now);
      if (cost === 0) continue;
      const answer = this.#solver.solve(priced(stated, prices, kept, now), {
        nodes: NODES,
        effort: team === undefined ? STANDING : EFFORT,
        cutoff: cost - 0.5,
        ...(shouldStop && { shouldStop }),
      });
      if (answer.status === "stopped") decided = false;
      if (answer.status === "stopped" && !answer.values) this.#regions.shrink(team);
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

  #regionOf(week: Snapshot, team: number | undefined): Region {
    if (this.#whole) return this.#regions.everything();
    return team === undefined ? this.#regions.ofClasses(week) : this.#regions.aroundTeam(week, team);
  }

  /** Whether a whole round looked in vain for a week that is better in the later terms. */
  isPolished(week: Snapshot): boolean {
    return this.#polished === week && this.#queue.length === 0;
  }

  /** The terms that a region is planned for: those up to moved periods; all of them now and then, and in a small school. */
  #asked(week: Snapshot, region: Region): ReadonlySet<Term> {
    const places = new Map(this.#levels.flatMap((level, at) => level.map(([term]) => [term, at] as const)));
    const place = (term: Term) => places.get(term)!;
    const all = this.#round === "polish" || this.#whole;
    const asked = new Set(termOrder.filter((term) => all || place(term) <= place("moved")));
    // Where missing blocks come first, as many of them in one team are as fair, and none are fair anyhow.
    if (place("missing") < place("fairness") && (week.missing === 0 || region.teams.size === 1))
      asked.delete("fairness");
    return asked;
  }

  /** The team around which the next region lies, every one once in a round, those that miss a block twice; or none. */
  #next(week: Snapshot, later: boolean): number | undefined {
    if (this.#queue.length === 0) {
      this.#begin(week, later);
      const wanting = this.#model.teams.flatMap((team, g) => (team.blocks > 0 ? [g] : []));
      const missing = wanting.filter((g) => this.#regions.blocksOf(week, g).length < this.#most[g]!);
      this.#queue =
        this.#round === "standing"
          ? wanting.map(() => undefined)
          : [...this.#shuffled(wanting), ...this.#shuffled(missing)];
    }
    return this.#queue.pop();
  }

  /** Where teams gain nothing, blocks stand; where that gains nothing either, regions grow and later terms have a turn. */
  #begin(week: Snapshot, later: boolean): void {
    const idle = !this.#gained;
    this.#gained = false;
    if (later) this.#round = "polish";
    else if (idle && this.#round === "moves") this.#round = "standing";
    else if (idle && this.#round === "standing") {
      this.#regions.grow();
      this.#round = this.#polished === week ? "moves" : "polish";
    } else this.#round = "moves";
    if (this.#round === "polish") this.#polished = week;
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
