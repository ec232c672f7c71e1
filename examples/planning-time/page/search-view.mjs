import { h } from "./elements.mjs";
import { say } from "./texts.mjs";

/** A search under way, with the way to stop it. */
export function runningView(onStop) {
  return h(
    "section",
    { class: "running", "aria-labelledby": "search-title" },
    h("h2", { id: "search-title" }, say("search.running")),
    h("progress", { id: "bar", max: 1, value: 0, "aria-labelledby": "search-title" }),
    h("p", { id: "progress", "aria-live": "polite" }),
    h("button", { type: "button", id: "stop", class: "danger", onclick: onStop }, say("search.stop")),
  );
}

/** What to ask for: lessons that stay, rules, time, own periods. A wish takes each change at once. */
export function searchForm({ wish, pins, names, again }, { onStart, onLetGo }) {
  const select = (id, value, options, take) =>
    h(
      "select",
      { id, onchange: (event) => take(event.target.value) },
      ...options.map(([key, text]) =>
        h("option", { value: key, selected: String(key) === String(value) }, text),
      ),
    );
  return h(
    "section",
    { class: "no-print", "aria-labelledby": "search-title" },
    h("h2", { id: "search-title" }, say("search.title")),
    pins.length > 0 && pinList(pins, names, onLetGo),
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
        { type: "button", id: "start", onclick: onStart },
        say(again ? "search.again" : "search.start"),
      ),
    ),
  );
}

function pinList(pins, names, onLetGo) {
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
              onclick: () => onLetGo(pin),
            },
            say("pins.remove"),
          ),
        );
      }),
    ),
  );
}
