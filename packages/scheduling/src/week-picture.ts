import { type AtSchoolOptions, atSchool } from "./at-school.js";
import { ownMeetings } from "./own-meetings.js";
import { isBusy, type WeekGrid } from "./week-grid.js";
import type { SchedulingLocale } from "./wording.js";

/** One cell of the picture: what a period is for a team. */
export interface PictureCell {
  /** Period id. */
  readonly period: string;
  /** Ids of the members who are busy then. */
  readonly busy: readonly string[];
  /** Ids of the others who are not at school then: part-timers, and by the timetable's own rules. */
  readonly away: readonly string[];
  /** Whether the team's own meeting stands there. */
  readonly meeting: boolean;
}

/**
 * A team's week as a table, periods down and days across, for a page or a terminal: who is busy in each period,
 * and who is not at school. Rows are as many as the longest day has periods; a shorter day ends with null.
 */
export function weekPicture(
  week: WeekGrid,
  members: readonly string[],
  options: AtSchoolOptions = {},
): (PictureCell | null)[][] {
  const isHere = atSchool(week.timetable, options);
  const meetings = new Set(ownMeetings(week)(members));
  const rows = members.flatMap((id) => {
    const resource = week.resourceIndex.get(id);
    return resource === undefined ? [] : [{ id, resource }];
  });
  const days: PictureCell[][] = Array.from({ length: week.days }, () => []);
  week.periods.forEach((period, at) => {
    days[week.dayOf[at]!]?.push({
      period: period.id,
      busy: rows.filter(({ resource }) => isBusy(week, resource, at)).map(({ id }) => id),
      away: rows
        .filter(({ id, resource }) => !isBusy(week, resource, at) && !isHere(id, period.id))
        .map(({ id }) => id),
      meeting: meetings.has(at),
    });
  });
  const longest = Math.max(...days.map((day) => day.length));
  return Array.from({ length: longest }, (_, row) => days.map((day) => day[row] ?? null));
}

/**
 * The same as text for a terminal: `free` where all members are, `meets` where their own meeting stands, else how many
 * are busy, or only away. Plain characters, one line per period; one day below the other where the table is wider than `columns`.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const week = weekGrid(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] })));
 * weekText(week, ["t1"]).split("\n"); // => ["   Monday", "1  1 busy"]
 * ```
 */
export function weekText(
  week: WeekGrid,
  members: readonly string[],
  { locale = "en", columns = Number.POSITIVE_INFINITY, ...options }: WeekTextOptions = {},
): string {
  const picture = weekPicture(week, members, options);
  const words = WORDS[locale];
  const text = (cell: PictureCell | null) => {
    if (cell === null) return "";
    if (cell.meeting) return words.meets;
    const missing = cell.busy.length + cell.away.length;
    if (missing === 0) return words.free;
    return cell.busy.length > 0 ? words.busy(missing) : words.away(missing);
  };
  const nameOf = (cell: PictureCell) => week.periods[week.periodIndex.get(cell.period)!]!.name;
  const label = (row: readonly (PictureCell | null)[], at: number) => {
    const names = new Set(row.flatMap((cell) => (cell === null ? [] : [nameOf(cell)])));
    return names.size === 1 ? [...names][0]! : `${at + 1}`;
  };
  const days = week.timetable.days.map(({ name }) => name);
  const table = inColumns([["", ...days], ...picture.map((row, at) => [label(row, at), ...row.map(text)])]);
  if (widest(table) <= columns) return table.join("\n");
  return days
    .map((day, at) => {
      const cells = picture.flatMap((row) => row[at] ?? []);
      return [day, ...inColumns(cells.map((cell) => [`  ${nameOf(cell)}`, text(cell)]))].join("\n");
    })
    .join("\n");
}

/** How a week is written. */
export interface WeekTextOptions extends AtSchoolOptions {
  readonly locale?: SchedulingLocale;
  /** Characters of a line; as many as it takes where absent. */
  readonly columns?: number;
}

const WORDS = {
  en: {
    free: "free",
    meets: "meets",
    busy: (n: number) => `${n} busy`,
    away: (n: number) => `${n} away`,
  },
  es: {
    free: "libre",
    meets: "reunión",
    busy: (n: number) => (n === 1 ? "1 ocupado" : `${n} ocupados`),
    away: (n: number) => (n === 1 ? "1 ausente" : `${n} ausentes`),
  },
} as const;

/** Rows of cells as lines with columns of equal width. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(({ length }) => length));
}
