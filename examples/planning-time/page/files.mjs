import { readTimetable, writeTimetable } from "@collegium/exchange";
import { findTeams, readTeams, teamsSolution } from "@collegium/scheduling";

/** Reads a timetable and a teams file, either as the person opened them; what is wrong comes back as issues. */
export async function readSchool(file, teamsFile, solution) {
  let teamsJson;
  if (teamsFile) {
    try {
      teamsJson = JSON.parse(await teamsFile.text());
    } catch {
      return { issues: [{ key: "error.teams", file: teamsFile.name }] };
    }
  }
  const wanted = solution ?? teamsSolution(teamsJson);
  const read = await readTimetable(new Uint8Array(await file.arrayBuffer()), {
    ...(/\.(csv|tsv|txt)$/i.test(file.name) && { name: file.name.replace(/\.[^.]+$/, "") }),
    ...(wanted === undefined ? {} : { solution: wanted }),
  });
  if (!read.ok) return { issues: read.issues };
  const { timetable, original, solutions } = read.value;
  const teams = teamsJson === undefined ? undefined : readTeams(teamsJson, timetable);
  if (teams && !teams.ok) return { issues: teams.issues };
  const found = (teams?.value.teams ?? findTeams(timetable)).map((team) => ({
    ...team,
    blocks: team.blocks ?? 3,
  }));
  return {
    timetable,
    original,
    solutions,
    teams: found,
    fileName: file.name,
    warnings: read.warnings,
    wanted,
  };
}

/** The school's own file with a plan's placements; compressed again where it was. */
export async function plannedFile({ original }, plan) {
  const written = writeTimetable({ ...original, gzip: false }, plan.placements, { name: "planned" });
  if (!written.ok) throw new Error(written.issues[0].message);
  if (!original.gzip) return written.value;
  const packed = new Blob([written.value]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(packed).arrayBuffer();
}
