import { fromZod, type Issue, ok, type Result } from "@collegium/schema";
import * as z from "zod";
import { teamIssue } from "./team-issue.js";
import type { Timetable } from "./timetable.js";

/** Where the knowledge of a team comes from; a `suggested` one is a guess that a person confirms. */
export type TeamSource = "file" | "meetings" | "department" | "course" | "grade" | "suggested";

/** Teachers who plan together. */
export interface Team {
  readonly id: string;
  readonly name?: string;
  /** Ids of the timetable's teachers, each once. */
  readonly members: readonly string[];
  /** Blocks of shared time wanted in a week, where somebody said so. */
  readonly blocks?: number;
  readonly source: TeamSource;
}

/** What a teams file says. */
export interface Teams {
  /** The timetable of a file with several that is today's: an XHSTT solution group. */
  readonly solution?: string;
  readonly teams: readonly Team[];
}

const TeamsFile = z.looseObject({
  solution: z.string().min(1).exactOptional(),
  teams: z.array(
    z.looseObject({
      id: z.string().min(1).max(255),
      name: z.string().exactOptional(),
      members: z.array(z.string().min(1)),
      blocks: z.int().min(1).max(100).exactOptional(),
    }),
  ),
});

/**
 * Which timetable of a file with several a teams file was written for, before that timetable is read.
 * Guarantees an answer for any input; {@link readTeams} reports what is wrong with it.
 * @example
 * ```ts
 * teamsSolution({ solution: "today", teams: [] }); // => "today"
 * teamsSolution("no teams file"); // => undefined
 * ```
 */
export function teamsSolution(input: unknown): string | undefined {
  const parsed = z.looseObject({ solution: z.string().min(1) }).safeParse(input);
  return parsed.success ? parsed.data.solution : undefined;
}

/**
 * Reads a school's list of teams, members named by the timetable's own ids.
 * Every member of a returned team is a teacher of the timetable, or of one of several for teams across schools, every id stands once; all faults are reported together.
 *
 * Issue codes: those of the fields, `no-teams`, `duplicate-id`, `empty-team`, `unknown-teacher`, `not-a-teacher`;
 * warning: `repeated-member`, where somebody is listed twice and counted once.
 * @example
 * ```ts
 * import { unwrap } from "@collegium/schema";
 * const timetable = unwrap(Timetable.create({ id: "t", ...Timetable.options.examples[0] }));
 * const teams = unwrap(readTeams({ teams: [{ id: "grade-7", members: ["t1"], blocks: 2 }] }, timetable));
 * teams.teams; // => [{ id: "grade-7", members: ["t1"], blocks: 2, source: "file" }]
 * ```
 */
export function readTeams(input: unknown, timetable: Timetable | readonly Timetable[]): Result<Teams> {
  const parsed = TeamsFile.safeParse(input);
  if (!parsed.success) return { ok: false, issues: fromZod(parsed.error.issues) };
  const { solution, teams } = parsed.data;
  const timetables = "resources" in timetable ? [timetable] : timetable;
  const kinds = new Map(timetables.flatMap(({ resources }) => resources.map(({ id, kind }) => [id, kind])));
  const seen = new Set<string>();
  const issues = teams.length === 0 ? [noTeams] : teams.flatMap((team, at) => faults(team, at, seen, kinds));
  if (issues.length > 0) return { ok: false, issues };
  const warnings = teams.flatMap(({ members }, at) =>
    new Set(members).size < members.length ? [repeatedMember(at)] : [],
  );
  const value = teams.map(({ id, name, members, blocks }) => ({
    id,
    ...(name !== undefined && { name }),
    members: [...new Set(members)],
    ...(blocks !== undefined && { blocks }),
    source: "file" as const,
  }));
  return ok({ ...(solution !== undefined && { solution }), teams: value }, warnings);
}

type Entry = z.infer<typeof TeamsFile>["teams"][number];

function faults(team: Entry, at: number, seen: Set<string>, kinds: ReadonlyMap<string, string>): Issue[] {
  const issues: Issue[] = [];
  if (seen.has(team.id)) issues.push(teamIssue("duplicate-id", ["teams", at, "id"], "duplicate-team"));
  seen.add(team.id);
  if (team.members.length === 0) {
    issues.push(teamIssue("empty-team", ["teams", at, "members"]));
  }
  team.members.forEach((member, position) => {
    const kind = kinds.get(member);
    if (kind === "teacher") return;
    const code = kind === undefined ? "unknown-teacher" : "not-a-teacher";
    issues.push(teamIssue(code, ["teams", at, "members", position]));
  });
  return issues;
}

const noTeams = teamIssue("no-teams", ["teams"]);

function repeatedMember(at: number): Issue {
  return teamIssue("repeated-member", ["teams", at, "members"]);
}
