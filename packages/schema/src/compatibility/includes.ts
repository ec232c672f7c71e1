import { canonicalJson } from "../canonical-json.js";
import type { Json } from "../json.js";
import { type Case, casesOf, entryAt, fieldNamed, sizes } from "./case.js";
import { excludes } from "./disjoint.js";
import { below, type Refusal } from "./finding.js";
import { fieldsWithin } from "./includes-fields.js";
import { meaning, type Node, part, takesAll, target } from "./node.js";
import { takesValue } from "./takes-value.js";

/** What has been asked on the way here; a question inside itself is answered yes, as for any recursive schema. */
export interface Search {
  readonly asked: Map<unknown, Map<unknown, Set<string>>>;
  /** Whether writers are taken to write any field an open object allows, or only those it names. */
  readonly exact: boolean;
  readonly depth: number;
  /** How many combinations of tags the present object was split into. */
  readonly splits: number;
}

/** Beyond this an object is not split by further tags. */
const MOST_SPLITS = 512;

/** Where comparing goes deeper than this it gives up. */
const DEEPEST = 60;

/**
 * What a reader refuses of what writers may write; empty where it takes everything.
 * Sound: where this is empty no such document exists. Not complete: it may refuse where a cleverer proof would not.
 */
export function refusals(asked: Node, writers: readonly Node[], path: string, search: Search): Refusal[] {
  const reader = target(asked);
  const writer = writers.map(target);
  if (takesAll(reader.schema)) return [];
  if (search.depth > DEEPEST) return [{ code: "not-comparable", path, says: "is too deep to compare" }];
  const [only] = writer;
  if (writer.length === 1 && only && meaning(only) === meaning(reader)) return [];
  const known = search.asked.get(reader.schema) ?? new Map<unknown, Set<string>>();
  const key = writer.length === 1 ? only!.schema : writer.map(meaning).sort().join();
  const modes = known.get(key) ?? new Set();
  if (modes.has(String(search.exact))) return [];
  search.asked.set(reader.schema, known.set(key, modes.add(String(search.exact))));
  const inner = { ...search, depth: search.depth + 1, splits: 1 };
  const found = mergeTypes(casesOf(writer).flatMap((one) => uncovered(one, reader, path, inner)));
  modes.delete(String(search.exact));
  return found;
}

/** Whether a schema is proven to take everything that fits all of the others, whoever writes. */
export function includesAll(outer: Node, inner: readonly Node[], depth: number): boolean {
  return refusals(outer, inner, "", { asked: new Map(), exact: true, depth, splits: 1 }).length === 0;
}

function mergeTypes(found: Refusal[]): Refusal[] {
  const seen = new Set<string>();
  return found.filter((one) => {
    const text = canonicalJson(one);
    return !seen.has(text) && seen.add(text);
  });
}

const TYPE_WORDS = {
  null: "null",
  boolean: "true and false",
  number: "numbers",
  string: "text",
  array: "lists",
  object: "objects",
};

function uncovered(written: Case, reader: Node, path: string, search: Search): Refusal[] {
  const candidates = casesOf([reader]).filter(({ type }) => type === written.type);
  if (candidates.length === 0) {
    const says = `takes no ${TYPE_WORDS[written.type]}, which the {writer} one allows`;
    return [{ code: "type-refused", path, says }];
  }
  if (written.values) return written.values.flatMap((value) => valueRefused(reader, value, path));
  const foreign = written.foreign && !search.exact;
  const tries = candidates.map((one) => {
    const found = beyond(one, written, path, search);
    // A kind that the reader knows is written as such; what is passed on are kinds that neither of them knows.
    return foreign && one.foreign ? found.filter(({ code }) => code !== "excluded") : found;
  });
  const best = tries.reduce((a, b) => (b.length < a.length ? b : a));
  if (best.length === 0) return [];
  return (candidates.length > 1 && splitByTag(written, reader, path, search)) || best;
}

function valueRefused(reader: Node, value: Json, path: string): Refusal[] {
  if (takesValue(reader, value) === true) return [];
  const word = typeof value === "object" && value !== null ? "a listed value" : JSON.stringify(value);
  return [{ code: "value-refused", path, says: `refuses ${word}, which the {writer} one allows` }];
}

/** An object whose tag has a few fixed words may need another case of the reader for each of them. */
function splitByTag(written: Case, reader: Node, path: string, search: Search): Refusal[] | undefined {
  if (written.type !== "object") return undefined;
  for (const name of written.required) {
    const cases = casesOf(fieldNamed(written, name));
    const values = cases.flatMap((one) => one.values ?? []);
    const splits = search.splits * values.length;
    if (values.length < 2 || splits > MOST_SPLITS || cases.some((one) => !one.values)) continue;
    const parts = values.map((value) => {
      const named = new Map([[name, part(reader, { const: value })]]);
      const fields = [...written.fields, { named, patterns: [], rest: undefined, declares: true }];
      return uncovered({ ...written, fields }, reader, path, { ...search, splits });
    });
    return parts.flat();
  }
  return undefined;
}

