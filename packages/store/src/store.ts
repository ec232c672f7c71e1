import type { NewEvent, Result, StoredEvent } from "@collegium/schema";

/** Facts to add to one stream because of one command. */
export interface AppendRequest {
  readonly districtId: string;
  readonly stream: string;
  /** The version the command was decided on; 0 for a new stream; `"any"` where it commutes with what others did. */
  readonly expectedVersion: number | "any";
  /** Given by the sender; the same command on the same stream never acts twice. */
  readonly commandId: string;
  /** The person who acts. Not stored with events that carry a `handle`. */
  readonly actor?: string;
  /** Instant of the command, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** At most 1,000. */
  readonly events: readonly NewEvent[];
}

/** What an append did. */
export interface Appended {
  /** Version of the stream after this command's last event. */
  readonly version: number;
  readonly events: readonly StoredEvent[];
  /** True where this command had already acted: the events are those of the first time. */
  readonly repeated: boolean;
}

/** A stream and how far it has come. */
export interface StreamHead {
  readonly stream: string;
  readonly version: number;
}

/** "Stream S of district D is at version v." Says nothing about people; a reader then asks for its own view. */
export interface Hint extends StreamHead {
  readonly districtId: string;
}

/** A document as stored. */
export interface StoredDocument<Document = unknown> {
  readonly id: string;
  /** 1, 2, 3 …: counts how often it was written. */
  readonly revision: number;
  readonly document: Document;
}

/** A moment at which something waits to be done, for example the end of a meeting's phase. */
export interface DueTime {
  readonly districtId: string;
  readonly stream: string;
  /** What is due, kebab-case; one time per stream and name. */
  readonly name: string;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

/** Who did or read what, and for which purpose. Refer to people and records by id; never write a name here. */
export interface AuditEntry {
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Id of the person, or words such as "a member of team 7" where the author must not be known. */
  readonly actor: string;
  /** Kebab-case: `read-results`, `export-minutes`. */
  readonly action: string;
  /** Id of the record concerned. */
  readonly subject: string;
  /** Why: the purpose of access the policy was asked with. */
  readonly purpose: string;
}

/** An audit entry in its chain. */
export interface AuditRow extends AuditEntry {
  /** 1, 2, 3 … without gaps in its district. */
  readonly sequence: number;
  /** SHA-256 over the previous row's hash and this entry, in hexadecimal. */
  readonly hash: string;
}

/** What an export wrote. */
export interface Exported {
  readonly districts: number;
  readonly events: number;
  readonly documents: number;
  readonly auditRows: number;
}

/**
 * What a school platform keeps: event streams, documents, due times and an audit trail, each inside one district.
 * An outcome that has been returned is on disk; one that has not may be asked for again with the same command id.
 *
 * Reads throw an `IssueError` where the store itself fails (code `store-unavailable`) or an identifier is malformed;
 * writes return issues: `invalid-identifier`, `invalid-instant`, `stale-version`, `author-missing`, `too-many-events`,
 * `not-json`, `disk-full`, `outcome-unknown`, `store-unavailable`.
 */
export interface Store {
  /** Adds a command's events, all or none. A stream that has moved on is refused with `stale-version`. */
  append(request: AppendRequest): Promise<Result<Appended>>;
  /** The events of a stream in order, those after version `after` (default 0, all of them). */
  read(districtId: string, stream: string, options?: { readonly after?: number }): Promise<StoredEvent[]>;
  /** The streams whose name begins with `prefix`, by name. */
  streams(districtId: string, prefix: string): Promise<StreamHead[]>;
  /** Removes the personal part of one event for ever; the event itself stays. False where there was none. */
  erasePersonal(districtId: string, stream: string, version: number): Promise<Result<boolean>>;

  /**
   * Writes a document. With `expectedRevision` (0 for a new one) a document that others changed meanwhile is refused
   * with `stale-version`.
   */
  putDocument(
    districtId: string,
    kind: string,
    id: string,
    document: unknown,
    options?: { readonly expectedRevision?: number },
  ): Promise<Result<{ readonly revision: number }>>;
  /** A document by kind and id; `undefined` where there is none. */
  getDocument<Document = unknown>(
    districtId: string,
    kind: string,
    id: string,
  ): Promise<StoredDocument<Document> | undefined>;
  /** All documents of a kind, by id. */
  listDocuments<Document = unknown>(districtId: string, kind: string): Promise<StoredDocument<Document>[]>;
  /** False where there was none. */
  removeDocument(districtId: string, kind: string, id: string): Promise<Result<boolean>>;

  /** Sets or moves a due time; one per district, stream and name. */
  setDue(due: DueTime): Promise<Result<void>>;
  /** Takes a due time back; false where there was none. */
  clearDue(districtId: string, stream: string, name: string): Promise<Result<boolean>>;
  /**
   * Takes up to `limit` (default 100) due times of all districts for `leaseSeconds` (default 60), the oldest first.
   * No one else gets them meanwhile; whoever has acted clears them, and those of a crashed worker come back.
   */
  claimDue(options: {
    readonly now: string;
    readonly limit?: number;
    readonly leaseSeconds?: number;
  }): Promise<Result<DueTime[]>>;

  /** Adds an entry to the district's audit chain. Entries can neither be changed nor removed. */
  appendAudit(districtId: string, entry: AuditEntry): Promise<Result<AuditRow>>;
  /** The district's audit entries in order, after a sequence number. */
  readAudit(
    districtId: string,
    options?: { readonly after?: number; readonly limit?: number },
  ): Promise<AuditRow[]>;
  /** Recomputes the chain: the number of rows, or `audit-broken` with the first sequence that does not follow. */
  verifyAudit(districtId: string): Promise<Result<number>>;

  /**
   * Calls `listener` after each append of this process. A hint may be lost, data is not: re-read now and then.
   * Returns what ends the subscription.
   */
  subscribe(listener: (hint: Hint) => void): () => void;
  /** Copies everything into an empty PostgreSQL database, all or none. */
  exportTo(url: string): Promise<Result<Exported>>;
  /** Ends all work and frees the data folder. */
  close(): Promise<void>;
}
