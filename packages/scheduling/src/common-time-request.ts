import { type Issue, ok, type Result } from "@collegium/schema";
import { unavailablePeriods } from "./at-school.js";
import { commonTimeEnglish, phrase } from "./common-time-words.js";
import { isBusy, type WeekGrid } from "./week-grid.js";
import { wordedIssue } from "./worded-issue.js";

/** Whom, how long and where a meeting needs in the school's week. */
export interface CommonTimeRequest {
  /** Ids of people who must be there. */
  readonly required: readonly string[];
  /** Ids of people who should be there. */
  readonly optional?: readonly string[];
  /** Least number of people, required ones included; the required ones where absent. */
  readonly quorum?: number;
  /** Periods one after the other on one day; 1 where absent. */
  readonly periods?: number;
  /** Rooms of which one must be free, by id; none needed where absent. */
  readonly rooms?: readonly string[];
  /** Free periods of the week that everyone who comes keeps for planning alone, beside the meeting. */
  readonly ownPeriods?: number;
  /** Periods that are out of the question. */
  readonly never?: readonly string[];
  /** Periods in which somebody is not at school, such as a part-timer's free afternoon: no lesson to move is in the way. The timetable's own unavailable times are known anyway. */
  readonly away?: readonly { readonly person: string; readonly period: string }[];
  /** Periods that somebody would rather keep: a lunch, an early afternoon. */
  readonly avoid?: readonly { readonly person: string; readonly period: string }[];
  /** How often each person has given such a period up before, so that it is not always the same one. */
  readonly gaveUp?: Readonly<Record<string, number>>;
}

/** A request in the grid's indexes. */
export interface CompiledRequest {
  readonly required: readonly number[];
  readonly optional: readonly number[];
  readonly quorum: number;
  readonly length: number;
  readonly rooms: readonly number[] | undefined;
  readonly ownPeriods: number;
  readonly never: ReadonlySet<number>;
  /** `person * periods + period`. */
  readonly away: ReadonlySet<number>;
  readonly avoid: ReadonlySet<number>;
  readonly gaveUp: ReadonlyMap<number, number>;
}

type Code =
  | "nobody-asked"
  | "unknown-person"
  | "unknown-room"
  | "unknown-period"
  | "impossible-quorum"
  | "bad-length";

/**
 * Checks a request against a week, all faults together.
 *
 * Issue codes: `nobody-asked`, `unknown-person`, `unknown-room`, `unknown-period`, `impossible-quorum`, `bad-length`.
 */
export function compileRequest(week: WeekGrid, request: CommonTimeRequest): Result<CompiledRequest> {
  const issues: Issue[] = [];
  const refuse = (code: Code, path: Issue["path"], values = {}) =>
    issues.push(wordedIssue(commonTimeEnglish, code, path, phrase(code, values)));
  const find = (ids: readonly string[], field: string, code: Code) =>
    ids.flatMap((id, at) => {
      const index = (code === "unknown-period" ? week.periodIndex : week.resourceIndex).get(id);
      if (index !== undefined) return [index];
      refuse(code, [field, at]);
      return [];
    });
  const required = find([...new Set(request.required)], "required", "unknown-person");
  const others = (request.optional ?? []).filter((id) => !request.required.includes(id));
  const optional = find([...new Set(others)], "optional", "unknown-person");
  const rooms = request.rooms && find(request.rooms, "rooms", "unknown-room");
  const never = find(request.never ?? [], "never", "unknown-period");
  const length = request.periods ?? 1;
  const quorum = Math.max(request.quorum ?? 0, required.length, 1);
  if (issues.length === 0) {
    const asked = required.length + optional.length;
    if (asked === 0) refuse("nobody-asked", ["required"]);
    else if (quorum > asked) refuse("impossible-quorum", ["quorum"], { n: asked });
    if (!Number.isInteger(length) || length < 1 || length > week.periods.length)
      refuse("bad-length", ["periods"]);
  }
  const cells = (list: CommonTimeRequest["avoid"]) =>
    (list ?? []).flatMap(({ person, period }) => {
      const [who, when] = [week.resourceIndex.get(person), week.periodIndex.get(period)];
      return who === undefined || when === undefined ? [] : [who * week.periods.length + when];
    });
  const gaveUp = Object.entries(request.gaveUp ?? {}).flatMap(([id, times]) => {
    const who = week.resourceIndex.get(id);
    return who === undefined ? [] : [[who, times] as const];
  });
  const unavailable = [...unavailablePeriods(week.timetable)].flatMap(([person, periods]) =>
    [...periods].map((period) => ({ person, period })),
  );
  if (issues.length > 0) return { ok: false, issues };
  return ok({
    required,
    optional,
    quorum,
    length,
    rooms,
    ownPeriods: request.ownPeriods ?? 0,
    never: new Set(never),
    away: new Set([...cells(request.away), ...cells(unavailable)]),
    avoid: new Set(cells(request.avoid)),
    gaveUp: new Map(gaveUp),
  });
}

/** Indexes of the periods at which a meeting of this length fits inside a day and touches no excluded period. */
export function possibleStarts(week: WeekGrid, { length, never }: CompiledRequest): number[] {
  return week.periods.flatMap((_, start) => {
    for (let period = start; period < start + length; period++) {
      if (week.dayOf[period] !== week.dayOf[start] || never.has(period)) return [];
    }
    return [start];
  });
}

/** Whether one of so many periods from one on is marked for a person. */
export function isMarked(
  week: WeekGrid,
  marks: ReadonlySet<number>,
  person: number,
  start: number,
  length: number,
): boolean {
  for (let period = start; period < start + length; period++) {
    if (marks.has(person * week.periods.length + period)) return true;
  }
  return false;
}

/** Free periods of the week in which a person is at school. */
export function freePeriods(week: WeekGrid, { away }: CompiledRequest, person: number): number {
  const isFree = (period: number) =>
    !isBusy(week, person, period) && !away.has(person * week.periods.length + period);
  return week.periods.reduce((sum, _, period) => sum + (isFree(period) ? 1 : 0), 0);
}
