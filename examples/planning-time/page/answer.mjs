import { planSpeaker, sayProof, sayReason } from "@collegium/planning-time";
import { oneChange } from "./change-view.mjs";
import { coverList } from "./cover-view.mjs";
import { byId, h } from "./elements.mjs";
import { breath } from "./school-desk.mjs";
import { locale, say } from "./texts.mjs";

/** Changes that are drawn before the page may breathe. */
const AT_ONCE = 6;

/** The drawing that goes on: an older one ends when a newer one begins. */
let latest = 0;

/** Draws a plan to read and carry out: what it gives, what could not be had, every change step by step. */
export async function drawAnswer(place, answer) {
  const mine = ++latest;
  const { problem, changes } = answer;
  const team = (id) => problem.teams.find((one) => one.id === id)?.name ?? id;
  const list = h("div", { id: "changes" });
  place.setAttribute("aria-busy", "true");
  place.replaceChildren(answerView({ ...answer, team, list }));
  for (let at = 0; at < changes.swaps.length; at += AT_ONCE) {
    await breath();
    if (mine !== latest) return;
    const some = changes.swaps.slice(at, at + AT_ONCE);
    list.append(...some.map((swap, n) => oneChange({ ...answer, team, swap, index: at + n })));
  }
  if (problem.cover) list.append(coverList({ ...answer, team }));
  place.removeAttribute("aria-busy");
}

/** Shows which lessons are kept where they are, without drawing anything anew. */
export function markKept(pins) {
  for (const button of byId("answer").querySelectorAll("button[data-lesson]")) {
    const { lesson, at } = button.dataset;
    const kept = pins.some((pin) => pin.lesson === lesson && pin.at === at);
    button.setAttribute("aria-pressed", String(kept));
  }
}

function answerView({ plan, changes, names, team, list, problem, ...on }) {
  const { swaps } = changes;
  return h(
    "section",
    { "aria-labelledby": "answer-title" },
    h("h2", { id: "answer-title", tabindex: -1 }, say("answer.title", plan)),
    ...sayProof(plan, locale).map((sentence) => h("p", {}, sentence)),
    ...checks(plan),
    h(
      "ul",
      { class: "cards" },
      ...plan.teams.map(({ id, wanted, blocks }) =>
        h(
          "li",
          { class: blocks.length < wanted ? "short" : "" },
          h("strong", {}, team(id)),
          h("span", {}, `${blocks.length} / ${wanted}`),
          h("span", { class: "soft" }, blocks.map((period) => `★ ${names.period(period)}`).join("  ") || "–"),
        ),
      ),
    ),
    ...(plan.unplaced.length > 0
      ? [
          h("h3", {}, say("answer.unplaced")),
          h(
            "ul",
            {},
            ...plan.unplaced.map((miss) =>
              h("li", {}, `${team(miss.team)}: ${sayReason(miss.reason, locale)}`),
            ),
          ),
        ]
      : []),
    swaps.length === 0
      ? h("p", {}, say("answer.nothing"))
      : h("h3", {}, say("answer.changes", { n: swaps.length })),
    swaps.length > 0 && h("p", {}, say("answer.lead", { n: swaps.length })),
    h(
      "div",
      { class: "row no-print" },
      h("button", { type: "button", onclick: on.onSave }, say("answer.save")),
      quiet("answer.csv", on.onCsv),
      problem.cover && quiet("answer.cover.csv", on.onCover),
      quiet("answer.sheet", on.onSheet),
      quiet("answer.print", () => print()),
    ),
    list,
  );
}

const quiet = (key, onclick) => h("button", { type: "button", class: "quiet", onclick }, say(key));

/** What was checked and what was not, and what is uneven or unpopular. */
function checks({ hard, unchecked, terms }) {
  const speak = planSpeaker(locale);
  const note = (words) => h("p", { class: "note" }, words);
  return [
    unchecked && note(say("answer.draft", { n: unchecked.conflicts })),
    hard && hard.kinds.length > 0 && h("p", {}, say("answer.hard", hard)),
    hard &&
      hard.unread.length > 0 &&
      note(say("answer.unread", { list: hard.unread.map(({ kind }) => kind).join(", ") })),
    terms.fairness > 0 && h("p", {}, speak("plan.fairness", { percent: terms.fairness })),
    terms.unpopular > 0 && h("p", {}, speak("plan.unpopular", { n: terms.unpopular })),
  ];
}
