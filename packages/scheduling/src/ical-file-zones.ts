import type { CalendarComponent } from "./ical-component.js";
import { type ChangesLeft, zoneFromComponent } from "./ical-zone.js";
import { findZone, type Zone } from "./zone.js";

/** More time zones than one calendar needs; each takes a while to read. */
export const MOST_ZONES = 50;
/** Fifty zones that change twice a year from 1900 to 2100. */
const MOST_CHANGES = 20_000;

/** Zones that events use, by name, and those that the file describes, worked out when they are used. */
export interface FileZones {
  readonly used: Map<string, Zone>;
  /** Names that were looked for, in vain too. */
  readonly asked: Set<string>;
  readonly described: Map<string, CalendarComponent>;
  /** Names that the zone database does not have; as many as were looked up. */
  readonly missing: Set<string>;
  readonly left: ChangesLeft;
}

/** No zones, before a file is read. */
export function fileZones(): FileZones {
  return {
    used: new Map(),
    asked: new Set(),
    described: new Map(),
    missing: new Set(),
    left: { changes: MOST_CHANGES },
  };
}

/** A zone by the name an event uses, from the zone database or else from the file's description. */
export function zoneNamed(zones: FileZones, name: string): Zone | undefined {
  const { used, asked, described, left } = zones;
  const known = used.get(name);
  if (known || asked.has(name) || asked.size > MOST_ZONES) return known;
  asked.add(name);
  if (asked.size > MOST_ZONES) return undefined;
  const description = described.get(name);
  const zone = inDatabase(zones, name) ?? (description && zoneFromComponent(description, left));
  if (zone) used.set(name, zone);
  return zone;
}

/** Whether the meaning of a zone's name is known before the file is read to its end. */
export function isSettled(zones: FileZones, name: string | undefined): boolean {
  if (name === undefined || zones.used.has(name) || zones.described.has(name)) return true;
  const looked = zones.used.size + zones.missing.size;
  return looked <= MOST_ZONES && inDatabase(zones, name) !== undefined;
}

function inDatabase({ missing }: FileZones, name: string): Zone | undefined {
  if (missing.has(name)) return undefined;
  const found = findZone(name);
  if (found.ok) return found.value;
  missing.add(name);
  return undefined;
}
