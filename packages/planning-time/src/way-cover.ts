import { contractOf, lawOf, together } from "./way-balance.js";
import type { Way } from "./ways.js";
import type { WaysQuestion } from "./ways-question.js";
import { blocksNow, minutesOf, type WaysWeek } from "./ways-week.js";

/**
 * Cover teachers take the classes of members who teach while their team meets. Teams in turn take the period that needs
 * least cover, one block a day, within the cover teachers of each period and the lessons of each teacher that may be
 * covered in a week.
 */
export function coverWay(week: WaysWeek, cover: NonNullable<WaysQuestion["cover"]>): Way {
  const inUse = new Int32Array(week.minutes.length);
  const coveredOf = new Map<string, number>();
  const meeting = new Map<string, Set<number>>();
  const groups = new Map<string, number>();
  let hours = 0;
  let short = 0;
  const teams = week.teams.map((team) => {
    const has = blocksNow(week, team);
    const wanted = Math.max(0, (team.blocks ?? 0) - has.length);
    const days = new Set(has.map((p) => week.grid.dayOf[p]!));
    let gained = 0;
    for (let n = 0; n < wanted; n++) {
      const options = week.minutes.flatMap((_, p) => {
        if (days.has(week.grid.dayOf[p]!) || team.members.some((id) => meeting.get(id)?.has(p))) return [];
        const busy = team.members.filter((id) => !week.free.get(id)?.has(p));
        const full = busy.some((id) => (coveredOf.get(id) ?? 0) >= cover.lessonsPerTeacher);
        return full || inUse[p]! + busy.length > cover.teachers ? [] : [{ p, busy }];
      });
      const best = options.sort((a, b) => a.busy.length - b.busy.length || a.p - b.p)[0];
      if (!best) {
        short += wanted - n;
        break;
      }
      const { p, busy } = best;
      inUse[p]! += busy.length;
      days.add(week.grid.dayOf[p]!);
      gained += week.minutes[p]!;
      for (const id of team.members) meeting.set(id, (meeting.get(id) ?? new Set()).add(p));
      for (const id of busy) {
        coveredOf.set(id, (coveredOf.get(id) ?? 0) + 1);
        hours += week.minutes[p]! / 60;
        for (const group of groupsAt(week, id, p))
          groups.set(group, (groups.get(group) ?? 0) + week.minutes[p]!);
      }
    }
    return { team: team.id, gained };
  });
  return {
    kind: "cover",
    from: "next-term",
    ...together(teams),
    instructionLost: 0,
    students: groups.size,
    teachers: coveredOf.size,
    moved: 0,
    coverHours: Math.round(hours * 10) / 10,
    ...contractOf(week, (id) => {
      const free = week.free.get(id)!;
      const taken = [...(meeting.get(id) ?? [])].filter((p) => free.has(p));
      return minutesOf(week, free) - minutesOf(week, taken);
    }),
    ...lawOf(week, () => 0),
    notes: [
      { code: "covered", values: { minutes: Math.max(0, ...groups.values()) } },
      ...(short > 0 ? [{ code: "cover-short" as const, values: { n: short } }] : []),
    ],
  };
}

function groupsAt(week: WaysWeek, teacher: string, period: number): string[] {
  const { grid } = week;
  const lesson = grid.lessonAt[grid.resourceIndex.get(teacher)! * week.minutes.length + period]!;
  if (lesson < 0) return [];
  return grid.lessons[lesson]!.resources.filter((id) => week.taught.has(id));
}
