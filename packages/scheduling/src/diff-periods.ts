import type { SchoolPeriod } from "./bell-schedule.js";
import { type CalendarWording, phrase, timesPhrase } from "./calendar-words.js";
import type { SchoolDay } from "./day-table.js";
import type { Wording, WordingValue } from "./wording.js";

/** One change of bells and all dates on which it is the same. */
export interface BellsChange {
  readonly days: readonly SchoolDay[];
  readonly values: { readonly n: number; readonly changes: Wording };
}

/** The same change of bells is one sentence, however many dates it falls on. */
export function bellChanges(
  pairs: readonly { readonly old: SchoolDay; readonly fresh: SchoolDay }[],
): BellsChange[] {
  const byChange = new Map<string, { days: SchoolDay[]; changes: Wording }>();
  for (const { old, fresh } of pairs) {
    const told = old.dayKind !== fresh.dayKind || old.school !== fresh.school;
    if (told && (!old.school || !fresh.school)) continue; // the kind of day says it
    const [first, ...rest] = periodChanges(old.periods, fresh.periods);
    if (first === undefined) continue;
    const changes = rest.reduce((one, other) => phrase("bells.both", { one, other }), first);
    const key = JSON.stringify(changes);
    const entry = byChange.get(key) ?? { days: [], changes };
    entry.days.push(fresh);
    byChange.set(key, entry);
  }
  return [...byChange.values()].map(({ days, changes }) => ({ days, values: { n: days.length, changes } }));
}

function periodChanges(old: readonly SchoolPeriod[], fresh: readonly SchoolPeriod[]): CalendarWording[] {
  const changed = fresh.flatMap((period) => {
    const earlier = old.find(({ id }) => id === period.id);
    const { name } = period;
    if (!earlier) return [phrase("bells.new", { period: name, times: timesPhrase(period) })];
    const moved = earlier.start !== period.start || earlier.end !== period.end;
    const times = { times: timesPhrase(period), before: timesPhrase(earlier) };
    const kinds = { kind: kindPhrase(period.kind), before: kindPhrase(earlier.kind) };
    return [
      ...(earlier.name === name ? [] : [phrase("bells.renamed", { period: name, before: earlier.name })]),
      ...(moved ? [phrase("bells.moved", { period: name, ...times })] : []),
      ...(earlier.kind === period.kind ? [] : [phrase("bells.kind", { period: name, ...kinds })]),
    ];
  });
  const gone = old.filter(({ id }) => !fresh.some((period) => period.id === id));
  return [...changed, ...gone.map(({ name }) => phrase("bells.gone", { period: name }))];
}

const KINDS = ["teaching", "lunch", "break", "advisory", "meeting"] as const;

/** What a period is for; a word of the school's own stays as it is. */
function kindPhrase(kind: string): WordingValue {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? kind : phrase(`kind.${known}`);
}
