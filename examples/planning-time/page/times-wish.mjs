import { h } from "./elements.mjs";
import { say } from "./texts.mjs";
import { weekTable } from "./week.mjs";

/** When blocks may be: every period of the week is fine, avoided or closed; and how many blocks a day may have. */
export function timesWish({ wish, school, names }, changed) {
  const { timetable } = school;
  const stateOf = (id) => (wish.never.has(id) ? "never" : wish.avoid.has(id) ? "avoid" : "fine");
  const press = (id) => {
    const state = stateOf(id);
    wish.never.delete(id);
    wish.avoid.delete(id);
    if (state === "fine") wish.avoid.add(id);
    else if (state === "avoid") wish.never.add(id);
    changed(`time-${id}`);
  };
  const cell = (id) => {
    const state = stateOf(id);
    const words = { period: names.period(id), state: say(`times.${state}`) };
    return h(
      "td",
      { class: `time ${state}` },
      h(
        "button",
        {
          type: "button",
          class: "quiet small",
          id: `time-${id}`,
          "aria-label": say("times.of", words),
          onclick: () => press(id),
        },
        words.state,
      ),
    );
  };
  return [
    weekTable({ timetable, names, title: say("times.caption"), cell }),
    h(
      "p",
      { class: "row" },
      h("label", { for: "per-day" }, say("times.perDay")),
      h("input", {
        id: "per-day",
        type: "number",
        min: 1,
        max: 5,
        value: wish.perDay,
        onchange: (event) => {
          wish.perDay = Math.max(1, Math.min(5, Math.round(Number(event.target.value)) || 1));
          changed("per-day");
        },
      }),
    ),
  ];
}
