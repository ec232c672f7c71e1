import { ownMeetings } from "./own-meetings.js";
import { isBusy, type WeekGrid } from "./week-grid.js";

/** One cell of the picture: what a period is for a team. */
export interface PictureCell {
  /** Period id. */
  readonly period: string;
  /** Ids of the members who are busy then. */
  readonly busy: readonly string[];
  /** Whether the team's own meeting stands there. */
  readonly meeting: boolean;
}

/**
 * A team's week as a table, periods down and days across, for a page or a terminal: who is busy in each period.
 * Rows are as many as the longest day has periods; a shorter day ends with null.
 */
export function weekPicture(week: WeekGrid, members: readonly string[]): (PictureCell | null)[][] {
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
      meeting: meetings.has(at),
    });
  });
  const longest = Math.max(...days.map((day) => day.length));
  return Array.from({ length: longest }, (_, row) => days.map((day) => day[row] ?? null));
}

/**
 * The same as text for a terminal: `free` where all members are, `meets` where their own meeting stands, else how many
 * are busy. Plain characters, one line per period.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const week = weekGrid(unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] })));
 * weekText(week, ["t1"]).split("\n"); // => ["   Monday", "1  1 busy"]
 * ```
 */
export function weekText(week: WeekGrid, members: readonly string[]): string {
  const picture = weekPicture(week, members);
  const text = (cell: PictureCell | null) => {
    if (cell === null) return "";
    if (cell.meeting) return "meets";
    return cell.busy.length === 0 ? "free" : `${cell.busy.length} busy`;
  };
  const label = (row: readonly (PictureCell | null)[], at: number) => {
    const names = row.flatMap((cell) =>
      cell === null ? [] : [week.periods[week.periodIndex.get(cell.period)!]!.name],
    );
    return new Set(names).size === 1 ? names[0]! : `${at + 1}`;
  };
  const lines = [
    ["", ...week.timetable.days.map(({ name }) => name)],
    ...picture.map((row, at) => [label(row, at), ...row.map(text)]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
