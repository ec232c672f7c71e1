import { contractOf, lawOf, together } from "./way-balance.js";
import type { Way, WayNote } from "./ways.js";
import { blocksNow, minutesOf, type WaysWeek } from "./ways-week.js";

/**
 * A team's whole grade is at specials at once. How often that can be is a question of flow: every class needs a special
 * in each of those periods, and no teacher of specials is in two classes; then the periods can be laid side by side
 * (König 1916). The least number of lessons that change place is counted from today's fullest periods.
 */
export function specialsWay(week: WaysWeek): Way {
  const notes: WayNote[] = [];
  const students = new Set<string>();
  const teachers = new Set<string>();
  let moved = 0;
  const given = new Map<string, number>();
  const minutes = Math.min(...week.minutes);
  const teams = week.teams.map((team) => {
    const has = blocksNow(week, team).length;
    const wanted = Math.max(0, (team.blocks ?? 0) - has);
    const own = ownClasses(week, team.members);
    if (wanted === 0 || own.length === 0) return { team: team.id, gained: 0 };
    const specials = specialsOf(week, own, new Set(team.members));
    const most = parallel(specials, team.blocks ?? 0);
    const gained = Math.max(0, Math.min(most, team.blocks ?? 0) - has);
    if (most < (team.blocks ?? 0)) {
      const code = most === 0 ? ("no-specials" as const) : ("few-specials" as const);
      notes.push({ code, values: { team: team.name ?? team.id, n: most } });
    }
    if (gained > 0) {
      for (const id of own) students.add(id);
      for (const byTeacher of specials.values()) for (const id of byTeacher.keys()) teachers.add(id);
      for (const id of team.members) {
        teachers.add(id);
        given.set(id, (given.get(id) ?? 0) + gained * minutes);
      }
      moved += leastMoves(week, own, new Set(team.members), gained);
    }
    return { team: team.id, gained: gained * minutes };
  });
  return {
    kind: "specials",
    from: "next-year",
    ...together(teams),
    instructionLost: 0,
    students: students.size,
    teachers: teachers.size,
    moved,
    coverHours: 0,
    ...contractOf(week, (id) => minutesOf(week, week.free.get(id)!) - (given.get(id) ?? 0)),
    ...lawOf(week, () => 0),
    notes,
  };
}

/** Classes that two members of a team or more teach: its own students. */
function ownClasses(week: WaysWeek, members: readonly string[]): string[] {
  const team = new Set(members);
  const taughtBy = new Map<string, Set<string>>();
  for (const lesson of week.timetable.lessons) {
    const teaching = lesson.resources.filter((id) => team.has(id));
    if (teaching.length === 0) continue;
    for (const id of lesson.resources) {
      if (!week.taught.has(id)) continue;
      const found = taughtBy.get(id) ?? new Set();
      for (const teacher of teaching) found.add(teacher);
      taughtBy.set(id, found);
    }
  }
  return [...taughtBy].filter(([, found]) => found.size > 1).map(([id]) => id);
}

/** Periods a week that each class is with each teacher outside of the team, alone. */
function specialsOf(week: WaysWeek, classes: readonly string[], team: ReadonlySet<string>) {
  const lessons = new Map(week.timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const teachers = new Set(week.teachers);
  const found = new Map(classes.map((id) => [id, new Map<string, number>()]));
  for (const { lesson, duration } of week.timetable.placements) {
    const { resources } = lessons.get(lesson)!;
    if (resources.some((id) => team.has(id))) continue;
    const teacher = resources.find((id) => teachers.has(id));
    if (teacher === undefined) continue;
    for (const id of resources) {
      const byTeacher = found.get(id);
      byTeacher?.set(teacher, (byTeacher.get(teacher) ?? 0) + duration);
    }
  }
  return found;
}

/** How many periods, up to a number, in which every class has a special with a teacher of its own. */
function parallel(specials: ReadonlyMap<string, ReadonlyMap<string, number>>, most: number): number {
  for (let n = most; n > 0; n--) if (flows(specials, n)) return n;
  return 0;
}

/** Whether every class can send n of its periods to teachers who take n each at most: augmenting paths. */
function flows(specials: ReadonlyMap<string, ReadonlyMap<string, number>>, n: number): boolean {
  const sent = new Map<string, Map<string, number>>();
  const load = new Map<string, number>();
  const flow = (group: string, teacher: string) => sent.get(group)?.get(teacher) ?? 0;
  const add = (group: string, teacher: string, by: number) => {
    const row = sent.get(group) ?? new Map<string, number>();
    row.set(teacher, (row.get(teacher) ?? 0) + by);
    sent.set(group, row);
  };
  const augment = (group: string, seen: Set<string>): boolean => {
    for (const [teacher, room] of specials.get(group)!) {
      if (seen.has(teacher) || flow(group, teacher) >= room) continue;
      seen.add(teacher);
      if ((load.get(teacher) ?? 0) < n) {
        load.set(teacher, (load.get(teacher) ?? 0) + 1);
        add(group, teacher, 1);
        return true;
      }
      for (const other of specials.keys()) {
        if (other === group || flow(other, teacher) === 0) continue;
        add(other, teacher, -1);
        if (augment(other, seen)) {
          add(group, teacher, 1);
          return true;
        }
        add(other, teacher, 1);
      }
    }
    return false;
  };
  for (const group of specials.keys()) {
    for (let i = 0; i < n; i++) if (!augment(group, new Set())) return false;
  }
  return true;
}

/** Lessons that change place at least, so that all classes are away from the team in so many periods. */
function leastMoves(
  week: WaysWeek,
  classes: readonly string[],
  team: ReadonlySet<string>,
  n: number,
): number {
  const { grid } = week;
  const withTeam = week.minutes.map((_, p) =>
    classes.reduce((sum, id) => {
      const lesson = grid.lessonAt[grid.resourceIndex.get(id)! * week.minutes.length + p]!;
      return sum + (lesson >= 0 && grid.lessons[lesson]!.resources.some((r) => team.has(r)) ? 1 : 0);
    }, 0),
  );
  // Each lesson with the team that leaves such a period changes places with a special.
  return (
    2 *
    withTeam
      .sort((a, b) => a - b)
      .slice(0, n)
      .reduce((sum, count) => sum + count, 0)
  );
}
