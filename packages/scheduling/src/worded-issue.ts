import type { Issue } from "@collegium/schema";
import { type Language, say, type Wording } from "./wording.js";

/** An issue whose sentence, and the hint beside it, are texts of a language; the sentence as data goes with it. */
export function wordedIssue(
  language: Language,
  code: string,
  path: Issue["path"],
  wording: Wording,
  data?: Issue["data"],
): Issue {
  const message = say(language, wording);
  const hint = hintOf(wording.key);
  const said = data ? { ...data, wording } : { wording };
  if (language.texts[hint] === undefined) return { code, path, message, data: said };
  return { code, path, message, hint: say(language, { ...wording, key: hint }), data: said };
}

/** The key of the hint beside a sentence; kept, for a bad file may get thousands of them. */
function hintOf(key: string): string {
  const known = hints.get(key) ?? `${key}.hint`;
  hints.set(key, known);
  return known;
}

const hints = new Map<string, string>();
