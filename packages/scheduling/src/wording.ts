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
export function say(language: Language, { key, values }: Wording): string {
  const text = language.texts[key];
  if (text === undefined) return key;
  let said = "";
  for (const piece of piecesOf(text)) {
    if (typeof piece === "string") said += piece;
    else {
      const value = values?.[piece.name];
      if (value === undefined) said += piece.whole;
      else if (piece.one !== undefined && piece.many !== undefined)
        said += value === 1 ? piece.one : piece.many;
      else said += sayValue(language, value);
    }
  }
  return said;
}

/** A place in a text for a value, or for the form that fits it. */
interface Place {
  readonly whole: string;
  readonly name: string;
  readonly one: string | undefined;
  readonly many: string | undefined;
}

/** A text's plain pieces and its places; taken apart once, for a bad file may get thousands of sentences. */
function piecesOf(text: string): readonly (string | Place)[] {
  const known = taken.get(text);
  if (known) return known;
  const pieces: (string | Place)[] = [];
  let at = 0;
  for (const match of text.matchAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g)) {
    const [whole, name, one, many] = match;
    if (match.index > at) pieces.push(text.slice(at, match.index));
    pieces.push({ whole, name: name!, one, many });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push(text.slice(at));
  taken.set(text, pieces);
  return pieces;
}

const taken = new Map<string, readonly (string | Place)[]>();

function sayValue(language: Language, value: WordingValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") {
    const small = value >= 0 && value < 1000 && Number.isInteger(value);
    return small ? String(value) : numberIn(language.locale, value);
  }
  if ("key" in value) return say(language, value);
  if ("date" in value) return language.date(value.date);
  const items = value.map((item) => sayValue(language, item));
  const last = items[items.length - 1] ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${language.and(last)} ${last}`;
}

const numbers = new Map<SchedulingLocale, Intl.NumberFormat>();

function numberIn(locale: SchedulingLocale, value: number): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale);
  numbers.set(locale, known);
  return known.format(value);
}
