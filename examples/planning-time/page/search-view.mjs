import { h } from "./elements.mjs";
import { say } from "./texts.mjs";
import { wishesView } from "./wishes-view.mjs";

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

/** What to ask for: lessons that stay, rules, time, own periods, and more. A wish takes each change at once. */
export function searchForm(state, on) {
  const { wish, pins, names, school, dropped, again } = state;
  const { onStart, onLetGo, onWish } = on;
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
    ruleList(school.timetable.rules ?? [], dropped, onWish),
    wishesView({ wish, school, names, open: state.open }, on),
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
          onWish();
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
          onWish();
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

/** The file's own hard rules by kind; one that is unticked is not kept. */
function ruleList(rules, dropped, onWish) {
  const kinds = new Map();
  for (const { kind, hard } of rules) if (hard) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (kinds.size === 0) return false;
  const title = () => say("rules.title", { n: kinds.size - dropped.size, all: kinds.size });
  const summary = h("summary", {}, title());
  const take = (kind) => (event) => {
    if (event.target.checked) dropped.delete(kind);
    else dropped.add(kind);
    summary.textContent = title();
    onWish();
  };
  const box = ([kind, n]) =>
    h(
      "li",
      {},
      h(
        "label",
        { class: "inline" },
        h("input", { type: "checkbox", checked: !dropped.has(kind), onchange: take(kind) }),
        " ",
        say("rules.kind", { name: ruleName(kind), n }),
      ),
    );
  return h(
    "details",
    { open: dropped.size > 0 },
    summary,
    h("p", { class: "soft" }, say("rules.lead")),
    h("ul", { class: "rules" }, ...[...kinds].map(box)),
  );
}

/** A kind of rule in words; one without words as its file calls it. */
function ruleName(kind) {
  const words = say(`rules.${kind}`);
  return words === `rules.${kind}` ? kind.replaceAll("-", " ") : words;
}
