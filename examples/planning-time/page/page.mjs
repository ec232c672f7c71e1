import { weekNames } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/browser";
import { drawAnswer, markKept } from "./answer.mjs";
import { byId, h, offer } from "./elements.mjs";
import { firstWish, problemOf } from "./question.mjs";
import { breath, schoolDesk } from "./school-desk.mjs";
import { schoolView, showLimits } from "./school-view.mjs";
import { runningView, searchForm } from "./search-view.mjs";
import { changeLanguage, locale, say } from "./texts.mjs";

/** All that the page knows; every part is drawn from it. */
const state = {
  file: undefined,
  teamsFile: undefined,
  school: undefined,
  limits: [],
  issues: [],
  pins: [],
  /** Kinds of hard rules that are not kept. */
  dropped: new Set(),
  wish: firstWish(),
  /** Whether the further wishes are unfolded. */
  open: false,
  /** The plan, the question that it answers, and its changes. */
  plan: undefined,
  asked: undefined,
  changes: undefined,
  stop: undefined,
  shown: "",
  after: true,
};
const ask = schoolDesk("/school.js");

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
  void draw();
});

async function open(solution) {
  state.stop?.abort();
  Object.assign(state, {
    pins: [],
    dropped: new Set(),
    wish: { ...firstWish(), seconds: state.wish.seconds },
  });
  Object.assign(state, { school: undefined, plan: undefined, asked: undefined, changes: undefined });
  Object.assign(state, { stop: undefined, open: false, issues: [] });
  void draw();
  const { file, teamsFile } = state;
  const read = await ask("open", { file, teamsFile, solution, question: question() }).catch(() => ({
    issues: [{ key: "error.file" }],
  }));
  // Another file may have been opened meanwhile.
  if (file !== state.file || teamsFile !== state.teamsFile) return;
  await breath();
  const { issues = [], limits = [], ...school } = read;
  Object.assign(state, { issues, limits, school: issues.length === 0 ? school : undefined });
  state.shown = school.teams?.[0] ? `team ${school.teams[0].id}` : (school.timetable?.resources[0]?.id ?? "");
  await draw();
  (byId("school-title") ?? byId("refused")).focus();
}

/** What is wished, as it stands in the page. */
const question = () => structuredClone({ wish: state.wish, pins: state.pins, dropped: state.dropped });

/** Counts anew what the week allows, after a wish has changed. */
async function count() {
  const { school } = state;
  const limits = await ask("limits", { teams: school.teams, question: question() });
  if (school !== state.school) return;
  state.limits = limits;
  showLimits(state);
}

async function search() {
  const { school, plan: from } = state;
  const asked = {
    teams: structuredClone(school.teams.filter(({ blocks }) => blocks > 0)),
    question: question(),
  };
  state.stop = new AbortController();
  drawSearch();
  const { signal } = state.stop;
  try {
    const problem = problemOf({ timetable: school.timetable, teams: asked.teams }, asked.question);
    const plan = await planInWorker(problem, {
      seconds: state.wish.seconds,
      signal,
      ...(from && { from }),
      workerUrl: new URL("/worker.js", location.href),
      wasmUrl: new URL("/highs.wasm", location.href),
      onProgress: showProgress,
    });
    if (school !== state.school) return;
    const changes = await ask("changes", { ...asked, found: plan });
    Object.assign(state, { plan, asked, changes, stop: undefined });
  } catch (error) {
    if (school !== state.school) return;
    Object.assign(state, { stop: undefined, issues: [{ key: "error.search", because: error.message }] });
    drawIssues();
    drawSearch();
    return byId("refused").focus();
  }
  drawSearch();
  await breath();
  drawSchool();
  await answer();
  byId("status").textContent = say("answer.title", state.plan);
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

async function draw() {
  document.documentElement.lang = locale;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-say]"))
    element.textContent = say(element.dataset.say);
  const language = byId("language");
  language.textContent = say("language");
  language.lang = locale === "en" ? "es" : "en";
  drawIssues();
  // A large school's parts are drawn one by one.
  for (const part of [drawSchool, drawSearch, answer]) {
    await breath();
    await part();
  }
}

/** How people call what the school's timetable holds, in the language of the page. */
function namesOf({ timetable }) {
  if (named.timetable !== timetable || named.locale !== locale)
    named = { timetable, locale, names: weekNames(timetable, locale) };
  return named.names;
}
let named = {};

function drawIssues() {
  const words = (issue) => (issue.key ? say(issue.key, issue) : issue[locale]);
  const shown = state.issues.slice(0, 5).map((issue) => h("p", { class: "bad" }, words(issue)));
  byId("refused").replaceChildren(...shown);
}

function drawSchool() {
  const { school } = state;
  if (!school) return byId("school").replaceChildren();
  const focused = document.activeElement?.id;
  const show = (change) => {
    Object.assign(state, change);
    drawSchool();
  };
  byId("school").replaceChildren(
    schoolView(
      { ...state, names: namesOf(school) },
      {
        onSolution: open,
        onBlocks: count,
        onShown: (id) => show({ shown: id }),
        onAfter: (checked) => show({ after: checked }),
      },
    ),
  );
  if (focused && byId("school").querySelector(`#${CSS.escape(focused)}`)) byId(focused).focus();
}

function drawSearch() {
  const { school, stop } = state;
  if (!school || school.teams.length === 0) return byId("search").replaceChildren();
  if (stop) {
    byId("search").replaceChildren(runningView(() => stop.abort()));
    return byId("stop").focus();
  }
  const names = namesOf(school);
  byId("search").replaceChildren(
    searchForm(
      { ...state, names, again: state.plan !== undefined },
      {
        onStart: () => void search(),
        onLetGo: keep,
        onWish: count,
        onOpen: (open) => {
          state.open = open;
        },
      },
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
  markKept(state.pins);
  byId("start").focus();
}

/** Draws the answer, a few changes at a time. */
async function answer() {
  const { plan, asked, changes, school } = state;
  const place = byId("answer");
  if (!plan) return place.replaceChildren();
  const base = `planned-${school.fileName}`;
  const save = (act, ending) => async () => offer(await ask(act, { locale }), `${base}${ending}`);
  await drawAnswer(place, {
    problem: problemOf({ timetable: school.timetable, teams: asked.teams }, asked.question),
    plan,
    changes,
    names: namesOf(school),
    pins: state.pins,
    onKeep: (move) => keep({ lesson: move.lesson, at: move.from }),
    onSave: save("file", ""),
    onCsv: save("moves", ".csv"),
    onCover: save("covered", "-cover.csv"),
    onSheet: save("sheet", ".txt"),
  });
}

void draw();
