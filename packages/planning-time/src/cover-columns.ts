import { mayCover } from "./cover-model.js";
import type { CoverOption, Model } from "./model.js";

/** One column of the exact model: a cover teacher takes a lesson that starts at a period. */
export interface CoverColumn {
  readonly column: number;
  readonly option: CoverOption;
  readonly start: number;
}

/** The cover columns of a program, and where they count. */
export interface CoverColumns {
  readonly all: readonly CoverColumn[];
  /** Those that free a member, and those that take a cover teacher, by resource × periods + period. */
  readonly freeing: ReadonlyMap<number, readonly CoverColumn[]>;
  readonly taking: ReadonlyMap<number, readonly CoverColumn[]>;
  /** Those of one lesson and start, by kind × periods + start. */
  readonly ofLesson: ReadonlyMap<number, readonly CoverColumn[]>;
  /** Resources that some option frees or takes. */
  readonly touched: ReadonlySet<number>;
}

/** What a program has so far. */
interface Known {
  readonly lesson: Int32Array;
  readonly block: Int32Array;
  /** Lessons that each resource can still have, by resource × periods + period. */
  readonly left: Int32Array;
  /** Number of the next column. */
  readonly first: number;
}

/**
 * A column for every lesson in its present place that may stand in the way of a block, and every teacher who may take it
 * there. A cover teacher must be free of everything that stands still.
 */
export function coverColumns(model: Model, { lesson, block, left, first }: Known): CoverColumns {
  const { periods, kinds, teams, capacity } = model;
  const { options } = model.cover!;
  const all: CoverColumn[] = [];
  const freeing = new Map<number, CoverColumn[]>();
  const taking = new Map<number, CoverColumn[]>();
  const ofLesson = new Map<number, CoverColumn[]>();
  const touched = new Set<number>();
  const put = (map: Map<number, CoverColumn[]>, key: number, column: CoverColumn) =>
    map.set(key, [...(map.get(key) ?? []), column]);
  const blockOf = new Uint8Array(model.resources * periods);
  teams.forEach((team, g) => {
    for (let p = 0; p < periods; p++)
      if (block[g * periods + p]! >= 0) for (const t of team.members) blockOf[t * periods + p] = 1;
  });
  for (const option of options) {
    const { kind, member, by } = option;
    touched.add(member).add(by);
    const { duration } = kinds[kind]!;
    for (let p = 0; p < periods; p++) {
      if (lesson[kind * periods + p]! < 0 || !mayCover(model, option, p)) continue;
      let free = true;
      let wanted = false;
      for (let i = 0; i < duration; i++) {
        const cell = by * periods + p + i;
        if (left[cell] !== capacity[cell]) free = false;
        if (blockOf[member * periods + p + i]) wanted = true;
      }
      if (!free || !wanted) continue;
      const column = { column: first + all.length, option, start: p };
      all.push(column);
      put(ofLesson, kind * periods + p, column);
      for (let i = 0; i < duration; i++) {
        put(freeing, member * periods + p + i, column);
        put(taking, by * periods + p + i, column);
      }
    }
  }
  return { all, freeing, taking, ofLesson, touched };
}
