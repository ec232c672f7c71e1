import { planSheet, teamLimits, weekNames } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/browser";
import { answerView } from "./answer.mjs";
import { byId, h, offer } from "./elements.mjs";
import { plannedFile, readSchool } from "./files.mjs";
import { changeLanguage, locale, say } from "./texts.mjs";
import { personCells, teamCells, weekTable } from "./week.mjs";

/** All that the page knows; every part is drawn from it. */
const state = {
  file: undefined,
  teamsFile: undefined,
  school: undefined,
  pins: [],
  plan: undefined,
  problem: undefined,
  stop: undefined,
  shown: "",
  after: true,
  wish: { seconds: 20, rules: "all", own: 0 },
};

for (const [id, key] of [
  ["timetable", "file"],
  ["teams-file", "teamsFile"],
]) {
  byId(id).addEventListener("change", (event) => {
    state[key] = event.target.files[0];
    if (state.file) void open();
  });
}
const drop = byId("drop");
for (const type of ["dragover", "dragleave", "drop"]) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", type === "dragover");
    const [file] = event.dataTransfer?.files ?? [];
    if (type !== "drop" || !file) return;
    state.file = file;
    void open();
  });
}
byId("example").addEventListener("click", async () => {
  const response = await fetch("/example.xml");
  state.file = new File([await response.blob()], "example.xml");
  state.teamsFile = undefined;
  await open();
});
byId("language").addEventListener("click", () => {
  changeLanguage();
  draw();
});

async function open(solution) {
  state.stop?.abort();
  const read = await readSchool(state.file, state.teamsFile, solution);
  Object.assign(state, { pins: [], plan: undefined, problem: undefined, school: undefined });
  byId("refused").replaceChildren(
    ...(read.issues ?? [])
      .slice(0, 5)
      .map((issue) => h("p", { class: "bad" }, `${issue.message} ${issue.hint ?? ""}`)),
  );
  if (!read.issues) {
    state.school = read;
    state.shown = read.teams[0] ? `team ${read.teams[0].id}` : (read.timetable.resources[0]?.id ?? "");
  }
  draw();
  byId("school-title")?.focus();
}

/** The question as it stands in the page. */
function asked() {
  const { school, pins, wish } = state;
  const teams = school.teams.filter(({ blocks }) => blocks > 0);
  return { timetable: school.timetable, teams, rules: wish.rules, pins: [...pins], ownPeriods: wish.own };
}

async function search() {
  const problem = asked();
  const from = state.plan;
  state.stop = new AbortController();
  drawSearch();
  const plan = await planInWorker(problem, {
    seconds: state.wish.seconds,
    signal: state.stop.signal,
    ...(from && { from }),
    workerUrl: new URL("/worker.js", location.href),
    wasmUrl: new URL("/highs.wasm", location.href),
    onProgress: showProgress,
  });
  Object.assign(state, { plan, problem, stop: undefined });
  drawSearch();
  drawSchool();
  drawAnswer();
  byId("status").textContent = say("answer.title", plan);
  byId("answer-title")?.focus();
}

function showProgress({ placed, wanted, moved, bound }) {
  const bar = byId("bar");
  if (!bar) return;
  bar.max = Math.max(1, wanted);
  bar.value = placed;
  const words = say("search.progress", { placed, wanted, moved });
  byId("progress").textContent =
    bound.moved > 0 ? `${words}; ${say("search.bound", { moved: bound.moved })}` : words;
}

function draw() {
  document.documentElement.lang = locale;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-say]"))
    element.textContent = say(element.dataset.say);
  const language = byId("language");
  language.textContent = say("language");
  language.lang = locale === "en" ? "es" : "en";
  drawSchool();
  drawSearch();
  drawAnswer();
}

function drawSchool() {
  const { school, plan } = state;
  if (!school) return byId("school").replaceChildren();
  const { timetable, teams, solutions } = school;
  const count = (kinds) => timetable.resources.filter(({ kind }) => kinds.includes(kind)).length;
  byId("school").replaceChildren(
    h(
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
      ...(school.warnings ?? []).slice(0, 3).map(({ message }) => h("p", { class: "note" }, message)),
      solutions.length > 1 && solutionChoice(school),
      teams.length === 0 ? h("p", { class: "note" }, say("teams.none")) : teamTable(school),
      weekChoice(school),
      currentWeek(school, plan),
    ),
  );
}

function solutionChoice({ solutions, wanted, timetable }) {
  const current = wanted ?? timetable.label;
  return h(
    "p",
    {},
    h("label", { for: "solution" }, say("open.solution"), " "),
    h(
      "select",
      { id: "solution", onchange: (event) => open(event.target.value) },
      ...solutions.map((name) => h("option", { value: name, selected: name === current }, name)),
    ),
  );
}

function teamTable(school) {
  const limits = teamLimits({
    timetable: school.timetable,
    teams: school.teams,
    rules: "clashes",
    ownPeriods: state.wish.own,
  });
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
            h("td", { class: "number" }, String(now)),
            h(
              "td",
              {},
              h("input", {
                type: "number",
                min: 0,
                max: 10,
                value: team.blocks,
                "aria-label": say("teams.wantedFor", { team: name }),
                onchange: (event) => {
                  team.blocks = Math.max(0, Math.min(10, Math.round(Number(event.target.value)) || 0));
                  event.target.value = team.blocks;
                },
              }),
            ),
            h("td", { class: "number" }, `≤ ${most}`),
          );
        }),
      ),
    ),
  );
}

