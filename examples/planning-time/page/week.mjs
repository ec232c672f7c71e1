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

/** Cells for one teacher or student group: the lessons before or after. */
export function personCells({ timetable, placements, names, id, blocks }) {
  const before = lessonsOf(timetable, timetable.placements, id);
  const after = lessonsOf(timetable, placements, id);
  return (period) => {
    const now = after.get(period) ?? [];
    const old = before.get(period) ?? [];
    const changed = now.join() !== old.join();
    const block = blocks.has(period);
    return h(
      "td",
      {
        class: [changed && "changed", block && "block", now.length === 0 && "free"].filter(Boolean).join(" "),
      },
      block
        ? h("strong", {}, say("week.block"))
        : now.length > 0
          ? now.map(names.lesson).join(" + ")
          : say("week.free"),
      changed &&
        h("small", {}, say("week.was", { before: old.map(names.lesson).join(" + ") || say("week.free") })),
    );
  };
}

/** Cells for a team: how many of its members teach. */
export function teamCells({ timetable, placements, team, blocks }) {
  const grids = [timetable.placements, placements].map((list) =>
    weekGrid({ ...timetable, placements: list }),
  );
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
