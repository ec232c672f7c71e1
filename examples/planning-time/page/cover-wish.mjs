import { h } from "./elements.mjs";
import { say } from "./texts.mjs";

/** Periods a week that a teacher covers where nobody says otherwise. */
const USUAL = 2;
/** Most periods a week. */
const MOST = 40;

/** Who may take lessons while a team meets, each with periods a week, and the caps. */
export function coverWish({ cover, school }, changed) {
  const { timetable, teams } = school;
  const teachers = timetable.resources.filter(({ kind }) => kind === "teacher");
  const others = teachers.filter(({ id }) => !cover.teachers.has(id));
  const inTeam = new Set(teams.flatMap(({ members }) => members));
  const outside = others.filter(({ id }) => !inTeam.has(id));
  const add = (list) => {
    for (const { id } of list) cover.teachers.set(id, USUAL);
    changed("cover-teacher");
  };
  const select = h(
    "select",
    { id: "cover-teacher" },
    ...others.map(({ id, name }) => h("option", { value: id }, name)),
  );
  return [
    others.length > 0 &&
      h(
        "div",
        { class: "row" },
        h("label", { for: "cover-teacher" }, say("cover.teacher")),
        select,
        button("cover-add", say("cover.add"), () => add(others.filter(({ id }) => id === select.value))),
        outside.length > 0 &&
          button("cover-outside", say("cover.everybody", { n: outside.length }), () => add(outside)),
      ),
    cover.teachers.size > 0 &&
      h(
        "ul",
        { class: "covering", "aria-label": say("cover.list") },
        ...teachers.filter(({ id }) => cover.teachers.has(id)).map((teacher) => one(teacher, cover, changed)),
      ),
    h(
      "div",
      { class: "row" },
      ...cap("perMember", "member", cover, changed),
      ...cap("perClass", "class", cover, changed),
    ),
    h("p", { class: "soft" }, say("cover.empty")),
  ];
}

function one({ id, name }, cover, changed) {
  const field = `cover-of-${id}`;
  return h(
    "li",
    { class: "row" },
    h("span", {}, name),
    h("input", {
      id: field,
      type: "number",
      min: 0,
      max: MOST,
      value: cover.teachers.get(id),
      "aria-label": say("cover.periods", { teacher: name }),
      onchange: (event) => {
        cover.teachers.set(id, numberIn(event.target) ?? 0);
        changed(field);
      },
    }),
    h("span", { class: "soft" }, say("cover.aWeek")),
    button(
      undefined,
      say("cover.drop"),
      () => {
        cover.teachers.delete(id);
        changed("cover-teacher");
      },
      say("cover.dropOf", { teacher: name }),
    ),
  );
}

function cap(key, word, cover, changed) {
  const field = `cover-${word}`;
  return [
    h("label", { for: field }, say(`cover.${word}`)),
    h("input", {
      id: field,
      type: "number",
      min: 0,
      max: MOST,
      value: cover[key],
      onchange: (event) => {
        cover[key] = numberIn(event.target);
        changed(field);
      },
    }),
  ];
}

const numberIn = ({ value }) =>
  value === "" ? undefined : Math.max(0, Math.min(MOST, Math.round(Number(value)) || 0));

function button(id, text, onclick, label) {
  return h("button", { type: "button", class: "quiet small", id, onclick, "aria-label": label }, text);
}
