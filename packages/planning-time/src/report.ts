import type { Placement } from "@collegium/scheduling";
import type { Snapshot } from "./anneal.js";
import { blocksToday } from "./blocks-today.js";
import { coveredLessons } from "./covered-lessons.js";
import { isProven } from "./decided.js";
import type { Explained } from "./explain.js";
import type { Model } from "./model.js";
import { occurrencesOf } from "./placed.js";
import { placementsOf } from "./placements.js";
import type { Move, Plan, PlannedTeam, RoomChange } from "./plan-document.js";
import type { PlanningProblem, PlanningTeam } from "./problem.js";
import type { Claim } from "./prove.js";
import { sayReason } from "./reason-texts.js";
import { costWithCover, hardRuleCosts } from "./rule-costs.js";
import { settle } from "./settle.js";
import { termsOfPlan } from "./terms.js";
import { uncheckedConflicts } from "./unchecked.js";

/** Writes a found week as a plan that a school can read and carry out. */
export function report(
  model: Model,
  found: Pick<Snapshot, "start" | "block" | "coverOf">,
  claim: Claim,
  explained?: Explained,
): Plan {
  const { timetable, teams: asked } = model.problem;
  const periodId = (p: number) => timetable.periods[p]!.id;
  // Every week that the search takes has its rooms.
  const raw = placementsOf(model, found.start) ?? timetable.placements;
  let next = 0;
  const given = asked.map((team): PlannedTeam => {
    const blocks: number[] = [];
    for (let i = 0; i < (team.blocks ?? 0); i++) {
      const p = found.block[next++]!;
      if (p >= 0) blocks.push(p);
    }
    return { ...wishOf(team), blocks: blocks.sort((a, b) => a - b).map(periodId) };
  });
  const { moves: first } = movesOf(timetable.placements, raw);
  const covered = coveredLessons(model, found, raw, given);
  const { placements, teams } = settle(model, raw, { moves: first, teams: given, covered });
  return written(model.problem, { placements, teams, covered }, claim, explained);
}

/**
 * Today's week as a plan: nothing moves, and teams have the blocks that are free anyway. What a search has to say that
 * was ended before it had anything; written without a model, so that it costs the thread that waits for it little.
 */
export function unchanged(problem: PlanningProblem): Plan {
  const teams = blocksToday(problem);
  const { placements } = problem.timetable;
  return written(problem, { placements, teams, covered: [] }, { missing: 0, moved: 0, given: 0 });
}

const wishOf = ({ id, members, blocks = 0 }: PlanningTeam) => ({ id, members, wanted: blocks });

function written(
  problem: PlanningProblem,
  found: Required<Pick<Plan, "placements" | "teams" | "covered">>,
  claim: Claim,
  explained?: Explained,
): Plan {
  const { timetable, rules } = problem;
  const { placements, teams } = found;
  const covered = problem.cover && { covered: found.covered };
  const { moves, moved } = movesOf(timetable.placements, placements);
  const terms = termsOfPlan(problem, { teams, moves, moved, placements, ...covered });
  const costs = (timetable.rules ?? []).length > 0 && hardRuleCosts(timetable, placements);
  const hard = costs && {
    ...costs,
    ...(found.covered.length > 0 && { withCover: costWithCover(timetable, found, costs) }),
  };
  const wanted = teams.reduce((sum, team) => sum + team.wanted, 0);
  const placed = teams.reduce((sum, team) => sum + team.blocks.length, 0);
  const unchecked =
    rules === "clashes"
      ? {
          sentence: "draft: rooms and unavailable times not checked",
          conflicts: moves.length === 0 ? 0 : uncheckedConflicts(timetable, placements),
        }
      : undefined;
  return {
    rules,
    checked: [
      "no teacher, group or student in two places more than today",
      "every student's day as it is",
      "lesson lengths and number of meetings",
      "no class more often on a day than on its fullest day today",
      "times that the timetable fixes",
      ...(rules === "all" ? ["rooms, unavailable times and the timetable's other hard rules as today"] : []),
      ...(covered
        ? ["whoever covers is free then, at school, within the caps, and keeps the own periods"]
        : []),
    ],
    wanted,
    placed,
    moved,
    terms,
    bound: {
      missing: Math.min(claim.missing, wanted - placed),
      moved: wanted - placed <= claim.given ? Math.min(claim.moved, moved) : 0,
    },
    proven: isProven({ missing: wanted - placed, moved }, claim),
    teams,
    moves,
    ...covered,
    unplaced: teams.flatMap(({ id, wanted: wish, blocks }, g) => {
      if (blocks.length === wish) return [];
      const reason = explained?.why(g, blocks.length, wanted - placed) ?? {
        code: "time" as const,
        values: { wanted: wish, most: blocks.length },
      };
      return [{ team: id, because: sayReason(reason, "en"), reason }];
    }),
    ...(hard && { hard }),
    ...(unchecked && { unchecked }),
    placements,
  };
}

function roomChanges({ chosen = [] }: Placement, after: Placement): RoomChange[] {
  return chosen.flatMap(({ role, resource }, i) => {
    const to = after.chosen?.[i]?.resource ?? resource;
    return to === resource ? [] : [{ role, from: resource, to }];
  });
}

/** Moves of each lesson by its own (start, length) pairs: what leaves a pair and what arrives at a new one. */
function movesOf(
  before: readonly Placement[],
  after: readonly Placement[],
): { moves: Move[]; moved: number } {
  const today = new Map<string, Set<string>>();
  const key = (placement: Placement) => `${placement.start}\n${placement.duration}`;
  for (const placement of before) {
    const pairs = today.get(placement.lesson) ?? new Set();
    today.set(placement.lesson, pairs.add(key(placement)));
  }
  const occurrences = occurrencesOf(before);
  const moves: Move[] = [];
  let moved = 0;
  before.forEach((old, index) => {
    const now = after[index]!;
    const rooms = roomChanges(old, now);
    if (now.start === old.start && rooms.length === 0) return;
    const { lesson, duration } = old;
    const move = { lesson, occurrence: occurrences[index]!, duration, from: old.start, to: now.start };
    moves.push({ ...move, ...(rooms.length > 0 && { rooms }) });
    if (!today.get(old.lesson)!.has(key(now))) moved += old.duration;
  });
  return { moves, moved };
}
