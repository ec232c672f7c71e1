import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type Locale, locales, preferred, type Say } from "./messages.js";
import type { School } from "./state/school.js";

/** What every page is given: language, school, who looks, and where they are. */
export interface Frame {
  readonly locale: Locale;
  readonly say: Say;
  readonly school: School;
  readonly path: string;
  readonly viewer: Viewer;
  /** Token that every form sends back; a foreign page cannot know it. */
  readonly token: string;
}

/** The person at the browser. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
}

/** The language chosen by the person, else the browser's. */
export function localeOf(c: Context): Locale {
  const chosen = getCookie(c, "lang");
  return chosen !== undefined && chosen in locales
    ? (chosen as Locale)
    : preferred(c.req.header("accept-language"));
}
