/** A meeting that has taken place, in the words of the week. */
export interface PastMeeting {
  /** Ids of its periods. */
  readonly periods: readonly string[];
  /** Ids of the people who came. */
  readonly attending: readonly string[];
}

/**
 * Counts how often each person gave up a period that he or she would rather have kept, so that it is not always the
 * same one who loses the lunch: what `gaveUp` of a request for common time expects.
 * A meeting counts once for a person, however many of its periods were kept; people who gave up nothing are left out.
 * @example
 * ```ts
 * const lunch = [{ person: "ana", period: "mon-4" }, { person: "ben", period: "tue-4" }];
 * const meetings = [{ periods: ["mon-4"], attending: ["ana", "ben"] }, { periods: ["mon-4"], attending: ["ana"] }];
 * givenUp(lunch, meetings); // => { ana: 2 }
 * ```
 */
export function givenUp(
  avoid: readonly { readonly person: string; readonly period: string }[],
  meetings: readonly PastMeeting[],
): Record<string, number> {
  const kept = new Map<string, Set<string>>();
  for (const { person, period } of avoid) {
    const own = kept.get(person) ?? new Set();
    own.add(period);
    kept.set(person, own);
  }
  const counts = new Map<string, number>();
  for (const { periods, attending } of meetings) {
    for (const person of new Set(attending)) {
      if (periods.some((period) => kept.get(person)?.has(period))) {
        counts.set(person, (counts.get(person) ?? 0) + 1);
      }
    }
  }
  return Object.fromEntries(counts);
}
