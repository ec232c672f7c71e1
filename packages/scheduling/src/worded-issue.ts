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
  const hint = `${wording.key}.hint`;
  return {
    code,
    path,
    message: say(language, wording),
    ...(hint in language.texts && { hint: say(language, { ...wording, key: hint }) }),
    data: { ...data, wording },
  };
}
