// Reads the schools of $COLLEGIUM_DATA/timetables for the benchmarks, with the checker's own reader.
import { readFileSync } from "node:fs";
import { readTimetable } from "@collegium/exchange";
import { suggestTeams } from "@collegium/scheduling";
import { unwrap } from "@collegium/schema";
import { readArchive, readWeek } from "../verify/week.mjs";

const KIND = { Teacher: "teacher", Class: "group", Student: "student", Room: "room" };

/** A school by name, as the optimiser and as the checker see it. Rules of the file other than fixed times are left out. */
export function loadSchool(name) {
  const folder = `${process.env.COLLEGIUM_DATA}/timetables`;
  const synthetic = name.startsWith("synth");
  const teamsFile = synthetic ? `${folder}/synthetic/${name}.teams.json` : `${folder}/teams/${name}.json`;
  const { timetable: file, solution, teams } = JSON.parse(readFileSync(teamsFile, "utf8"));
  const week = readWeek(readArchive(`${folder}/${synthetic ? "synthetic" : "xhstt"}/${file}`), solution);
  const days = [...new Set(week.times.map((time) => time.day))].map((id) => ({ id, name: id }));
  const timetable = {
    kind: "timetable",
    schemaVersion: 1,
    id: name,
    school: name,
    days,
    periods: week.times.map((time) => ({ id: time.id, name: time.id, day: time.day })),
    resources: week.resources.map((r) => ({ id: r.id, name: r.id, kind: KIND[r.type] ?? `x:${r.type}` })),
    lessons: week.events.map((event) => ({
      id: event.id,
      name: event.id,
      kind: "teaching",
      duration: event.duration,
      resources: event.resources.filter((slot) => slot.resource).map((slot) => slot.resource),
    })),
    placements: week.meetings.map((m) => ({
      lesson: m.event.id,
      start: week.times[m.start].id,
      duration: m.duration,
      chosen: m.event.resources.flatMap((slot, i) =>
        slot.resource || !m.slots[i] ? [] : [{ role: slot.role, resource: m.slots[i] }],
      ),
    })),
    rules: [
      {
        kind: "preassigned-times",
        hard: true,
        source: "xhstt",
        starts: week.events.filter((e) => e.time).map((e) => ({ lesson: e.id, start: e.time })),
      },
    ],
  };
  return { timetable, teams, week };
}

/** A school of FET's examples with its solved week; its teams are those that share classes, two blocks each. */
export async function loadFetSchool(name) {
  const file = readFileSync(`${process.env.COLLEGIUM_DATA}/timetables/fet/${name}.fet.gz`);
  const { timetable } = unwrap(await readTimetable(file));
  const teams = suggestTeams(timetable).map(({ id, members }) => ({ id, members, blocks: 2 }));
  return { timetable, teams };
}

/** The same week with a plan's starts, for the checker. */
export function planned(week, placements) {
  const index = new Map(week.times.map((time) => [time.id, time.index]));
  return {
    ...week,
    meetings: week.meetings.map((m, i) => ({ ...m, start: index.get(placements[i].start) })),
  };
}
