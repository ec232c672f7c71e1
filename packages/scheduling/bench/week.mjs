// Common periods of 1,000 teams of five in a week of 40 periods with 400 teachers, and the questions of a whole school.
import {
  auditTime,
  commonPeriods,
  findCommonTime,
  findTeams,
  suggestTeams,
  weekGrid,
} from "@collegium/scheduling";
import { median, table } from "./lib/median.mjs";

const [TEACHERS, GROUPS, DAYS, PER_DAY] = [400, 300, 5, 8];
const PERIODS = DAYS * PER_DAY;

// A small generator of even numbers, so that every run sees the same school.
let state = 1;
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state >>> 8) % limit;
};

const days = Array.from({ length: DAYS }, (_, day) => ({ id: `d${day}`, name: `Day ${day + 1}` }));
const periods = days.flatMap(({ id }) =>
  Array.from({ length: PER_DAY }, (_, at) => ({ id: `${id}-${at}`, name: `${at + 1}`, day: id })),
);
const ids = (kind, count) => Array.from({ length: count }, (_, at) => `${kind}${at}`);
const timetable = {
  kind: "timetable",
  schemaVersion: 1,
  id: "bench",
  school: "Bench",
  days,
  periods,
  resources: [
    ...ids("t", TEACHERS).map((id) => ({ id, name: id, kind: "teacher" })),
    ...ids("g", GROUPS).map((id) => ({ id, name: id, kind: "group" })),
  ],
  lessons: [],
  placements: [],
};
for (let period = 0; period < PERIODS; period++) {
  for (let group = 0; group < GROUPS; group++) {
    const teacher = (group * 4 + period * 7 + below(3)) % TEACHERS;
    const lesson = `l${period}-${group}`;
    timetable.lessons.push({
      id: lesson,
      name: lesson,
      kind: "teaching",
      duration: 1,
      resources: [`t${teacher}`, `g${group}`],
    });
    timetable.placements.push({ lesson, start: periods[period].id, duration: 1 });
  }
}
const teams = Array.from({ length: 1000 }, (_, at) => ({
  id: `team-${at}`,
  members: [...new Set(Array.from({ length: 5 }, () => `t${below(TEACHERS)}`))],
  source: "file",
}));

/** For the peer: each teacher's busy periods as a set of words, made once. */
const busy = new Map(ids("t", TEACHERS).map((id) => [id, new Set()]));
const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
for (const { lesson, start } of timetable.placements) {
  for (const id of lessons.get(lesson).resources) busy.get(id)?.add(start);
}
const naive = (members) => periods.filter(({ id }) => members.every((member) => !busy.get(member).has(id)));

const week = weekGrid(timetable);
let same = 0;
for (const { members } of teams) {
  const ours = commonPeriods(week, members);
  if (
    ours.join() ===
    naive(members)
      .map(({ id }) => id)
      .join()
  )
    same++;
}
console.log(
  `${timetable.placements.length.toLocaleString("en")} lessons; ${same} of ${teams.length} teams agree`,
);
if (same < teams.length) process.exit(1);

table("Common periods of 1,000 teams of five", [
  {
    name: "week grid, bits",
    ms: median(() => {
      for (const { members } of teams) commonPeriods(week, members);
    }),
  },
  {
    name: "sets of busy periods",
    ms: median(() => {
      for (const { members } of teams) naive(members);
    }),
  },
]);
table("Questions of a school of 400 teachers", [
  { name: "the week as a grid", ms: median(() => weekGrid(timetable)) },
  { name: "audit of 1,000 teams", ms: median(() => auditTime(timetable, teams)) },
  { name: "teams suggested from shared classes", ms: median(() => suggestTeams(timetable)) },
  { name: "teams found", ms: median(() => findTeams(timetable)) },
  {
    name: "a time for 10 people, or what is in the way",
    ms: median(() => findCommonTime(week, { required: ids("t", 10) })),
  },
]);
