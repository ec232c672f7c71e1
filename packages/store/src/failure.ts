import { fail, type Issue, IssueError, ok, type Result } from "@collegium/schema";

/** Thrown inside a transaction to undo it and tell the caller why. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly issue: Issue;
  constructor(issue: Issue) {
    super(issue.message);
    this.issue = issue;
  }
}

/** Refuses where there is something to say. */
export function refuse(issue: Issue | undefined): void {
  if (issue) throw new Refusal(issue);
}

export const DISK_FULL: Issue = {
  code: "disk-full",
  path: [],
  message: "The disk is full; nothing was saved.",
  hint: "Free some space, then do it again.",
};

const OUTCOME_UNKNOWN: Issue = {
  code: "outcome-unknown",
  path: [],
  message: "The connection to the data was lost while saving.",
  hint: "Do it again: the same command never acts twice.",
};

export const FILLED_UP: Issue = {
  code: "outcome-unknown",
  path: [],
  message: "The disk filled up while saving; it is not certain whether this was saved.",
  hint: "Free some space, then do it again: the same command never acts twice.",
};

const UNAVAILABLE: Issue = {
  code: "store-unavailable",
  path: [],
  message: "The data cannot be reached at the moment.",
  hint: "Try again shortly.",
};

/** What a sender is told whose view is older than the stored state. */
export function stale(version: number): Issue {
  return {
    code: "stale-version",
    path: ["expectedVersion"],
    message: "Someone else changed this meanwhile.",
    hint: "Look at the newest state, then decide again.",
    data: { version },
  };
}

/** The outcome of work: its value, or the issue it was refused with. Programming errors pass through. */
export async function settle<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    return fail(issueOf(error));
  }
}

/** The value of a read; a refusal becomes an exception, since a reader has nothing to correct. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new IssueError([issueOf(error)]);
  }
}

/** What a person should know of an error of the engine; rethrows what only a programmer can mend. */
function issueOf(error: unknown): Issue {
  if (error instanceof Refusal) return error.issue;
  const code = sqlState(error);
  if (code === "53100") return DISK_FULL;
  if (code === "57P01" || code === "57P02" || code === "57P03" || code?.startsWith("08"))
    return OUTCOME_UNKNOWN;
  if (code === "25006" || code?.startsWith("53")) return UNAVAILABLE;
  if (isConnectionError(error)) return OUTCOME_UNKNOWN;
  throw error;
}

/** The five-character code of a PostgreSQL error. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether the connection failed, not the statement. */
export function isConnectionError(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    (typeof code === "string" && /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EHOST|ENET|EAI_)/.test(code)) ||
    (typeof message === "string" &&
      /Connection terminated|timeout exceeded when trying to connect/.test(message))
  );
}
