/** Where a column's cell stands in every row; for an absent column, behind the last cell. */
export type PlaceOf = (column: string) => number;

/** A shape while it is being filled. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Beyond so many different texts a column is not one that rows share. */
const MOST_SHARED = 500;
const NONE: readonly string[] = Object.freeze([]);

/** Members of a list cell. */
export function listOf(cell: string): readonly string[] {
  if (cell === "") return NONE;
  if (!cell.includes(",")) return [cell.trim()];
  return cell.split(",").flatMap((part) => part.trim() || []);
}

/** Keeps one list for each of the few texts that many rows share, such as grades. */
export function sharedLists(): (cell: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  return (cell) => {
    const known = lists.get(cell);
    if (known) return known;
    const list = listOf(cell);
    if (lists.size < MOST_SHARED) lists.set(cell, list);
    return list;
  };
}

/** Sets a field where there is something to set. */
export function put<T, K extends keyof T>(target: T, key: K, value: string): void {
  if (value !== "") target[key] = value as T[K];
}
