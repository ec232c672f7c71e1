import { sayReason, swapsOf } from "@collegium/planning-time";
import { h } from "./elements.mjs";
import { locale, say } from "./texts.mjs";

/** A plan to read and carry out: what it gives, what could not be had, every change step by step. */
export function answerView({ problem, plan, names, onKeep, onSave, onCsv, onSheet, pins }) {
  const team = (id) => problem.teams.find((one) => one.id === id)?.name ?? id;
  const swaps = swapsOf(problem, plan);
  const { hard, unchecked } = plan;
  return h(
    "section",
    { "aria-labelledby": "answer-title" },
    h("h2", { id: "answer-title", tabindex: -1 }, say("answer.title", plan)),
    h("p", {}, howGood(plan)),
    unchecked && h("p", { class: "note" }, say("answer.draft", { n: unchecked.conflicts })),
    hard && hard.kinds.length > 0 && h("p", {}, say("answer.hard", hard)),
    hard &&
      hard.unread.length > 0 &&
      h(
        "p",
        { class: "note" },
        say("answer.unread", { list: hard.unread.map(({ kind }) => kind).join(", ") }),
      ),
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
      h("button", { type: "button", onclick: onSave }, say("answer.save")),
      h("button", { type: "button", class: "quiet", onclick: onCsv }, say("answer.csv")),
      h("button", { type: "button", class: "quiet", onclick: onSheet }, say("answer.sheet")),
      h("button", { type: "button", class: "quiet", onclick: () => print() }, say("answer.print")),
    ),
    ...swaps.map((swap, index) => oneChange({ swap, index, plan, names, team, onKeep, pins })),
  );
}

function oneChange({ swap, index, plan, names, team, onKeep, pins }) {
  const blocks = swap.blocks.map((block) => {
    const name = `${team(block.team)} · ${names.period(block.period)}`;
    const list = block.with.map((other) => say("answer.change", { n: other + 1 })).join(", ");
    return block.with.length > 0 ? say("answer.with", { block: name, list }) : name;
  });
  const title = say("answer.change", { n: index + 1 });
  const head = ["step", "lesson", "from", "to", "done", "keep"];
  return h(
    "article",
    { class: "change", "aria-label": title },
    h("h4", {}, title),
    h(
      "p",
      { class: "soft" },
      blocks.length > 0 ? say("answer.buys", { list: blocks.join("; ") }) : say("answer.room"),
    ),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          ...head.map((key) =>
            h("th", { scope: "col", class: key === "keep" ? "no-print" : "" }, say(`answer.${key}`)),
          ),
        ),
      ),
      ...swap.steps.map((step, n) =>
        h(
          "tbody",
          {},
          ...step.map((i, place) => {
            const move = plan.moves[i];
            const lesson = names.lesson(move.lesson);
            const from = names.period(move.from);
            const kept = pins.some((pin) => pin.lesson === move.lesson && pin.at === move.from);
            return h(
              "tr",
              {},
              place === 0 && h("th", { scope: "rowgroup", rowspan: step.length }, String(n + 1)),
              h(
                "td",
                {},
                move.duration > 1 ? `${lesson} · ${say("answer.periods", { n: move.duration })}` : lesson,
              ),
              h("td", {}, from),
              h(
                "td",
                {},
                move.to === move.from ? say("answer.stays") : names.period(move.to),
                ...(move.rooms ?? []).map((room) =>
                  h(
                    "div",
                    {},
                    say("answer.newRoom", { from: names.resource(room.from), to: names.resource(room.to) }),
                  ),
                ),
              ),
              h("td", {}, h("input", { type: "checkbox", "aria-label": say("answer.doneOf", { lesson }) })),
              h(
                "td",
                { class: "no-print" },
                h(
                  "button",
                  {
                    type: "button",
                    class: "quiet small",
                    "aria-label": say("answer.keepOf", { lesson, from }),
                    "aria-pressed": kept ? "true" : "false",
                    onclick: () => onKeep(move),
                  },
                  say("answer.keep"),
                ),
              ),
            );
          }),
        ),
      ),
    ),
  );
}

function howGood({ proven, bound }) {
  if (proven) return say("answer.proven");
  return bound.moved > 0 ? say("answer.bound", { moved: bound.moved }) : say("answer.open");
}
