/** Numbers in a piece of memory that is used again and again: only the first `size` count. */
export interface Batch {
  readonly values: number[];
  size: number;
}

/** Adds a number to a batch. */
export function put(batch: Batch, value: number): void {
  batch.values[batch.size++] = value;
}
