import type { SeededRandom } from "./random.js";
import { BELLS, DAYS } from "./school-plan.js";
import { dayCost, dayOf, meetingCost, meetingPeriods, teamCost } from "./week-cost.js";

const PERIODS = DAYS.length * BELLS.length;

/** Steps without a better week after which the search ends. */
const PATIENCE = 8000;

/** One class's periods of one subject with one teacher; classes and teachers by index. */
export interface Teaching {
  readonly group: number;
  readonly teacher: number;
  readonly periods: number;
  readonly double: boolean;
}

/** What the arranged week should look like beside being free of clashes. */
export interface WeekWishes {
  /** Teachers of each faculty meeting, and the period it should stand in. */
  readonly meetings: readonly { readonly teachers: readonly number[]; readonly period: number }[];
  /**
   * Teachers of each team, and how many of them should be busy in each day's freest period, days in ascending order:
   * 0, 1, 1, 1, 1 is one common period and four days on which a single lesson stands in the way.
   */
  readonly teams: readonly { readonly teachers: readonly number[]; readonly busy: readonly number[] }[];
}

/** Index into the teachings for each class and period, and for each teacher and period; -1 where free. */
export interface ArrangedWeek {
  readonly byGroup: readonly Int32Array[];
  readonly byTeacher: readonly Int32Array[];
}

/**
 * A week in which nobody is in two places, every class is taught in every period, and the wishes are met as far as
 * the given number of steps allows. Each class must have exactly as many periods as the week.
 *
 * The first week is an edge colouring of the classes and teachers (König, 1916), which always exists. Each step then
 * exchanges two periods along a chain of classes and teachers (Kempe), which never makes a clash, and is kept unless
 * it is worse.
 */
export function arrangeWeek(
  teachings: readonly Teaching[],
  groups: number,
  teachers: number,
  wishes: WeekWishes,
  random: SeededRandom,
  steps = 40_000,
): ArrangedWeek {
  const week = colour(teachings, groups, teachers, random);
  const teams = wishes.teams.map((team) => ({
    ...team,
    meets: meetingPeriods(team.teachers, wishes.meetings),
  }));
  const wishCostNow = () => meetingCost(week, wishes.meetings) + teamCost(week, teams);
  const dayCosts = week.byGroup.map((row) => DAYS.map((_, day) => dayCost(row, day, teachings)));
  let wishCost = wishCostNow();
  let total = dayCosts.flat().reduce((sum, cost) => sum + cost, wishCost);
  let [best, found] = [total, 0];
  for (let step = 0; step < steps && total > 0 && step - found < PATIENCE; step++) {
    const p = random.below(PERIODS);
    const q = random.below(PERIODS);
    if (p === q) continue;
    const chain = chainFrom(week, teachings, random.below(groups), p, q);
    exchange(week, chain, p, q);
    const days = [...new Set([dayOf(p), dayOf(q)])];
    const newWishCost = wishCostNow();
    let change = newWishCost - wishCost;
    const changed = chain.groups.map((group) =>
      days.map((day) => {
        const cost = dayCost(week.byGroup[group]!, day, teachings);
        change += cost - dayCosts[group]![day]!;
        return cost;
      }),
    );
    // A step that is worse by one is kept now and then, so that the search does not stand still.
    if (change > 1 || (change === 1 && !random.chance(0.004))) {
      exchange(week, chain, p, q);
      continue;
    }
    chain.groups.forEach((group, at) => {
      days.forEach((day, d) => {
        dayCosts[group]![day] = changed[at]![d]!;
      });
    });
    wishCost = newWishCost;
    total += change;
    if (total < best) [best, found] = [total, step];
  }
  return week;
}

/** Colours every period of teaching with a period of the week, by alternating paths. */
function colour(
  teachings: readonly Teaching[],
  groups: number,
  teachers: number,
  random: SeededRandom,
): ArrangedWeek {
  const byGroup = Array.from({ length: groups }, () => new Int32Array(PERIODS).fill(-1));
  const byTeacher = Array.from({ length: teachers }, () => new Int32Array(PERIODS).fill(-1));
  const units = random.shuffle(
    teachings.flatMap((teaching, at) => Array.from({ length: teaching.periods }, () => at)),
  );
  const order = random.shuffle(Array.from({ length: PERIODS }, (_, period) => period));
  for (const unit of units) {
    const { group, teacher } = teachings[unit]!;
    const rows = [byGroup[group]!, byTeacher[teacher]!] as const;
    const p = order.find((period) => rows[0][period] === -1)!;
    const q = order.find((period) => rows[1][period] === -1)!;
    if (rows[1][p] !== -1) {
      // The teacher teaches at p: exchange p and q along the chain that starts there; it cannot reach the class.
      exchange(
        { byGroup, byTeacher },
        chainFrom({ byGroup, byTeacher }, teachings, teachings[rows[1][p]!]!.group, p, q),
        p,
        q,
      );
    }
    rows[0][p] = unit;
    rows[1][p] = unit;
  }
  return { byGroup, byTeacher };
}

interface Chain {
  readonly groups: readonly number[];
  readonly teachers: readonly number[];
}

/** Everyone who must exchange two periods if this class does. */
function chainFrom(
  week: ArrangedWeek,
  teachings: readonly Teaching[],
  start: number,
  p: number,
  q: number,
): Chain {
  const groups = new Set([start]);
  const teachers = new Set<number>();
  for (const group of groups) {
    for (const period of [p, q]) {
      const unit = week.byGroup[group]![period]!;
      if (unit === -1 || teachers.has(teachings[unit]!.teacher)) continue;
      const { teacher } = teachings[unit]!;
      teachers.add(teacher);
      for (const other of [week.byTeacher[teacher]![p]!, week.byTeacher[teacher]![q]!]) {
        if (other !== -1) groups.add(teachings[other]!.group);
      }
    }
  }
  return { groups: [...groups], teachers: [...teachers] };
}

function exchange(week: ArrangedWeek, chain: Chain, p: number, q: number): void {
  for (const group of chain.groups) swap(week.byGroup[group]!, p, q);
  for (const teacher of chain.teachers) swap(week.byTeacher[teacher]!, p, q);
}

function swap(row: Int32Array, p: number, q: number): void {
  const kept = row[p]!;
  row[p] = row[q]!;
  row[q] = kept;
}
