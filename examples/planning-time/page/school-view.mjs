import { sayReason } from "@collegium/planning-time";
import { byId, h } from "./elements.mjs";
import { locale, say } from "./texts.mjs";
import { personCells, teamCells, weekTable } from "./week.mjs";

/** A school as it was read: its size, its teams with what they wish, and the week of one team or person. */
export function schoolView(state, on) {
  const { school } = state;
  const { timetable, teams, solutions } = school;
  const count = (kinds) => timetable.resources.filter(({ kind }) => kinds.includes(kind)).length;
  return h(
    "section",
    { "aria-labelledby": "school-title" },
    h("h2", { id: "school-title", tabindex: -1 }, say("school.title", { school: timetable.school })),
    h(
      "p",
      { class: "soft" },
      say("school.size", {
        teachers: count(["teacher"]),
        groups: count(["group", "student"]),
        lessons: timetable.lessons.length,
      }),
    ),
    ...(school.warnings ?? []).slice(0, 3).map((issue) => h("p", { class: "note" }, issue[locale])),
    solutions.length > 1 && solutionChoice(school, on),
    teams.length === 0 ? h("p", { class: "note" }, say("teams.none")) : teamTable(school, state.limits, on),
    h("div", { id: "impossible" }, ...impossible(school, state.limits)),
    weekChoice(state, on),
    currentWeek(state),
  );
}

function solutionChoice({ solutions, wanted, timetable }, { onSolution }) {
  const current = wanted ?? timetable.label;
  return h(
    "p",
    {},
    h("label", { for: "solution" }, say("open.solution"), " "),
    h(
      "select",
      { id: "solution", onchange: (event) => onSolution(event.target.value) },
      ...solutions.map((name) => h("option", { value: name, selected: name === current }, name)),
    ),
  );
}

/** Shows new counts of what the week allows, and leaves everything else as it is: somebody may be typing. */
export function showLimits({ school, limits }) {
  for (const [index, { now, most }] of limits.entries()) {
    byId(`now-${index}`).textContent = String(now);
    byId(`most-${index}`).textContent = `≤ ${most}`;
  }
  byId("impossible").replaceChildren(...impossible(school, limits));
}

/** What counting alone rules out, in words, before anybody searches. */
function impossible({ teams }, limits) {
  return limits.flatMap(({ most, wanted, because }, index) => {
    const team = teams[index].name ?? teams[index].id;
    const words = say("teams.impossible", { team, because: sayReason(because, locale) });
    return most < wanted ? [h("p", { class: "note" }, words)] : [];
  });
}

function teamTable(school, limits, { onBlocks }) {
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": say("teams.caption") },
    h(
      "table",
      {},
      h("caption", {}, say("teams.caption")),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...["team", "members", "now", "wanted", "most"].map((key) =>
            h("th", { scope: "col" }, say(`teams.${key}`)),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        ...school.teams.map((team, index) => {
          const name = team.name ?? team.id;
          const { now, most } = limits[index];
          return h(
            "tr",
            {},
            h("th", { scope: "row" }, name),
            h("td", { class: "number" }, String(team.members.length)),
            h("td", { class: "number", id: `now-${index}` }, String(now)),
            h(
              "td",
              {},
              h("input", {
                id: `blocks-${index}`,
                type: "number",
                min: 0,
                max: 10,
                value: team.blocks,
                "aria-label": say("teams.wantedFor", { team: name }),
                onchange: (event) => {
                  team.blocks = Math.max(0, Math.min(10, Math.round(Number(event.target.value)) || 0));
                  onBlocks();
                },
              }),
            ),
            h("td", { class: "number", id: `most-${index}` }, `≤ ${most}`),
          );
        }),
      ),
    ),
  );
}

function weekChoice({ school, plan, shown, after }, { onShown, onAfter }) {
  const { timetable, teams } = school;
  const option = (value, text) => h("option", { value, selected: value === shown }, text);
  const people = (kinds) =>
    timetable.resources.filter(({ kind }) => kinds.includes(kind)).map(({ id, name }) => option(id, name));
  return h(
    "p",
    { class: "row no-print" },
    h("label", { for: "shown" }, say("week.show")),
    h(
      "select",
      {
        id: "shown",
        onchange: (event) => onShown(event.target.value),
      },
      ...teams.map((team) => option(`team ${team.id}`, say("week.team", { name: team.name ?? team.id }))),
      ...people(["group", "student"]),
      ...people(["teacher"]),
    ),
    plan &&
      h(
        "label",
        { class: "inline" },
        h("input", {
          id: "after",
          type: "checkbox",
          checked: after,
          onchange: (event) => onAfter(event.target.checked),
        }),
        " ",
        say("week.after"),
      ),
  );
}

function currentWeek({ school, plan, shown, after, names }) {
  const { timetable, teams } = school;
  const shows = plan && after;
  const { placements, covered = [] } = shows ? plan : timetable;
  const team = teams.find(({ id }) => `team ${id}` === shown);
  const own = shows
    ? plan.teams.filter((one) => (team ? one.id === team.id : one.members.includes(shown)))
    : [];
  const blocks = new Set(own.flatMap((one) => one.blocks));
  const name = team ? (team.name ?? team.id) : names.resource(shown);
  const cell = team
    ? teamCells({ timetable, placements, covered, team, blocks })
    : personCells({ timetable, placements, covered, names, id: shown, blocks });
  return weekTable({ timetable, names, title: say("week.caption", { name }), cell });
}
