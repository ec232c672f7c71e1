import { IssueError } from "@collegium/schema";

/**
 * Refuses anything but finite numbers before a formula sees them, so that NaN never comes out of one.
 * Throws an `IssueError` with code `not-a-number`; readers of files report the same as an issue instead.
 */
export function requireFinite(values: ArrayLike<number>, name: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      throw new IssueError([
        {
          code: "not-a-number",
          path: [name, i],
          message: "Expected a finite number.",
          hint: "Give a missing value as null where the function allows it, or leave it out.",
        },
      ]);
    }
  }
}

/**
 * Refuses series whose lengths differ.
 * Throws an `IssueError` with code `ragged`.
 */
export function requireSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>, name: string): void {
  if (a.length !== b.length) {
    throw new IssueError([
      { code: "ragged", path: [name], message: "Both series must have the same number of values." },
    ]);
  }
}
