import { weekWithCover } from "@collegium/planning-time";
import { isBusy, weekGrid } from "@collegium/scheduling";
import { h } from "./elements.mjs";
import { say } from "./texts.mjs";

/** A week as a table: days across, periods down; what changed is marked in words and colour. */
export function weekTable({ timetable, names, title, cell }) {
  const days = timetable.days.map(({ id }) => timetable.periods.filter(({ day }) => day === id));
  const rows = Math.max(...days.map((periods) => periods.length));
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
    h(
      "table",
      { class: "week" },
      h("caption", {}, title),
      h(
        "thead",
        {},
        h("tr", {}, h("td"), ...timetable.days.map((day) => h("th", { scope: "col" }, names.day(day.id)))),
      ),
      h(
        "tbody",
        {},
        ...Array.from({ length: rows }, (_, row) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, String(row + 1)),
            ...days.map((periods) => (periods[row] ? cell(periods[row].id) : h("td"))),
          ),
        ),
      ),
    ),
  );
}

/** Cells for one teacher or student group: the lessons before or after, and what somebody covers for somebody else. */
export function personCells({ timetable, placements, covered, names, id, blocks }) {
  const before = lessonsOf(timetable, timetable.placements, id);
  const after = lessonsOf(timetable, placements, id);
  const covers = coversOf(timetable, covered);
  return (period) => {
    const then = covers.get(period) ?? [];
    const taken = then.filter(({ member }) => member === id);
    const own = (after.get(period) ?? []).filter((lesson) => !taken.some((one) => one.lesson === lesson));
    const covering = then.filter(({ by }) => by === id);
    const old = (before.get(period) ?? []).map(names.lesson);
    const now = [
      ...own.map(names.lesson),
      ...covering.map(({ lesson }) => say("week.covers", { lesson: names.lesson(lesson) })),
    ];
    const changed = now.join() !== old.join();
    const block = blocks.has(period);
    return h(
      "td",
      {
        class: [changed && "changed", block && "block", now.length === 0 && "free"].filter(Boolean).join(" "),
      },
      block ? h("strong", {}, say("week.block")) : now.length > 0 ? now.join(" + ") : say("week.free"),
      ...taken.map(({ by, lesson }) =>
        h("small", {}, say("week.taken", { who: names.resource(by), lesson: names.lesson(lesson) })),
      ),
      changed && h("small", {}, say("week.was", { before: old.join(" + ") || say("week.free") })),
    );
  };
}

/** Cells for a team: how many of its members teach. */
export function teamCells({ timetable, placements, covered, team, blocks }) {
  const grids = [timetable, weekWithCover(timetable, { placements, covered })].map(weekGrid);
  const busyIn = (grid, period) =>
    team.members.filter((id) => isBusy(grid, grid.resourceIndex.get(id), grid.periodIndex.get(period)))
      .length;
  const word = (count) => (count === 0 ? say("week.all") : say("week.busy", { n: count }));
  return (period) => {
    const [old, now] = grids.map((grid) => busyIn(grid, period));
    const block = blocks.has(period);
    return h(
      "td",
      { class: [old !== now && "changed", block && "block", now === 0 && "free"].filter(Boolean).join(" ") },
      block ? h("strong", {}, say("week.block")) : word(now),
      old !== now && h("small", {}, say("week.was", { before: word(old) })),
    );
  };
}

/** Covered lessons by period. */
function coversOf({ periods }, covered) {
  const cells = new Map();
  for (const one of covered) {
    const first = periods.findIndex(({ id }) => id === one.period);
    for (const { id } of periods.slice(first, first + one.duration))
      cells.set(id, [...(cells.get(id) ?? []), one]);
  }
  return cells;
}

function lessonsOf(timetable, placements, id) {
  const index = new Map(timetable.periods.map((period, i) => [period.id, i]));
  const lessons = new Map(timetable.lessons.map((lesson) => [lesson.id, lesson]));
  const cells = new Map();
  for (const placement of placements) {
    const all = [
      ...lessons.get(placement.lesson).resources,
      ...(placement.chosen ?? []).map((c) => c.resource),
    ];
    if (!all.includes(id)) continue;
    for (let d = 0; d < placement.duration; d++) {
      const period = timetable.periods[index.get(placement.start) + d].id;
      cells.set(period, [...(cells.get(period) ?? []), placement.lesson].sort());
    }
  }
  return cells;
}
