import type { Issue } from "@collegium/schema";
import { teamTexts } from "./texts/en/teams.js";
import { wordedIssue } from "./worded-issue.js";
import { english } from "./wording.js";

const language = english(teamTexts);

/** An issue about a teams file or a timetable. */
export function teamIssue(
  code: string,
  path: Issue["path"],
  key: keyof typeof teamTexts = code as keyof typeof teamTexts,
): Issue {
  return wordedIssue(language, code, path, { key });
}
