import type { Snapshot } from "./anneal.js";
import type { Model } from "./model.js";
import { compareTerms, type Level, pricesOf } from "./objective.js";
import { type Columns, type Program, programOf, studentsOf } from "./program.js";
import { shapesHold, snapshotOf } from "./prove.js";
import type { Random } from "./random.js";
import type { Solver } from "./solver.js";

/** What is planned anew while everything else stands. */
interface Region {
  readonly teams: ReadonlySet<number>;
  /** 1 for each occurrence that may move. */
  readonly free: Uint8Array;
}

/** Lessons of a region at first: a quarter of the school, within these. */
const FEWEST = 60;
const LESSONS = 400;
/** Terms of a region at most: more moves in one are not looked for. */
const GREATEST = { missing: 10, fairness: 0, moved: 299, touched: 0, cover: 0, unpopular: 0 };
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
    for (const team of model.teams) this.#firstBlock.push(this.#firstBlock.at(-1)! + team.blocks);
    this.#size = Math.max(FEWEST, Math.min(LESSONS, Math.ceil(model.today.length / 4)));
    this.#students = studentsOf(model);
    this.#lessonsOf = Array.from({ length: model.resources }, () => []);
    model.kindOf.forEach((k, o) => {
      for (const r of model.kinds[k]!.resources) this.#lessonsOf[r]!.push(o);
    });
  }

  /** Plans one region anew; a better week, or none. */
  improve(week: Snapshot, shouldStop?: () => boolean): Snapshot | undefined {
    const model = this.#model;
    const team = this.#next(week);
    if (team === undefined) return undefined;
    const region = this.#region(team);
    const blocks = model.teams.map((_, g) => (region.teams.has(g) ? undefined : this.#blocksOf(week, g)));
    const { missing, moved } = pricesOf(this.#levels, GREATEST);
    const price = missing / moved;
    const { program, columns } = programOf(model, { start: week.start, free: region.free, blocks }, price);
    const cost = this.#costOf(week, region, program, columns);
    if (cost === 0) return undefined;
    const answer = this.#solver.solve(program, {
      nodes: NODES,
      effort: EFFORT,
      cutoff: cost - 0.5,
      ...(shouldStop && { shouldStop }),
    });
    if (answer.status === "stopped" && !answer.values)
      this.#size = Math.max(FEWEST, Math.floor(this.#size * 0.8));
    if (!answer.values || answer.objective > cost - 0.5) return undefined;
    const found = snapshotOf(model, columns, answer.values, { ...week, free: region.free });
    if (compareTerms(this.#levels, found, week) >= 0 || !shapesHold(model, found.start)) return undefined;
    this.#gained = true;
    return found;
  }

  /** Every team once in a round, those that miss a block twice; a round without gain makes regions larger. */
  #next(week: Snapshot): number | undefined {
    if (this.#queue.length === 0) {
      if (!this.#gained) this.#size = Math.min(Math.ceil(this.#size * 1.3), this.#model.today.length);
      this.#gained = false;
      const wanting = this.#model.teams.flatMap((team, g) => (team.blocks > 0 ? [g] : []));
      const missing = wanting.filter((g) => this.#blocksOf(week, g).length < this.#most[g]!);
      this.#queue = [...this.#shuffled(wanting), ...this.#shuffled(missing)];
    }
    return this.#queue.pop();
  }

  #region(team: number): Region {
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
    return { teams: chosen, free };
  }

  #blocksOf(week: Snapshot, g: number): number[] {
    return [...week.block.subarray(this.#firstBlock[g]!, this.#firstBlock[g + 1]!)].filter((p) => p >= 0);
  }

  /** What the week costs inside a region. */
  #costOf(week: Snapshot, region: Region, program: Program, columns: Columns): number {
    const { kindOf, periods, teams } = this.#model;
    let cost = 0;
    week.start.forEach((p, o) => {
      if (region.free[o]) cost += program.costs[columns.lesson[kindOf[o]! * periods + p]!]!;
    });
    for (const g of region.teams) {
      const column = columns.missing[g]!;
      if (column >= 0) cost += program.costs[column]! * (teams[g]!.blocks - this.#blocksOf(week, g).length);
    }
    return cost;
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
