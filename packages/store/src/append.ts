import type { Issue } from "@collegium/schema";
import { asDistrict, type Database, type Queries } from "./database.js";
import { type EventRow, SELECT_EVENTS, toEvent } from "./event-row.js";
import { Refusal, refuse, stale } from "./failure.js";
import { identifierIssue, instantIssue } from "./identifier.js";
import { toJsonText } from "./json-text.js";
import type { Appended, AppendRequest } from "./store.js";

const MOST_EVENTS = 1000;

/** Adds a command's events to its stream, or gives those of the first time. */
export async function append(database: Database, request: AppendRequest): Promise<Appended> {
  const { districtId, stream, commandId, actor, at, events, expectedVersion } = request;
  refuse(identifierIssue({ districtId, stream, commandId, actor }));
  refuse(instantIssue("at", at));
  refuse(events.length > MOST_EVENTS ? TOO_MANY : undefined);
  const texts = events.map((event, index) => toTexts(event, index, actor));

  return asDistrict(database, "write", districtId, async ({ query }) => {
    // Locks the stream until commit. Apart from the next question, which must see what others wrote meanwhile.
    const [head] = await query<{ version: number }>(
      `insert into collegium.stream values ($1, $2, 0)
       on conflict (district_id, stream) do update set version = stream.version returning version`,
      [districtId, stream],
    );
    const version = head?.version ?? 0;
    const earlier = await query<EventRow>(`${SELECT_EVENTS} and command_id = $3 order by version`, [
      districtId,
      stream,
      commandId,
    ]);
    const last = earlier.at(-1);
    if (last) {
      const stored = earlier.map((row) => toEvent(districtId, stream, row));
      return { version: last.version, events: stored, repeated: true };
    }
    if (expectedVersion !== "any" && expectedVersion !== version) throw new Refusal(stale(version));
    if (events.length === 0) return { version, events: [], repeated: false };

    const rows = texts.map((text, index) => ({ ...text, version: version + index + 1 }));
    await insert(query, request, rows);
    return {
      version: version + rows.length,
      events: rows.map(({ data, personal, ...row }) =>
        toEvent(districtId, stream, {
          ...row,
          at,
          commandId,
          data: JSON.parse(data),
          hasPersonal: personal !== undefined,
          personal: personal === undefined ? null : JSON.parse(personal),
        }),
      ),
      repeated: false,
    };
  });
}

/** An event as it goes into the tables. One with a handle keeps no actor. */
function toTexts(event: AppendRequest["events"][number], index: number, actor: string | undefined) {
  const { type, typeVersion, handle, personal } = event;
  const path = ["events", index];
  refuse(identifierIssue({ type, handle }));
  if (handle === undefined && actor === undefined) throw new Refusal({ ...AUTHOR_MISSING, path });
  return {
    type,
    typeVersion,
    actor: handle === undefined ? (actor ?? null) : null,
    handle: handle ?? null,
    data: toJsonText(event.data, [...path, "data"]),
    personal: personal === undefined ? undefined : toJsonText(personal, [...path, "personal"]),
  };
}

type Texts = ReturnType<typeof toTexts> & { readonly version: number };

/** Adds the rows and moves the head, in one statement. */
async function insert(query: Queries["query"], request: AppendRequest, rows: readonly Texts[]) {
  const { districtId, stream, at, commandId } = request;
  const values: unknown[] = [districtId, stream, at, commandId, rows.length];
  const events = valuesList(
    values,
    ["int", "text", "int", "text", "text", "int", "json"],
    rows.map((row, part) => [row.version, row.type, row.typeVersion, row.actor, row.handle, part, row.data]),
  );
  const personal = rows.filter((row) => row.personal !== undefined).map((row) => [row.version, row.personal]);
  await query(
    `with new_event as (
       insert into collegium.event
         (district_id, stream, at, command_id, version, type, type_version, actor, handle, part, data)
       select $1, $2, $3::timestamptz, $4, * from (values ${events}) as new)
     ${
       personal.length === 0
         ? ""
         : `, new_personal as (
       insert into collegium.personal
       select $1, $2, * from (values ${valuesList(values, ["int", "json"], personal)}) as new)`
     }
     update collegium.stream set version = version + $5::int where district_id = $1 and stream = $2`,
    values,
  );
}

/** The rows of a VALUES list; their values are added to `values`, and numbered places stand for them. */
function valuesList(
  values: unknown[],
  types: readonly string[],
  rows: readonly (readonly unknown[])[],
): string {
  const places = rows.map((row) => {
    const cells = row.map((cell, column) => `$${values.push(cell)}::${types[column]}`);
    return `(${cells.join(", ")})`;
  });
  return places.join(", ");
}

const TOO_MANY: Issue = {
  code: "too-many-events",
  path: ["events"],
  message: "One command may cause at most 1,000 events.",
  hint: "Split it into several commands.",
};

const AUTHOR_MISSING: Issue = {
  code: "author-missing",
  path: [],
  message: "An event has neither an actor nor a handle.",
  hint: "Say who acts.",
};
