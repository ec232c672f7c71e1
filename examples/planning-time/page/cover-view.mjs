import { planSpeaker } from "@collegium/planning-time";
import { h } from "./elements.mjs";
import { locale, say } from "./texts.mjs";

/** Who covers what, in time order, with the changes that come first, and how much it is for each. */
export function coverList({ problem, plan, changes, names, team }) {
  const covered = plan.covered ?? [];
  const speak = planSpeaker(locale);
  const periods = (id) =>
    covered.filter(({ by }) => by === id).reduce((sum, { duration }) => sum + duration, 0);
  const sums = problem.cover.teachers.map(({ id, periods: most }) =>
    speak("cover.sum", { who: names.resource(id), n: periods(id), most }),
  );
  const head = ["cover.period", "cover.by", "lesson", "cover.team", "cover.after", "done"];
  return h(
    "section",
    { "aria-labelledby": "cover-answer" },
    h("h3", { id: "cover-answer" }, say("answer.covered", { n: plan.terms.cover })),
    covered.length === 0
      ? h("p", {}, say("answer.cover.none"))
      : h(
          "div",
          { class: "change" },
          h(
            "table",
            {},
            h(
              "thead",
              {},
              h("tr", {}, ...head.map((key) => h("th", { scope: "col" }, say(`answer.${key}`)))),
            ),
            h("tbody", {}, ...covered.map((one, at) => row(one, changes.before[at], { names, team }))),
          ),
        ),
    h("p", { class: "soft" }, sums.join("; ")),
    covered.length > 0 && limitsNote(plan.hard, speak),
    covered.length > 0 && h("p", { class: "soft" }, speak("cover.file")),
  );
}

function row({ period, by, lesson, duration, teams }, before, { names, team }) {
  const name = names.lesson(lesson);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, names.period(period)),
    h("td", {}, names.resource(by)),
    h("td", {}, duration > 1 ? `${name} · ${say("answer.periods", { n: duration })}` : name),
    h("td", {}, teams.map(team).join(", ")),
    h("td", {}, before.map((swap) => swap + 1).join(", ") || "–"),
    h("td", {}, h("input", { type: "checkbox", "aria-label": say("answer.cover.doneOf", { lesson: name }) })),
  );
}

/** What the file's own limits say where covered lessons count as those of whoever takes them. */
function limitsNote(hard, speak) {
  if (hard?.withCover === undefined) return false;
  const { after, withCover } = hard;
  return withCover > after
    ? h("p", { class: "note" }, speak("cover.rules.broken", { after, n: withCover }))
    : h("p", {}, speak("cover.rules.kept"));
}
