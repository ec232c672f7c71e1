import type { Issue } from "@collegium/schema";

const TEXTS = {
  "rule-needs-time": [
    "A rule that counts hours, minutes or seconds needs a start with a time of day.",
    "Give the start a time, or use FREQ=DAILY.",
  ],
  "rule-ends-before-start": [
    "The rule ends before it starts.",
    "Move UNTIL behind the start, or remove the rule.",
  ],
  "rule-never-occurs": [
    "No date fits all parts of the rule, so that it never occurs.",
    "Loosen one of its BY parts.",
  ],
  "rule-search-too-long": [
    "No occurrence was found within the time that one rule may take.",
    "Use a smaller INTERVAL or fewer BY parts.",
  ],
  "start-not-in-rule": [
    "The start is not among the dates of its own rule, and is left out.",
    "Move the start to the first date of the rule.",
  ],
  "more-occurrences": [
    "There are more occurrences than were asked for; those given are the first.",
    "Ask for a stretch of time, or raise the limit.",
  ],
} as const;

/** An issue about expanding a recurrence. */
export function recurrenceIssue(code: keyof typeof TEXTS, data?: Readonly<Record<string, unknown>>): Issue {
  const [message, hint] = TEXTS[code];
  return { code, path: [], message, hint, ...(data && { data }) };
}
