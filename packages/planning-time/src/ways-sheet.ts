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
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const name = new Map(teams.map((team) => [team.id, team.name ?? team.id]));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  return [
    say("title"),
    say("per.week"),
    "",
    line(rows[0]!),
    widths.map((width) => "-".repeat(width)).join("  "),
    ...rows.slice(1).map(line),
    ...ways.flatMap((way) => {
      const gains = way.teams
        .filter(({ gained }) => gained > 0)
        .map(({ team, gained }) => say("team.gains", { team: name.get(team) ?? team, n: gained }));
      const notes = way.notes.map(({ code, values }) => say(`note.${code}`, values));
      return [
        "",
        `${say(`kind.${way.kind}`)}, ${say(`from.${way.from}`)}:`,
        ...(gains.length > 0 ? [`  ${gains.join(", ")}`] : []),
        ...notes.map((note) => `  - ${note}`),
      ];
    }),
  ].join("\n");
}
