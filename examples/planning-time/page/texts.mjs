import { en } from "./texts-en.mjs";
import { es } from "./texts-es.mjs";

const texts = { en, es };
/** The language of the page: the one asked for before, else the browser's. */
export let locale = navigator.language.startsWith("es") ? "es" : "en";

/** Changes the language. */
export function changeLanguage() {
  locale = locale === "en" ? "es" : "en";
}

/** Says a text: `{name}` with its value, `{n|one|many}` in the form that fits the number n. */
export function say(key, values = {}) {
  return (texts[locale][key] ?? key).replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name, one, many) =>
      one === undefined ? (values[name] ?? whole) : values[name] === 1 ? one : many,
  );
}
