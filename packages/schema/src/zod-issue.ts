import type * as z from "zod";
import { PATTERN_EXAMPLES } from "./identifier.js";
import type { Issue } from "./result.js";

type ZodIssue = z.core.$ZodIssue;

const CODES: Record<string, string> = {
  invalid_type: "wrong-type",
  invalid_value: "unknown-word",
  invalid_format: "wrong-format",
  unrecognized_keys: "unknown-field",
  too_small: "too-small",
  too_big: "too-big",
  invalid_union: "no-branch-fits",
  invalid_key: "bad-key",
  invalid_element: "bad-element",
  not_multiple_of: "not-a-multiple",
};

/** A validator's issues in our words; texts never repeat the value, which may be about a student. */
export function fromZod(issues: readonly ZodIssue[]): Issue[] {
  return issues.flatMap((issue) => translate(issue, []));
}

function translate(issue: ZodIssue, before: Issue["path"]): Issue[] {
  const steps = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = [...before, ...steps];
  if (issue.code === "invalid_union") return unionIssues(issue, path);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField([...path, key]));
  if (issue.code === "invalid_type" && issue.message.includes("received undefined")) {
    const hint = issue.expected === "nonoptional" ? "Add it." : `Add a value of type ${issue.expected}.`;
    return [{ code: "missing", path, message: "This field is required and absent.", hint }];
  }
  return [{ code: codeOf(issue), path, message: plain(issue), ...wordsOf(issue) }];
}

/** The issue of a field that the document's kind does not have. */
export function unknownField(path: Issue["path"]): Issue {
  return {
    code: "unknown-field",
    path,
    message: `Unknown field: ${String(path.at(-1))}.`,
    hint: "Remove it, or put it into an extension.",
  };
}

/**
 * What is wrong where no branch fits: inside the branch that the value's tag chooses; else all words and forms that
 * would do; else what is wrong in the branch that comes nearest.
 */
function unionIssues(issue: ZodIssue & { code: "invalid_union" }, path: Issue["path"]): Issue[] {
  const { errors } = issue;
  if (errors.length === 0) {
    const options = "options" in issue ? (issue.options as unknown[]).map(String) : [];
    const message =
      options.length > 0 ? `Expected one of: ${options.join(", ")}.` : "No allowed form fits here.";
    return [{ code: "unknown-word", path, message, data: { words: options } }];
  }
  const here = errors.map((branch) => branch.filter(({ path: at }) => at.length === 0));
  const chosen = errors.filter((branch, index) => here[index]!.length === 0 && !branch.some(isTagMismatch));
  if (chosen.length === 0 && here.every((branch) => branch.length === 1)) {
    const parts = here.map((branch) => branch[0]!);
    const words = parts.flatMap((part) => (part.code === "invalid_value" ? part.values.map(String) : []));
    const message = `Expected ${parts.map(expected).join(", or ")}.`;
    return [
      {
        code: words.length > 0 ? "unknown-word" : "no-branch-fits",
        path,
        message,
        ...(words.length > 0 && { data: { words } }),
      },
    ];
  }
  const nearest = (chosen.length > 0 ? chosen : errors).reduce((a, b) => (b.length < a.length ? b : a));
  return nearest.flatMap((inner) => translate(inner, path));
}

function isTagMismatch(issue: ZodIssue): boolean {
  return issue.path.length === 1 && (issue.code === "invalid_value" || issue.code === "custom");
}

function codeOf(issue: ZodIssue): string {
  const own = issue.code === "custom" ? issue.params?.["code"] : undefined;
  return typeof own === "string" ? own : (CODES[issue.code] ?? "invalid");
}

function wordsOf(issue: ZodIssue): Pick<Issue, "data"> {
  return issue.code === "invalid_value" ? { data: { words: issue.values.map(String) } } : {};
}

function plain(issue: ZodIssue): string {
  const own = issue.code === "invalid_format" && !issue.message.startsWith("Invalid ");
  const text = own ? undefined : expected(issue);
  return text === undefined ? `${issue.message.replace(/\.$/, "")}.` : `Expected ${text}.`;
}

function expected(issue: ZodIssue): string | undefined {
  if (issue.code === "invalid_value") return `one of: ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return issue.expected;
  if (issue.code === "invalid_format") return `the form ${form(issue)}`;
  if (issue.code === "too_small") return `at least ${issue.minimum}${unit(issue.origin)}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}${unit(issue.origin)}`;
  return undefined;
}

const FORMAT_EXAMPLES: Readonly<Record<string, string>> = {
  date: "2026-09-01",
  datetime: "2026-09-01T13:30:00Z",
};

/** An example of the form where there is one, its name, or the pattern itself. */
function form(issue: ZodIssue & { code: "invalid_format" }): string {
  if (issue.format !== "regex" || !issue.pattern)
    return FORMAT_EXAMPLES[issue.format] ?? issue.format.replaceAll("_", "-");
  return PATTERN_EXAMPLES.get(issue.pattern.slice(1, issue.pattern.lastIndexOf("/"))) ?? issue.pattern;
}

function unit(origin: string): string {
  if (origin === "string") return " characters";
  if (origin === "array" || origin === "set") return " entries";
  return origin === "object" || origin === "map" ? " fields" : "";
}
