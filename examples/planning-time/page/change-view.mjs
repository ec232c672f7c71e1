import { h } from "./elements.mjs";
import { say } from "./texts.mjs";

/** One change of a plan, step by step with boxes to tick, and what to keep after all. */
export function oneChange({ swap, index, plan, names, team, onKeep, pins }) {
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
                    "aria-pressed": String(kept),
                    "data-lesson": move.lesson,
                    "data-at": move.from,
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
