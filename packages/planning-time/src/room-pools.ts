import type { Entry, Indices } from "./entries.js";
import type { LimitDraft } from "./limits.js";

/** Most sets of rooms that are counted; a school with more is checked when rooms are given out. */
const SETS = 60;

/**
 * Rooms that stand for each other, as counts: whatever set of rooms one takes, no more lessons that need one of just
 * these may run at once than there are (Hall 1935). Necessary always, and sufficient for lessons of one period.
 */
export function roomPools(entries: readonly Entry[], indices: Indices, capacity: Uint8Array): LimitDraft[] {
  const periods = indices.period.size;
  const inside = (set: ReadonlySet<string>, entry: Entry) =>
    entry.needs.filter(({ suitable }) => suitable.every((id) => set.has(id))).length +
    [...set].filter((id) => entry.resources.includes(indices.resource.get(id)!)).length;
  const today = new Map<string, number>();
  for (const { needs, start, duration } of entries) {
    for (const need of needs) {
      for (let p = start; p < start + duration; p++) {
        const cell = `${need.today}\n${p}`;
        today.set(cell, (today.get(cell) ?? 0) + 1);
      }
    }
  }
  const open = (id: string, p: number) =>
    Math.max(capacity[indices.resource.get(id)! * periods + p]!, today.get(`${id}\n${p}`) ?? 0);
  return unionsOf(entries).flatMap((set): LimitDraft[] => {
    const counted = new Map(
      entries.flatMap((entry) => {
        const times = inside(set, entry);
        return times > 0 ? [[entry, times] as const] : [];
      }),
    );
    return Array.from({ length: periods }, (_, p) => ({
      least: 0,
      most: [...set].reduce((sum, id) => sum + open(id, p), 0),
      rooms: true,
      entries: counted,
      amount: (entry: Entry, start: number) => (start <= p && p < start + entry.duration ? 1 : 0),
    }));
  });
}

/** Every set of rooms that some need names, and unions of those that overlap. */
function unionsOf(entries: readonly Entry[]): Set<string>[] {
  const sets = new Map<string, Set<string>>();
  const add = (ids: Iterable<string>) => {
    const set = new Set([...ids].sort());
    const key = [...set].join(" ");
    if (sets.size < SETS && !sets.has(key)) sets.set(key, set);
  };
  for (const { needs } of entries) for (const { suitable } of needs) add(suitable);
  // Grows while it is walked: unions of unions come up in their turn.
  for (const one of sets.values()) {
    for (const other of [...sets.values()]) {
      if (other !== one && [...other].some((id) => one.has(id))) add([...one, ...other]);
    }
  }
  return [...sets.values()];
}
