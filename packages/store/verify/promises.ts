import type { StoredEvent } from "@collegium/schema";
import type { AppendRequest } from "../src/index.js";

/** What a store was asked and what it promised. */
export interface Promised {
  readonly sent: ReadonlyMap<string, AppendRequest>;
  readonly acknowledged: ReadonlyMap<string, readonly StoredEvent[]>;
}

/** Sentences for everything in which the events found depart from what was promised; empty where all is kept. */
export function brokenPromises({ sent, acknowledged }: Promised, found: readonly StoredEvent[]): string[] {
  const faults: string[] = [];
  const place = (event: StoredEvent) => `${event.stream}@${event.version}`;
  const texts = new Map(found.map((event) => [place(event), canonical(event)]));
  for (const events of acknowledged.values()) {
    for (const event of events) {
      const text = texts.get(place(event));
      if (text === undefined) faults.push(`${place(event)} was acknowledged and is lost`);
      else if (text !== canonical(event)) faults.push(`${place(event)} is not what was acknowledged`);
    }
  }
  const next = new Map<string, number>();
  const parts = new Map<string, number>();
  for (const event of found) {
    const wanted = next.get(event.stream) ?? 1;
    if (event.version !== wanted) faults.push(`${place(event)} stands where ${wanted} should`);
    next.set(event.stream, event.version + 1);
    parts.set(event.commandId, (parts.get(event.commandId) ?? 0) + 1);
  }
  for (const [commandId, count] of parts) {
    const wanted = sent.get(commandId)?.events.length;
    if (count !== wanted) faults.push(`command ${commandId} left ${count} events instead of ${wanted ?? 0}`);
  }
  return faults;
}

/** An event as text, members in one order. */
function canonical(event: StoredEvent): string {
  return JSON.stringify(Object.fromEntries(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1))));
}
