import { timetableIssueIn } from "@collegium/exchange";
import { movesCsv, planSheet, teamLimits, weekNames } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/browser";
import { inLanguage } from "@collegium/scheduling";
import { answerView } from "./answer.mjs";
import { byId, h, offer } from "./elements.mjs";
import { plannedFile, readSchool } from "./files.mjs";
import { schoolView } from "./school-view.mjs";
import { runningView, searchForm } from "./search-view.mjs";
import { changeLanguage, locale, say } from "./texts.mjs";

/** All that the page knows; every part is drawn from it. */
const state = {
  file: undefined,
  teamsFile: undefined,
  school: undefined,
  issues: [],
  pins: [],
  /** Kinds of hard rules that are not kept. */
  dropped: new Set(),
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
  const { issues = [] } = read;
  Object.assign(state, { issues, pins: [], dropped: new Set() });
  Object.assign(state, { plan: undefined, problem: undefined, school: undefined });
  if (issues.length === 0) {
    state.school = read;
    state.shown = read.teams[0] ? `team ${read.teams[0].id}` : (read.timetable.resources[0]?.id ?? "");
  }
  draw();
  (byId("school-title") ?? byId("refused")).focus();
}

/** The question as it stands in the page. */
function asked() {
  const { school, pins, wish, dropped } = state;
  const teams = school.teams.filter(({ blocks }) => blocks > 0);
  const rules = (school.timetable.rules ?? []).filter(({ kind, hard }) => !hard || !dropped.has(kind));
  const timetable = { ...school.timetable, rules };
  return { timetable, teams, rules: wish.rules, pins: [...pins], ownPeriods: wish.own };
}

/** An issue as a sentence in the reader's language. */
function sentence(issue) {
  if (issue.key) return say(issue.key, issue);
  const { message, hint = "" } = timetableIssueIn(inLanguage(issue, locale), locale);
  return `${message} ${hint}`;
}

function drawIssues() {
  const shown = state.issues.slice(0, 5).map((issue) => h("p", { class: "bad" }, sentence(issue)));
  byId("refused").replaceChildren(...shown);
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
  drawIssues();
  drawSchool();
  drawSearch();
  drawAnswer();
}

function drawSchool() {
  const { school, plan, shown, after } = state;
  if (!school) return byId("school").replaceChildren();
  const show = (id, change) => {
    Object.assign(state, change);
    drawSchool();
    byId(id).focus();
  };
  byId("school").replaceChildren(
    schoolView(
      { school, plan, shown, after, limits: teamLimits({ ...asked(), teams: school.teams }), sentence },
      {
        onSolution: open,
        onBlocks: (id) => show(id, {}),
        onShown: (id) => show("shown", { shown: id }),
        onAfter: (checked) => show("after", { after: checked }),
      },
    ),
  );
}

function drawSearch() {
  const { school, plan, stop, wish, pins, dropped } = state;
  if (!school || school.teams.length === 0) return byId("search").replaceChildren();
  if (stop) {
    byId("search").replaceChildren(runningView(() => stop.abort()));
    return byId("stop").focus();
  }
  const names = weekNames(school.timetable, locale);
  byId("search").replaceChildren(
    searchForm(
      { wish, pins, names, dropped, rules: school.timetable.rules ?? [], again: plan !== undefined },
      { onStart: () => void search(), onLetGo: keep, onWish: drawSchool },
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
      onCsv: () => offer(`\uFEFF${movesCsv(problem, plan, locale)}`, `${base}.csv`),
      onSheet: () => offer(planSheet(problem, plan, { locale, changes: true }), `${base}.txt`),
    }),
  );
}

draw();
