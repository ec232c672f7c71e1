import type { Issue } from "@collegium/schema";
import { timeTexts } from "./texts/en/time.js";
import { wordedIssue } from "./worded-issue.js";
import { english, type WordingValue } from "./wording.js";

const language = english(timeTexts);

/** An issue about zones or dates. */
export function timeIssue(
  code: string,
  path: Issue["path"],
  values: Readonly<Record<string, WordingValue>> = {},
  key = code as keyof typeof timeTexts,
): Issue {
  return wordedIssue(language, code, path, { key, values });
}
