import type { Issue } from "@collegium/schema";
import { slotTexts } from "./texts/en/slots.js";
import { wordedIssue } from "./worded-issue.js";
import { english, type WordingValue } from "./wording.js";

const language = english(slotTexts);

/** An issue about looking for a time when people are free. */
export function slotIssue(
  code: string,
  path: Issue["path"],
  values: Readonly<Record<string, WordingValue>> = {},
  key = code as keyof typeof slotTexts,
): Issue {
  return wordedIssue(language, code, path, { key, values });
}
