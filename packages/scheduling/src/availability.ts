/** A year's time as cells: so many days, each from one minute to another in equal steps. */
export interface AvailabilityGrid {
  /** Day numbers, ascending. */
  readonly days: readonly number[];
  /** Minutes after midnight, of the school's wall time. */
  readonly from: number;
  readonly to: number;
  /** Minutes of one cell. */
  readonly step: number;
  /** Cells of a day, and the 32-bit words that hold them. */
  readonly cells: number;
  readonly words: number;
}

/** Who is busy when: one bit per person and cell. */
export interface Availability {
  readonly grid: AvailabilityGrid;
  readonly people: readonly string[];
  /** Row of each person. */
  readonly row: ReadonlyMap<string, number>;
  /** Words person by person, in each day by day; a set bit is a cell in which the person cannot come. */
  readonly busy: Uint32Array;
  /** Likewise, cells in which the person would rather not; empty where nobody said so. */
  readonly avoid: Uint32Array;
}

/**
 * A grid over the days of a school year, for finding time together. Five minutes a cell unless told otherwise.
 * @example
 * ```ts
 * availabilityGrid([20697, 20698], 450, 930).cells; // => 96
 * ```
 */
export function availabilityGrid(
  days: readonly number[],
  from: number,
  to: number,
  step = 5,
): AvailabilityGrid {
  const cells = Math.max(0, Math.floor((to - from) / step));
  const ascending = [...new Set(days)].sort((a, b) => a - b);
  return { days: ascending, from, to: from + cells * step, step, cells, words: Math.ceil(cells / 32) };
}

/**
 * Nobody busy yet: room for everyone's time in one piece of memory, `people × days × words` of four bytes
 * (11 MB for 5,000 teachers, 190 days of eight hours in steps of five minutes; as much again where `soft`).
 * @example
 * ```ts
 * createAvailability(availabilityGrid([20697], 450, 930), ["t1", "t2"]).busy.length; // => 6
 * ```
 */
export function createAvailability(
  grid: AvailabilityGrid,
  people: readonly string[],
  soft = false,
): Availability {
  const size = people.length * grid.days.length * grid.words;
  const row = new Map(people.map((id, index) => [id, index]));
  return { grid, people, row, busy: new Uint32Array(size), avoid: new Uint32Array(soft ? size : 0) };
}

/**
 * Marks a person busy on a day from one minute to another, in place. Cells that are only touched count as busy, so a
 * slot found free is free to the minute. People and days outside the grid change nothing; returns whether anything
 * could be marked.
 */
export function markBusy(
  availability: Availability,
  person: string,
  day: number,
  start: number,
  end: number,
): boolean {
  return mark(availability, availability.busy, person, day, start, end);
}

/** Like {@link markBusy}, for time that a person would rather keep; needs an availability made with `soft`. */
export function markAvoided(
  availability: Availability,
  person: string,
  day: number,
  start: number,
  end: number,
): boolean {
  return availability.avoid.length > 0 && mark(availability, availability.avoid, person, day, start, end);
}

function mark(
  { grid, row }: Availability,
  words: Uint32Array,
  person: string,
  day: number,
  start: number,
  end: number,
): boolean {
  const at = row.get(person);
  const index = dayIndex(grid, day);
  if (at === undefined || index < 0) return false;
  const first = Math.max(0, Math.floor((start - grid.from) / grid.step));
  const last = Math.min(grid.cells, Math.ceil((end - grid.from) / grid.step));
  const base = (at * grid.days.length + index) * grid.words;
  for (let cell = first; cell < last; cell++) words[base + (cell >>> 5)]! |= 1 << (cell & 31);
  return first < last;
}

/** Whether a person is free on a day from one minute to another; false outside the grid. */
export function isFree(
  availability: Availability,
  person: string,
  day: number,
  start: number,
  end: number,
): boolean {
  const { grid, row, busy } = availability;
  const at = row.get(person);
  const index = dayIndex(grid, day);
  if (at === undefined || index < 0 || start < grid.from || end > grid.to) return false;
  const first = Math.floor((start - grid.from) / grid.step);
  const last = Math.ceil((end - grid.from) / grid.step);
  const base = (at * grid.days.length + index) * grid.words;
  for (let cell = first; cell < last; cell++) {
    if (busy[base + (cell >>> 5)]! & (1 << (cell & 31))) return false;
  }
  return true;
}

/** Where a day stands in the grid, or -1. */
function dayIndex({ days }: AvailabilityGrid, day: number): number {
  let low = 0;
  let high = days.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = days[middle]!;
    if (found === day) return middle;
    if (found < day) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
