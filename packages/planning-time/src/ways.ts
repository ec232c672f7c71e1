import type { Timetable } from "@collegium/scheduling";
import { fail, ok, type Result } from "@collegium/schema";
import type { Plan } from "./plan-document.js";
import type { PlanningTeam } from "./problem.js";
import { releaseWay, shaveWay } from "./way-bells.js";
import { coverWay } from "./way-cover.js";
import { specialsWay } from "./way-specials.js";
import { swapWay } from "./way-swap.js";
import type { WaysQuestion } from "./ways-question.js";
import { waysWeek } from "./ways-week.js";

/** The five ways to make time for teams inside the school day. */
export type WayKind = "swap" | "specials" | "shave" | "release" | "cover";

/** When a way can begin: within the running year little may change, for the next one the timetable is drawn up anew. */
export type Horizon = "next-term" | "next-year";

/** A remark on a way: its text's name and values. */
export interface WayNote {
  readonly code:
    | "draft"
    | "missing"
    | "proven"
    | "short-stretch"
    | "turns"
    | "few-specials"
    | "no-specials"
    | "supervision"
    | "transport"
    | "covered"
    | "cover-short"
    | "needs-agreement";
  readonly values: Readonly<Record<string, string | number>>;
}

/** One way to make time, in the figures that people compare. All minutes are of one week. */
export interface Way {
  readonly kind: WayKind;
  readonly from: Horizon;
  /** Minutes that each team gains beside the time it has today. */
  readonly teams: readonly { readonly team: string; readonly gained: number }[];
  /** The same, all teams together. */
  readonly gained: number;
  /** Minutes of instruction that a student loses at most. */
  readonly instructionLost: number;
  readonly students: number;
  readonly teachers: number;
  /** Lessons that start at another time. */
  readonly moved: number;
  /** Hours of cover teachers. */
  readonly coverHours: number;
  /** Teachers who would have less time alone than the contract says and have enough today; absent without a contract. */
  readonly belowContract?: readonly string[];
  /** Whether the year's instruction stays at what the law wants, and by how many minutes; absent without a law. */
  readonly law?: { readonly kept: boolean; readonly spare: number };
  readonly notes: readonly WayNote[];
}

/** Plans for the two horizons, made by the search: `next-term` keeps every rule, `next-year` may draw up rooms anew. */
export interface SwapPlans {
  readonly "next-term"?: Plan;
  readonly "next-year"?: Plan;
}

/**
 * Sets ways to make time beside each other: lessons swapped, a whole grade at specials at once, minutes shaved off every
 * period, early release or late start, cover teachers. Every figure is counted from the week, none is an estimate;
 * ways whose inputs the question lacks are left out.
 *
 * Issue codes: `unknown-minutes`, where neither bells nor `minutesPerPeriod` say how long a period is; `unknown-day`.
 */
export function waysToMakeTime(
  timetable: Timetable,
  teams: readonly PlanningTeam[],
  question: WaysQuestion,
  plans: SwapPlans = {},
): Result<Way[]> {
  const week = waysWeek(timetable, teams, question);
  if (!week) {
    return fail({
      code: "unknown-minutes",
      path: ["minutesPerPeriod"],
      message: "The timetable does not say how long its periods are.",
      hint: "Give the length of a period in minutes.",
    });
  }
  const days = new Set(timetable.days.map(({ id }) => id));
  const asked = [...(question.shave?.days ?? []), ...(question.release ? [question.release.day] : [])];
  if (asked.some((day) => !days.has(day))) {
    return fail({
      code: "unknown-day",
      path: ["days"],
      message: "The question names a day that the timetable lacks.",
      hint: `Its days are: ${[...days].join(", ")}.`,
    });
  }
  return ok([
    ...(plans["next-term"] ? [swapWay(week, plans["next-term"], "next-term")] : []),
    ...(plans["next-year"] ? [swapWay(week, plans["next-year"], "next-year")] : []),
    specialsWay(week),
    ...(question.shave ? [shaveWay(week, question.shave)] : []),
    ...(question.release ? [releaseWay(week, question.release)] : []),
    ...(question.cover ? [coverWay(week, question.cover)] : []),
  ]);
}
