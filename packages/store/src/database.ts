/** Runs one statement; values stand for $1, $2 … */
export interface Queries {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What the embedded engine and a server have in common. */
export interface Database {
  readonly kind: "embedded" | "server";
  /**
   * One transaction, begun with the statements of `preamble`; rolled back where `work` throws.
   * A resolved promise means committed and, where the engine keeps files, on disk.
   */
  transaction<T>(
    mode: "read" | "write",
    preamble: string,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
}

/** One transaction that sees and writes rows of this district only. The district's id must have been checked. */
export function asDistrict<T>(
  database: Database,
  mode: "read" | "write",
  districtId: string,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  // Literals, not parameters: SET takes none, and a cluster passes only SET on to its workers.
  const preamble = `set local role collegium_district; set local collegium.district_id = '${districtId}'`;
  return database.transaction(mode, preamble, work);
}

/** One transaction that sees due times of all districts and nothing else. */
export function asWorker<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  return database.transaction("write", "set local role collegium_worker", work);
}

/** One transaction with every right: migrations and export. */
export function asOwner<T>(database: Database, work: (queries: Queries) => Promise<T>): Promise<T> {
  return database.transaction("write", "", work);
}
