/** Languages in which this package speaks. */
export type SchedulingLocale = "en" | "es";

/** What stands in a sentence: a name as it is, a number, a date, another phrase, or several of these as a list. */
export type WordingValue = string | number | { readonly date: string } | Wording | readonly WordingValue[];

/** A sentence as data: which one it is, and the values in it. */
export interface Wording {
  readonly key: string;
  readonly values?: Readonly<Record<string, WordingValue>>;
}

/** The texts of one language. `{name}` takes the value, `{n|one|many}` the form that fits the number n. */
export interface Language {
  readonly locale: SchedulingLocale;
  readonly texts: Readonly<Record<string, string>>;
  /** The word before the last item of a list, which Spanish fits to its sound. */
  readonly and: (last: string) => string;
  /** Writes a date, ISO 8601, for people. */
  readonly date: (date: string) => string;
}

/** English for sentences without dates. */
export function english(texts: Language["texts"], date: Language["date"] = (text) => text): Language {
  return { locale: "en", texts, and: () => "and", date };
}

/** A sentence in a language; its key where the language has no text for it. */
export function say(language: Language, { key, values = {} }: Wording): string {
  const text = language.texts[key] ?? key;
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return sayValue(language, value);
    },
  );
}

function sayValue(language: Language, value: WordingValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return value.toLocaleString(language.locale);
  if ("key" in value) return say(language, value);
  if ("date" in value) return language.date(value.date);
  const items = value.map((item) => sayValue(language, item));
  const last = items[items.length - 1] ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${language.and(last)} ${last}`;
}
