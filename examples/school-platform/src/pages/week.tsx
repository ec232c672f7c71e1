import type { CoveredLesson } from "@collegium/planning-time";
import { atSchool, isBusy, span, type WeekGrid } from "@collegium/scheduling";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import { dayNames } from "./names.js";

/** What a plan changes in the week of a team. */
export interface PlannedWeek {
  /** Periods of the team's blocks under the plan. */
  readonly blocks: readonly string[];
  /** Lessons that somebody takes for somebody else; `week` is the week in which they do. */
  readonly covered: readonly CoveredLesson[];
}

/** A team's week: who is free in each period, and what keeps the others: a lesson, or the timetable's own rules. */
export function WeekTable(props: {
  frame: Frame;
  week: WeekGrid;
  members: readonly string[];
  planned?: PlannedWeek;
}) {
  const { frame, week, members, planned } = props;
  const { say } = frame;
  const { timetable } = week;
  const days = dayNames(timetable, frame.locale);
  const byDay = timetable.days.map((day) => timetable.periods.filter((period) => period.day === day.id));
  const rows = Math.max(...byDay.map((periods) => periods.length));
  const lessons = lessonsOf(week, members);
  const isHere = atSchool(timetable);
  const person = (id: string) => week.resources[week.resourceIndex.get(id) ?? -1]?.name ?? id;
  const covered = (planned?.covered ?? []).map((one) => {
    const first = week.periodIndex.get(one.period) as number;
    const lesson = week.lessons[week.lessonIndex.get(one.lesson) ?? -1]?.name ?? one.lesson;
    return { ...one, first, words: { by: person(one.by), member: person(one.member), lesson } };
  });
  return (
    <Scroll label={say("week.caption")}>
      <table class="week">
        <caption>{say("week.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("week.period")}</th>
            {timetable.days.map((day) => (
              <th scope="col">{days.get(day.id)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr>
              <th scope="row">{row + 1}</th>
              {byDay.map((periods) => {
                const period = periods[row];
                if (!period) return <td />;
                const at = week.periodIndex.get(period.id) as number;
                const teaches = (id: string) => isBusy(week, week.resourceIndex.get(id) as number, at);
                const busy = members.filter((id) => teaches(id) || !isHere(id, period.id));
                const then = covered.filter(({ first, duration }) => first <= at && at < first + duration);
                const taken = then
                  .filter(({ member }) => members.includes(member))
                  .map(({ words }) => say("plan.covered.takes", words));
                const covers = new Map(
                  then.map(({ by, words }) => [by, say("plan.covered.covers", words)] as const),
                );
                const block = planned?.blocks.includes(period.id) ?? false;
                return (
                  <Cell
                    frame={frame}
                    busy={busy}
                    members={members}
                    lessons={lessons}
                    at={at}
                    week={week}
                    block={block}
                    taken={taken}
                    covers={covers}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Cell(props: {
  frame: Frame;
  week: WeekGrid;
  members: readonly string[];
  busy: readonly string[];
  lessons: ReadonlyMap<string, string>;
  at: number;
  block: boolean;
  taken: readonly string[];
  covers: ReadonlyMap<string, string>;
}) {
  const { frame, week, members, busy, lessons, at, block, taken, covers } = props;
  const { say } = frame;
  const free = members.length - busy.length;
  const instead = taken.map((words) => <div class="taken">{words}</div>);
  if (block)
    return (
      <td class="new">
        ★ {say("week.block")}
        {instead}
      </td>
    );
  if (busy.length === 0)
    return (
      <td class="all">
        ✓ {say("week.all")}
        {instead}
      </td>
    );
  const near = busy.length === 1 && members.length > 1;
  return (
    <td class={near ? "near" : ""}>
      <details>
        <summary>{say("week.free", { free, all: members.length })}</summary>
        <ul>
          {busy.map((member) => (
            <li>
              {week.resources[week.resourceIndex.get(member) as number]?.name}:{" "}
              {covers.get(member) ?? lessons.get(`${member} ${at}`) ?? say("week.away")}
            </li>
          ))}
        </ul>
      </details>
      {instead}
    </td>
  );
}

/** What keeps each member in each period, by `member period`. */
function lessonsOf(week: WeekGrid, members: readonly string[]): Map<string, string> {
  const wanted = new Set(members);
  const names = new Map<string, string>();
  for (const placement of week.timetable.placements) {
    const lesson = week.lessons[week.lessonIndex.get(placement.lesson) ?? -1];
    if (!lesson) continue;
    const people = [...lesson.resources, ...(placement.chosen ?? []).map(({ resource }) => resource)];
    const [start, end] = span(week, placement);
    for (const person of people.filter((id) => wanted.has(id))) {
      for (let at = start; at < end; at++) names.set(`${person} ${at}`, lesson.name);
    }
  }
  return names;
}
