import type { Issue } from "@collegium/schema";
import { icalTexts } from "./texts/en/ical.js";
import { wordedIssue } from "./worded-issue.js";
import { english } from "./wording.js";

const language = english(icalTexts);

/** An issue about a line of a calendar file. */
export function icalIssue(
  code: string,
  line: number,
  key: keyof typeof icalTexts = code as keyof typeof icalTexts,
  values?: { readonly n?: number },
): Issue {
  return wordedIssue(language, code, [line], {
    key,
    values: values ? { line: String(line), ...values } : { line: String(line) },
  });
}
