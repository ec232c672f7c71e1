import { fail, ok, type Result, type StoredEvent } from "@collegium/schema";

/** Versions of this package's machines; counted up whenever the same events would give another state. */
export const machineVersions = { cycle: 1, meeting: 1, action: 1 } as const;

/** A state kept to save a replay; never the record. */
export interface Snapshot<State> {
  readonly machine: keyof typeof machineVersions;
  readonly machineVersion: number;
  /** Version of the last event in it. */
  readonly version: number;
  readonly state: State;
}

/** A snapshot of a state as this program makes it. */
export function snapshotOf<State>(
  machine: Snapshot<State>["machine"],
  version: number,
  state: State,
): Snapshot<State> {
  return { machine, machineVersion: machineVersions[machine], version, state };
}

/**
 * The state of a snapshot, or `undefined` where another version of the machine made it: then replay the events.
 * Guarantees that a changed machine never goes on from a state it would not have reached.
 */
export function restore<State>(snapshot: Snapshot<State>, versions = machineVersions): State | undefined {
  return snapshot.machineVersion === versions[snapshot.machine] ? snapshot.state : undefined;
}

/** Steps from one version of an event type's data to the next: `{ "note-added": [v1to2, v2to3] }`. */
export type EventUpgrades = Readonly<Record<string, readonly ((data: unknown) => unknown)[]>>;

/** Upgrades of the events of this package; every type is at its first version. */
export const eventUpgrades: EventUpgrades = {};

/**
 * A stored event with its data in the newest version.
 * Guarantees that an event from a newer program is an issue and not a wrong state; code `from-the-future`.
 */
export function upgradeEvent<Event extends StoredEvent>(
  event: Event,
  upgrades: EventUpgrades = eventUpgrades,
): Result<Event> {
  const steps = upgrades[event.type] ?? [];
  const newest = steps.length + 1;
  if (event.typeVersion > newest) {
    return fail({
      code: "from-the-future",
      path: ["typeVersion"],
      message: `The event ${event.type} has version ${event.typeVersion}; this program knows versions up to ${newest}.`,
      hint: "Update the program.",
      data: { found: event.typeVersion, newest },
    });
  }
  const data = steps.slice(event.typeVersion - 1).reduce<unknown>((old, step) => step(old), event.data);
  return ok({ ...event, typeVersion: newest, data });
}
