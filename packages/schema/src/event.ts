/**
 * A past fact in a stream, as stored for ever. `personal` lies beside the data so that it can be erased;
 * a state is rebuilt without it. Exactly one of `actor` and `handle` is present: anonymous captures carry only a
 * random handle held by the client.
 */
export interface StoredEvent<Type extends string = string, Data = unknown, Personal = unknown> {
  /** The tenant; first column of every key. */
  readonly districtId: string;
  /** One stream per team cycle, meeting, goal or action, for example `meeting:01J…`. */
  readonly stream: string;
  /** 1, 2, 3 … without gaps in its stream. */
  readonly version: number;
  /** Past tense, kebab-case: `note-added`. */
  readonly type: Type;
  /** Version of this type's data; readers upgrade older ones. */
  readonly typeVersion: number;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Person who acted. */
  readonly actor?: string;
  /** Random handle of an anonymous capture. */
  readonly handle?: string;
  /** The command that caused it; the same command never acts twice. */
  readonly commandId: string;
  readonly data: Data;
  readonly personal?: Personal;
}

/** What `decide` returns: a fact not yet stored. */
export interface NewEvent<Type extends string = string, Data = unknown, Personal = unknown> {
  readonly type: Type;
  readonly typeVersion: number;
  readonly data: Data;
  readonly personal?: Personal;
  /** Present where the author must not be stored. */
  readonly handle?: string;
}

/** A refused command: the rule that refused it, as an issue. Nothing has happened. */
export interface Rejection {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Whether a command needs the stream at the version its sender saw, or commutes with what others did meanwhile. */
export type Concurrency = "expected" | "commutes";
