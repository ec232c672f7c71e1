import type { NewEvent } from "@collegium/schema";
import type { AppendRequest } from "../src/index.js";

export const AT = "2026-09-01T08:30:00.000Z";

let count = 0;

/** A district that no other test uses. */
export function newDistrict(): string {
  return `district-${++count}`;
}

export function note(data: unknown = {}, more: Partial<NewEvent> = {}): NewEvent {
  return { type: "note-added", typeVersion: 1, data, ...more };
}

/** A request with what a test does not care about filled in. */
export function request(districtId: string, more: Partial<AppendRequest> = {}): AppendRequest {
  return {
    districtId,
    stream: "meeting:1",
    expectedVersion: "any",
    commandId: `command-${++count}`,
    actor: "person-1",
    at: AT,
    events: [note()],
    ...more,
  };
}
