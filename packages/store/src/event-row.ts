import type { StoredEvent } from "@collegium/schema";

/** An event as the tables give it. */
export interface EventRow {
  readonly version: number;
  readonly type: string;
  readonly typeVersion: number;
  readonly at: string;
  readonly actor: string | null;
  readonly handle: string | null;
  readonly commandId: string;
  readonly data: unknown;
  readonly personal: unknown;
  readonly hasPersonal: boolean;
}

/** Asks for events of district $1 and stream $2, each with its personal part where there is one. */
export const SELECT_EVENTS = `
  select version, type, type_version as "typeVersion", at, actor, handle, command_id as "commandId", data,
    personal, personal is not null as "hasPersonal"
  from collegium.event left join collegium.personal using (district_id, stream, version)
  where district_id = $1 and stream = $2`;

/** The event of a row. */
export function toEvent(districtId: string, stream: string, row: EventRow): StoredEvent {
  const { actor, handle, data, personal, hasPersonal, ...rest } = row;
  return {
    districtId,
    stream,
    ...rest,
    ...(actor === null ? {} : { actor }),
    ...(handle === null ? {} : { handle }),
    data,
    ...(hasPersonal ? { personal } : {}),
  };
}
