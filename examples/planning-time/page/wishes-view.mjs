import { coverWish } from "./cover-wish.mjs";
import { h } from "./elements.mjs";
import { objectiveWish } from "./objective-wish.mjs";
import { say } from "./texts.mjs";
import { timesWish } from "./times-wish.mjs";

/** What few schools ask for, under one disclosure: who covers, which plan is better, when blocks may be. */
export function wishesView({ wish, school, names, open }, { onWish, onOpen }) {
  return h(
    "details",
    { id: "wishes", open, ontoggle: (event) => onOpen(event.target.open) },
    h("summary", {}, say("wishes.title")),
    part("cover", (draw) => coverWish({ cover: wish.cover, school }, draw), onWish),
    part("objective", (draw) => objectiveWish(wish, draw), onWish),
    part("times", (draw) => timesWish({ wish, school, names }, draw), onWish),
  );
}

/** One part, which draws itself anew after each change and keeps the focus. */
function part(key, content, onWish) {
  const body = h("div", { id: `wish-${key}` });
  const draw = (focus) => {
    body.replaceChildren(...content(changed).filter(Boolean));
    if (focus) body.querySelector(`#${CSS.escape(focus)}`)?.focus();
  };
  const changed = (focus) => {
    draw(focus);
    onWish();
  };
  draw();
  const title = `wish-${key}-title`;
  return h(
    "section",
    { "aria-labelledby": title, class: "wish" },
    h("h3", { id: title }, say(`${key}.title`)),
    h("p", { class: "soft" }, say(`${key}.lead`)),
    body,
  );
}