function weekChoice({ timetable, teams }) {
  const option = (value, text) => h("option", { value, selected: value === state.shown }, text);
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
        onchange: (event) => {
          state.shown = event.target.value;
          drawSchool();
          byId("shown").focus();
        },
      },
      ...teams.map((team) => option(`team ${team.id}`, say("week.team", { name: team.name ?? team.id }))),
      ...people(["group", "student"]),
      ...people(["teacher"]),
    ),
    state.plan &&
      h(
        "label",
        { class: "inline" },
        h("input", {
          id: "after",
          type: "checkbox",
          checked: state.after,
          onchange: (event) => {
            state.after = event.target.checked;
            drawSchool();
            byId("after").focus();
          },
        }),
        " ",
        say("week.after"),
      ),
  );
}

function currentWeek({ timetable, teams }, plan) {
  const names = weekNames(timetable, locale);
  const shows = plan && state.after;
  const placements = shows ? plan.placements : timetable.placements;
  const team = teams.find(({ id }) => `team ${id}` === state.shown);
  const own = shows
    ? plan.teams.filter((one) => (team ? one.id === team.id : one.members.includes(state.shown)))
    : [];
  const blocks = new Set(own.flatMap((one) => one.blocks));
  const name = team ? (team.name ?? team.id) : names.resource(state.shown);
  const cell = team
    ? teamCells({ timetable, placements, team, blocks })
    : personCells({ timetable, placements, names, id: state.shown, blocks });
  return weekTable({ timetable, names, title: say("week.caption", { name }), cell });
}

function drawSearch() {
  const { school, plan, stop, wish, pins } = state;
  if (!school || school.teams.length === 0) return byId("search").replaceChildren();
  if (stop) {
    byId("search").replaceChildren(
      h(
        "section",
        { class: "running", "aria-labelledby": "search-title" },
        h("h2", { id: "search-title" }, say("search.running")),
        h("progress", { id: "bar", max: 1, value: 0, "aria-labelledby": "search-title" }),
        h("p", { id: "progress", "aria-live": "polite" }),
        h(
          "button",
          { type: "button", id: "stop", class: "danger", onclick: () => stop.abort() },
          say("search.stop"),
        ),
      ),
    );
    return byId("stop").focus();
  }
  const select = (id, value, options, take) =>
    h(
      "select",
      { id, onchange: (event) => take(event.target.value) },
      ...options.map(([key, text]) =>
        h("option", { value: key, selected: String(key) === String(value) }, text),
      ),
    );
  byId("search").replaceChildren(
    h(
      "section",
      { class: "no-print", "aria-labelledby": "search-title" },
      h("h2", { id: "search-title" }, say("search.title")),
      pins.length > 0 && pinList(pins),
      h(
        "div",
        { class: "row" },
        h("label", { for: "rules" }, say("search.rules")),
        select(
          "rules",
          wish.rules,
          [
            ["all", say("search.all")],
            ["clashes", say("search.clashes")],
          ],
          (value) => {
            wish.rules = value;
          },
        ),
        h("label", { for: "seconds" }, say("search.seconds")),
        select(
          "seconds",
          wish.seconds,
          [5, 10, 20, 60, 120].map((n) => [n, say("search.second", { n })]),
          (value) => {
            wish.seconds = Number(value);
          },
        ),
        h("label", { for: "own" }, say("search.own")),
        h("input", {
          id: "own",
          type: "number",
          min: 0,
          max: 20,
          value: wish.own,
          onchange: (event) => {
            wish.own = Math.max(0, Math.round(Number(event.target.value)) || 0);
          },
        }),
        h(
          "button",
          { type: "button", id: "start", onclick: () => void search() },
          say(plan ? "search.again" : "search.start"),
        ),
      ),
    ),
  );
}

function pinList(pins) {
  const names = weekNames(state.school.timetable, locale);
  return h(
    "div",
    {},
    h("h3", {}, say("pins.title")),
    h(
      "ul",
      { class: "pins" },
      ...pins.map((pin) => {
        const [lesson, from] = [names.lesson(pin.lesson), names.period(pin.at)];
        return h(
          "li",
          {},
          `${lesson} · ${from} `,
          h(
            "button",
            {
              type: "button",
              class: "quiet small",
              "aria-label": say("pins.removeOf", { lesson, from }),
              onclick: () => keep(pin),
            },
            say("pins.remove"),
          ),
        );
      }),
    ),
  );
}

/** Keeps a lesson where it is today, or lets it go again. */
function keep({ lesson, at }) {
  const kept = state.pins.some((pin) => pin.lesson === lesson && pin.at === at);
  state.pins = kept
    ? state.pins.filter((pin) => pin.lesson !== lesson || pin.at !== at)
    : [...state.pins, { lesson, at }];
  drawSearch();
  drawAnswer();
}

function drawAnswer() {
  const { plan, problem, school, pins } = state;
  if (!plan) return byId("answer").replaceChildren();
  const names = weekNames(school.timetable, locale);
  const base = `planned-${school.fileName}`;
  byId("answer").replaceChildren(
    answerView({
      problem,
      plan,
      names,
      pins,
      onKeep: (move) => {
        keep({ lesson: move.lesson, at: move.from });
        byId("start").focus();
      },
      onSave: async () => offer(await plannedFile(school, plan), base),
      onSheet: () => offer(planSheet(problem, plan, { locale, changes: true }), `${base}.txt`),
    }),
  );
}

draw();
