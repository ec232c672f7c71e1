/** When something may be handed in on any phase, by whom, and what happens to what comes late. */
export interface CollectionWindow {
  /** Instants, ISO 8601 in UTC. */
  readonly opens: string;
  readonly closes: string;
  readonly remindAt?: readonly string[];
  /** People from whom something is expected. */
  readonly expected: readonly string[];
  readonly late: "accept" | "mark" | "refuse";
}

/** Where a window stands at an instant. */
export interface WindowState {
  readonly state: "before" | "open" | "late" | "closed";
  /** What becomes of something handed in now. */
  readonly now: "refused" | "accepted" | "marked-late";
  /** Expected people who have not said that they are done. */
  readonly missing: readonly string[];
}

/**
 * Where a collection window stands.
 * Guarantees that the instant of closing still counts as open, and that nobody is counted as done who has not said so:
 * saying so is a public act, what was written is not.
 * @param done - People who have said that they are done (`mark-ready`).
 * @example
 * ```ts
 * const window = { opens: "2026-10-01T08:00:00.000Z", closes: "2026-10-02T16:00:00.000Z", expected: ["ana", "ben"], late: "mark" } as const;
 * windowState(window, "2026-10-02T16:00:00.001Z", ["ana"]); // => { state: "late", now: "marked-late", missing: ["ben"] }
 * ```
 */
export function windowState(window: CollectionWindow, at: string, done: readonly string[] = []): WindowState {
  const missing = window.expected.filter((person) => !done.includes(person));
  const time = Date.parse(at);
  if (time < Date.parse(window.opens)) return { state: "before", now: "refused", missing };
  if (time <= Date.parse(window.closes)) return { state: "open", now: "accepted", missing };
  if (window.late === "refuse") return { state: "closed", now: "refused", missing };
  return { state: "late", now: window.late === "accept" ? "accepted" : "marked-late", missing };
}

/** Something to be done at an instant; goes into the store's due times. */
export interface DueTime {
  readonly at: string;
  readonly kind: "opens" | "remind" | "closes";
  /** Whom it concerns. */
  readonly people: readonly string[];
}

/** The instants at which a window needs somebody to be told; reminders go to those who are missing. */
export function dueTimes(window: CollectionWindow, done: readonly string[] = []): readonly DueTime[] {
  const missing = window.expected.filter((person) => !done.includes(person));
  return [
    { at: window.opens, kind: "opens" as const, people: window.expected },
    ...(window.remindAt ?? []).map((at) => ({ at, kind: "remind" as const, people: missing })),
    { at: window.closes, kind: "closes" as const, people: missing },
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Whether a window can be kept; used before it is set. */
export function isWindow(window: CollectionWindow): boolean {
  const { opens, closes, expected, late, remindAt = [] } = window;
  return (
    isInstant(opens) &&
    isInstant(closes) &&
    Date.parse(opens) < Date.parse(closes) &&
    Array.isArray(expected) &&
    expected.every((person) => typeof person === "string") &&
    ["accept", "mark", "refuse"].includes(late) &&
    Array.isArray(remindAt) &&
    remindAt.every(
      (at) => isInstant(at) && Date.parse(at) >= Date.parse(opens) && Date.parse(at) <= Date.parse(closes),
    )
  );
}

/** Whether a value is an instant, such as `2026-10-02T16:00:00.000Z`. */
const isInstant = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(Date.parse(value));
