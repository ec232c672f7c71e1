/**
 * One thing a person should know about input: what is wrong, where, and what to do next.
 * Codes are stable and part of the API; texts are presentation and may change.
 */
export interface Issue {
  /** Stable machine-readable code, kebab-case. */
  readonly code: string;
  /** Where in the input; empty for the whole. */
  readonly path: readonly (string | number)[];
  /** One plain sentence. Never contains a value that may identify a student. */
  readonly message: string;
  /** What the person can do next, one plain sentence. */
  readonly hint?: string;
  /** Facts for programs: expected words, limits, counts. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The outcome of work on input a person can correct: a value, perhaps with warnings, or the issues. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * A successful outcome.
 * @example
 * ```ts
 * ok(3); // => { ok: true, value: 3, warnings: [] }
 * ```
 */
export function ok<T>(value: T, warnings: readonly Issue[] = []): Result<T> {
  return { ok: true, value, warnings };
}

/**
 * An unsuccessful outcome with at least one issue.
 * @example
 * ```ts
 * fail({ code: "empty", path: [], message: "The file is empty." }).ok; // => false
 * ```
 */
export function fail(...issues: [Issue, ...Issue[]]): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues };
}

/** Issues carried by an exception, for callers who prefer to throw. */
export class IssueError extends Error {
  override readonly name = "IssueError";
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[]) {
    super(issues.map(sentence).join("\n"));
    this.issues = issues;
  }
}

/**
 * The value of a successful outcome; throws an {@link IssueError} otherwise.
 * @example
 * ```ts
 * unwrap(ok("Tuesday")); // => "Tuesday"
 * ```
 */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new IssueError(result.issues);
  return result.value;
}

/**
 * An issue as one line for a person: place, sentence, what to do.
 * @example
 * ```ts
 * sentence({ code: "missing", path: ["teams", 0], message: "A team has no members.", hint: "Add one." });
 * // => "teams[0]: A team has no members. Add one."
 * ```
 */
export function sentence(issue: Issue): string {
  const place = issue.path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
  return [place === "" ? issue.message : `${place}: ${issue.message}`, issue.hint].filter(Boolean).join(" ");
}
