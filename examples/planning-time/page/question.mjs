import { termOrder } from "@collegium/planning-time";

/** What a person can wish for, as it stands before anybody wished anything. */
export function firstWish() {
  return {
    seconds: 20,
    rules: "all",
    own: 0,
    perDay: 1,
    /** Who may cover, by teacher id with periods a week; the caps are `undefined` where there is none. */
    cover: { teachers: new Map(), perMember: 2, perClass: 2 },
    objective: usualObjective(),
    /** Periods that blocks avoid, and those that are closed to them. */
    avoid: new Set(),
    never: new Set(),
  };
}

/** Which plan is better where a school says nothing else. */
export function usualObjective() {
  return {
    how: "order",
    order: [...termOrder],
    weights: { missing: 50, fairness: 0, moved: 1, touched: 0, cover: 0, unpopular: 0 },
  };
}

/** The question to the planner: a school as it was read, with what is wished. */
export function problemOf({ timetable, teams }, { wish, pins, dropped }) {
  const rules = (timetable.rules ?? []).filter(({ kind, hard }) => !hard || !dropped.has(kind));
  const cover = coverOf(wish.cover);
  return {
    timetable: { ...timetable, rules },
    teams,
    rules: wish.rules,
    pins,
    ownPeriods: wish.own,
    blocksPerDay: wish.perDay,
    noBlocksAt: [...wish.never],
    unpopular: [...wish.avoid],
    objective: objectiveOf(wish.objective),
    ...(cover && { cover }),
  };
}

function coverOf({ teachers, perMember, perClass }) {
  if (teachers.size === 0) return undefined;
  return {
    teachers: [...teachers].map(([id, periods]) => ({ id, periods })),
    ...(perMember !== undefined && { perMember }),
    ...(perClass !== undefined && { perClass }),
  };
}

function objectiveOf({ how, order, weights }) {
  if (how === "weights") return { weights };
  return order.join() === termOrder.join() ? "lexicographic" : { order };
}
