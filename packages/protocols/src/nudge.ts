import type { Message } from "./texts.js";

/** Words that explain, and words that judge, by language; matched as whole words, upper or lower case. */
const MARKERS: Readonly<Record<"no-because" | "no-judgement", readonly string[]>> = {
  "no-because": [
    "because",
    "due to",
    "so that",
    "as a result of",
    "caused by",
    "that's why",
    "that is why",
    "therefore",
    "porque",
    "debido a",
    "por eso",
    "a causa de",
    "por culpa de",
    "ya que",
  ],
  "no-judgement": [
    "good",
    "bad",
    "excellent",
    "poor",
    "great",
    "lazy",
    "sloppy",
    "careless",
    "weak",
    "impressive",
    "bueno",
    "buena",
    "malo",
    "mala",
    "excelente",
    "pobre",
    "flojo",
    "floja",
    "descuidado",
    "descuidada",
  ],
};

/**
 * A reminder to the author of a note that explains or judges where neither is asked for, because of the step's rules or
 * because the author called it an observation; for the author alone.
 * Guarantees never to block: it is a sentence beside the note, and the note stays as written.
 * @param tag - What the author says the note is, one of `evidenceTags`.
 * @example
 * ```ts
 * nudge(["no-because"], "They missed it because of the wording")?.key; // => "nudge.no-because"
 * nudge(["no-because"], "14 of 24 missed item 3"); // => undefined
 * nudge([], "She gave up because it was long", "observation")?.key; // => "nudge.tag-explains"
 * nudge([], "She gave up because it was long", "inference"); // => undefined
 * ```
 */
export function nudge(rules: readonly string[], text: string, tag?: string): Message | undefined {
  const explains = MARKERS["no-because"].some((marker) => hasWord(text, marker));
  const judges = MARKERS["no-judgement"].some((marker) => hasWord(text, marker));
  if (explains && (rules.includes("no-because") || rules.includes("no-inference")))
    return { key: "nudge.no-because" };
  if (judges && rules.includes("no-judgement")) return { key: "nudge.no-judgement" };
  if (tag !== "observation") return undefined;
  return explains ? { key: "nudge.tag-explains" } : judges ? { key: "nudge.tag-judges" } : undefined;
}

function hasWord(text: string, marker: string): boolean {
  const escaped = marker.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(^|[^\\p{L}])${escaped}($|[^\\p{L}])`, "iu").test(text);
}
