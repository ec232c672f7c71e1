/** Kinds of stream that this package writes; one stream per cycle, meeting and action. */
export type StreamKind = "cycle" | "meeting" | "action";

/**
 * The name of a stream in the store.
 * @example
 * ```ts
 * streamOf("meeting", "m1"); // => "meeting:m1"
 * ```
 */
export function streamOf(kind: StreamKind, id: string): string {
  return `${kind}:${id}`;
}