/** What of a written case lies beyond one case of the reader. */
function beyond(reader: Case, written: Case, path: string, search: Search): Refusal[] {
  const found: Refusal[] = [];
  const add = (code: Refusal["code"], says: string) => found.push({ code, path, says });
  if (reader.values) add("free-value-refused", "takes only listed values, where the {writer} one takes any");
  for (const one of missing(reader.patterns, written.patterns)) {
    add("pattern", `wants the pattern ${one}, which the {writer} one does not`);
  }
  for (const one of missing(reader.formats, written.formats)) {
    add("format", `wants the format ${one}, which the {writer} one does not`);
  }
  for (const one of reader.multiples) {
    if (!written.multiples.some((step) => Number.isInteger(step / one))) {
      const what = one === 1 ? "whole numbers" : `multiples of ${one}`;
      add("multiple", `takes only ${what}, where the {writer} one takes others too`);
    }
  }
  found.push(...limits(reader, written, path));
  if (reader.unique && !written.unique && sizes(written).most > 1) {
    add("repeated-entry-refused", "refuses a list with equal entries, which the {writer} one allows");
  }
  const opaque = new Set(written.opaque.map(({ text }) => text));
  for (const { keyword, text } of reader.opaque) {
    if (!opaque.has(text))
      add("not-comparable", `has ${keyword}, which the {writer} one does not have like this`);
  }
  for (const not of reader.nots) {
    if (!excludesAll(written, not, search)) {
      add("excluded", "excludes values that the {writer} one may allow");
    }
  }
  if (written.type === "array") found.push(...entriesBeyond(reader, written, path, search));
  if (written.type === "object") found.push(...fieldsWithin(reader, written, path, search, refusals));
  return found;
}

function excludesAll(written: Case, not: Node, search: Search): boolean {
  if (excludes(written, not)) return true;
  return written.nots.some((own) => includesAll(own, [not], search.depth + 1));
}

function missing(wanted: readonly string[], had: readonly string[]): string[] {
  return wanted.filter((one) => !had.includes(one));
}

const SIZE_WORDS: Partial<Record<Case["type"], string>> = {
  string: "characters",
  array: "entries",
  object: "fields",
};

function limits(reader: Case, written: Case, path: string): Refusal[] {
  const found: Refusal[] = [];
  const add = (says: string) => found.push({ code: "limit", path, says });
  const unit = SIZE_WORDS[written.type];
  if (unit) {
    const { least, most } = sizes(written);
    const longest = reader.type === "array" ? sizes(reader).most : reader.maxSize;
    if (reader.minSize > least)
      add(`wants at least ${reader.minSize} ${unit}, where the {writer} one allows fewer`);
    if (longest < most) add(`takes at most ${longest} ${unit}, where the {writer} one allows more`);
    return found;
  }
  if (written.type !== "number") return found;
  const [low, high] = [tight(written, 1), tight(written, -1)];
  if (reader.min > low.at || (reader.aboveMin && reader.min === low.at && !low.open)) {
    add(
      `wants ${reader.aboveMin ? "more than" : "at least"} ${reader.min}, where the {writer} one allows less`,
    );
  }
  if (reader.max < high.at || (reader.belowMax && reader.max === high.at && !high.open)) {
    add(
      `takes ${reader.belowMax ? "less than" : "at most"} ${reader.max}, where the {writer} one allows more`,
    );
  }
  return found;
}

/** The lowest (1) or highest (-1) number of a case; for whole numbers an open end moves to the next whole one. */
function tight(one: Case, side: 1 | -1): { at: number; open: boolean } {
  const at = side === 1 ? one.min : one.max;
  const open = side === 1 ? one.aboveMin : one.belowMax;
  if (!one.multiples.some((step) => Number.isInteger(step)) || !Number.isFinite(at)) return { at, open };
  const whole = side === 1 ? Math.ceil(at) : Math.floor(at);
  return { at: open && whole === at ? whole + side : whole, open: false };
}

function entriesBeyond(reader: Case, written: Case, path: string, search: Search): Refusal[] {
  const { most } = sizes(written);
  const firsts = [...reader.entries, ...written.entries].map(({ first }) => first.length);
  const named = Math.min(Math.max(0, ...firsts), most);
  const positions = Array.from({ length: named }, (_, index) => index);
  if (most > named) positions.push(named); // stands for every later entry
  return positions.flatMap((index) => {
    const own = entryAt(written, index);
    const wanted = entryAt(reader, index).filter(({ schema }) => schema !== false); // said as a limit
    return wanted.flatMap((node) => refusals(node, own, below(path, "[]"), search));
  });
}
