import type { Json } from "@collegium/schema";

type Fields = { readonly [name: string]: Json };

/** How many parts are tried at most; each costs one reading of the whole document. */
const MOST_TRIES = 200;

/**
 * A sound value with whatever it can take over from another one and stay sound: whole parts first, then parts of parts.
 * @param takes - Whether the whole value is sound.
 */
export function blended(sound: Json, other: Json, takes: (whole: Json) => boolean): Json {
  let tries = MOST_TRIES;
  const inner = (
    mine: Json,
    theirs: Json | undefined,
    put: (part: Json | undefined) => Json,
  ): Json | undefined => {
    if (tries-- > 0 && takes(put(theirs))) return theirs;
    if (theirs === undefined) return mine;
    if (Array.isArray(mine) && Array.isArray(theirs)) {
      return mine.reduce<readonly Json[]>(
        (list, part, at) => {
          const set = (fresh: Json | undefined) => list.with(at, fresh ?? part);
          return set(inner(part, (theirs as readonly Json[])[at] ?? part, (fresh) => put(set(fresh))));
        },
        mine as readonly Json[],
      );
    }
    if (!isObject(mine) || !isObject(theirs)) return mine;
    const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    let fields: Fields = mine;
    for (const name of names) {
      const set = (fresh: Json | undefined): Fields => {
        const { [name]: _, ...rest } = fields;
        return fresh === undefined ? rest : { ...rest, [name]: fresh };
      };
      const own = fields[name];
      if (own !== undefined) fields = set(inner(own, theirs[name], (fresh) => put(set(fresh))));
      else if (tries-- > 0 && takes(put(set(theirs[name])))) fields = set(theirs[name]);
    }
    return fields;
  };
  return inner(sound, other, (whole) => whole ?? sound) ?? sound;
}

function isObject(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
