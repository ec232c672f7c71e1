import { h } from "./elements.mjs";
import { usualObjective } from "./question.mjs";
import { say } from "./texts.mjs";

/** Heaviest weight. */
const MOST = 1000;

/** The six counts by which plans are compared: in an order of the school's own, or added up by weights. */
export function objectiveWish(wish, changed) {
  const { objective } = wish;
  const { how, order } = objective;
  const move = (at, by) => {
    const [term] = order.splice(at, 1);
    order.splice(at + by, 0, term);
    const edge = at + by === 0 ? "down" : at + by === order.length - 1 ? "up" : by < 0 ? "up" : "down";
    changed(`${edge}-${term}`);
    document.getElementById("status").textContent = say("objective.moved", {
      term: say(`term.${term}`),
      n: at + by + 1,
    });
  };
  const choose = (id, text, onclick, rest) =>
    h("button", { type: "button", class: "quiet small", id, onclick, ...rest }, text);
  return [
    h(
      "p",
      { class: "row" },
      h("label", { for: "objective-how" }, say("objective.how")),
      h(
        "select",
        {
          id: "objective-how",
          onchange: (event) => {
            objective.how = event.target.value;
            changed("objective-how");
          },
        },
        ...["order", "weights"].map((value) =>
          h("option", { value, selected: value === how }, say(`objective.${value}`)),
        ),
      ),
      choose("objective-usual", say("objective.usual"), () => {
        wish.objective = { ...usualObjective(), how };
        changed("objective-usual");
      }),
    ),
    h(
      how === "order" ? "ol" : "ul",
      { class: "terms" },
      ...order.map((term, at) => {
        const words = { term: say(`term.${term}`) };
        const control =
          how === "order"
            ? h(
                "span",
                { class: "inline" },
                choose(`up-${term}`, say("objective.up"), () => move(at, -1), {
                  "aria-label": say("objective.upOf", words),
                  disabled: at === 0,
                }),
                choose(`down-${term}`, say("objective.down"), () => move(at, 1), {
                  "aria-label": say("objective.downOf", words),
                  disabled: at === order.length - 1,
                }),
              )
            : h("input", {
                id: `weight-${term}`,
                type: "number",
                min: 0,
                max: MOST,
                value: objective.weights[term],
                "aria-label": say("objective.weightOf", words),
                onchange: (event) => {
                  const weight = Math.round(Number(event.target.value)) || 0;
                  objective.weights[term] = Math.max(0, Math.min(MOST, weight));
                  changed(`weight-${term}`);
                },
              });
        return h(
          "li",
          {},
          h("span", {}, h("strong", {}, words.term), `: ${say(`term.${term}.what`)}`),
          control,
        );
      }),
    ),
    how === "weights" && h("p", { class: "soft" }, say("objective.zero")),
  ];
}
