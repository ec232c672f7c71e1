import { en } from "./messages/en.js";
import { es } from "./messages/es.js";

/** Languages with a file of texts; a new one is a new file here. */
export const locales = { en: "English", es: "Español" } as const;
export type Locale = keyof typeof locales;
export type MessageKey = keyof typeof en;

const texts: Record<Locale, Record<MessageKey, string>> = { en, es };

/** Says a message in one language; `{name}` takes the value, and `{n|one|many}` the form that fits the number n. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The speaker for one language; a word that comes from data and has no text is said as it is. */
export function speaker(locale: Locale): Say {
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, values = {}) =>
    (texts[locale][key] ?? key.slice(key.lastIndexOf(".") + 1)).replace(
      /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
      (whole, name, one, many) => {
        const value = values[name];
        if (value === undefined) return whole;
        if (one !== undefined) return plural.select(Number(value)) === "one" ? one : many;
        return typeof value === "number" ? numbers.format(value) : value;
      },
    );
}

/** The language a browser asks for, among those there are. */
export function preferred(header: string | undefined): Locale {
  const wanted = (header ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return (wanted.find((word) => word in locales) as Locale | undefined) ?? "en";
}
