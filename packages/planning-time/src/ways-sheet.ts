import type { PlanningTeam } from "./problem.js";
import type { PlanLocale } from "./reason-texts.js";
import type { Way } from "./ways.js";
import { type WaysText, waysSpeaker } from "./ways-texts.js";

/** Ways as rows of a table in people's words; the first row is the head. */
export function waysTable(ways: readonly Way[], locale: PlanLocale = "en"): string[][] {
  const say = waysSpeaker(locale);
  const head: WaysText[] = [
    "column.way",
    "column.from",
    "column.gained",
    "column.lost",
    "column.students",
    "column.teachers",
    "column.moved",
    "column.cover",
    "column.contract",
    "column.law",
  ];
  return [
    head.map((key) => say(key)),
    ...ways.map((way) => [
      say(`kind.${way.kind}`),
      say(`from.${way.from}`),
      say("each", { n: way.gained }),
      say("each", { n: way.instructionLost }),
      String(way.students),
      String(way.teachers),
      String(way.moved),
      String(way.coverHours),
      way.belowContract === undefined
        ? say("unknown")
        : way.belowContract.length === 0
          ? say("contract.kept")
          : say("contract.broken", { n: way.belowContract.length }),
      way.law === undefined
        ? say("unknown")
        : say(way.law.kept ? "law.kept" : "law.broken", { n: Math.abs(way.law.spare) }),
    ]),
  ];
}

/**
 * Ways to make time as a sheet: the table, then each way with what every team gains and what to know about it.
 * @example
 * ```ts
 * waysSheet([], [], "en").split("\n")[0]; // => "Ways to make time, side by side"
 * ```
 */
export function waysSheet(
  ways: readonly Way[],
  teams: readonly PlanningTeam[],
  locale: PlanLocale = "en",
): string {
  const say = waysSpeaker(locale);
  const rows = waysTable(ways, locale);
  const cells = rows.map((row) => row.map((cell, column) => wrapped(cell, column === 0 ? WAY : COLUMN)));
  const widths = rows[0]!.map((_, column) =>
    Math.max(...cells.flatMap((row) => row[column]!.map((line) => line.length))),
  );
  const name = new Map(teams.map((team) => [team.id, team.name ?? team.id]));
  const lines = (row: readonly string[][]) =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, i) =>
      row
        .map((cell, column) => (cell[i] ?? "").padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
  return [
    say("title"),
    say("per.week"),
    "",
    ...lines(cells[0]!),
    widths.map((width) => "-".repeat(width)).join("  "),
    ...cells.slice(1).flatMap(lines),
    ...ways.flatMap((way) => {
      const gains = way.teams
        .filter(({ gained }) => gained > 0)
        .map(({ team, gained }) => say("team.gains", { team: name.get(team) ?? team, n: gained }));
      const notes = way.notes.map(({ code, values }) => say(`note.${code}`, values));
      return [
        "",
        `${say(`kind.${way.kind}`)}, ${say(`from.${way.from}`)}:`,
        ...wrapped(gains.join(", ") || say("no.gain"), PAGE).map((words) => `  ${words}`),
        ...notes.map((note) => `  - ${note}`),
      ];
    }),
  ].join("\n");
}

/** Characters of a line of paper, and of the table's columns, so that the table fits it. */
const PAGE = 96;
const WAY = 18;
const COLUMN = 11;

/** A text in lines of so many characters at most, broken between words. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1]!;
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
