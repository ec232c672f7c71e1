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
 * A reminder to the author of a note that explains or judges in a step that asks for neither; for the author alone.
 * Guarantees never to block: it is a sentence beside the note, and the note stays as written.
 * @example
 * ```ts
 * nudge(["no-because"], "They missed it because of the wording")?.key; // => "nudge.no-because"
 * nudge(["no-because"], "14 of 24 missed item 3"); // => undefined
 * ```
 */
export function nudge(rules: readonly string[], text: string): Message | undefined {
  for (const rule of ["no-because", "no-judgement"] as const) {
    const asked = rules.includes(rule) || (rule === "no-because" && rules.includes("no-inference"));
    if (asked && MARKERS[rule].some((marker) => hasWord(text, marker))) return { key: `nudge.${rule}` };
  }
  return undefined;
}

function hasWord(text: string, marker: string): boolean {
  const escaped = marker.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(^|[^\\p{L}])${escaped}($|[^\\p{L}])`, "iu").test(text);
}
