import { timetableIssueIn } from "@collegium/exchange";
import { inLanguage, type SchedulingLocale } from "@collegium/scheduling";
import type { Issue, Result } from "@collegium/schema";
import { type Call, Misused, Refused, text } from "./command.js";

/** The flag of commands that speak more than one language. */
export const language = {
  lang: {
    type: "string",
    value: "en|es",
    says: { en: "language of the sentences; default en", es: "idioma de las frases; en si no se dice" },
  },
} as const;

/** The language a call asks for. */
export function localeOf(call: Call): SchedulingLocale {
  const locale = text(call, "lang") ?? "en";
  if (locale !== "en" && locale !== "es")
    throw new Misused({ en: "--lang takes en or es.", es: "--lang toma en o es." });
  return locale;
}

/** The value of a result, or its issues as a refusal in a language. */
export function acceptedIn<T>(locale: SchedulingLocale, result: Result<T>): T {
  if (!result.ok) throw refusedIn(locale, result.issues);
  return result.value;
}

/** Issues as a refusal in a language. */
export function refusedIn(locale: SchedulingLocale, issues: readonly Issue[]): Refused {
  return new Refused(issues.map((issue) => wordsIn(issue, locale)));
}

/** An issue about a calendar, a team or a timetable file in a language. */
export function wordsIn(issue: Issue, locale: SchedulingLocale): Issue {
  return timetableIssueIn(inLanguage(issue, locale), locale);
}
