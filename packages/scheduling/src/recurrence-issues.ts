import type { Issue } from "@collegium/schema";
import { recurrenceTexts } from "./texts/en/recurrence.js";
import { wordedIssue } from "./worded-issue.js";
import { english, type WordingValue } from "./wording.js";

const language = english(recurrenceTexts);

/** An issue about expanding a recurrence; without data the same one, for a file may have thousands of such events. */
export function recurrenceIssue(code: keyof typeof recurrenceTexts, data?: Issue["data"]): Issue {
  if (data) return wordedIssue(language, code, [], { key: code }, data);
  const known = plain.get(code) ?? wordedIssue(language, code, [], { key: code });
  plain.set(code, known);
  return known;
}

const plain = new Map<string, Issue>();

/** An issue about one part of a rule. */
export function partIssue(
  code: string,
  part: string | undefined,
  key: keyof typeof recurrenceTexts,
  values: Readonly<Record<string, WordingValue>> = {},
): Issue {
  const path = part === undefined ? [] : [part];
  return wordedIssue(language, code, path, {
    key,
    values: { ...(part !== undefined && { part }), ...values },
  });
}
