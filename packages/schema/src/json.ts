import type { Issue } from "./result.js";

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How large JSON may be. Depth counts nested lists and objects; size counts values and the characters of text and keys. */
export interface JsonLimits {
  readonly depth: number;
  readonly size: number;
}

/** The limits of a document: 64 levels, ten million characters. */
export const DOCUMENT_LIMITS: JsonLimits = { depth: 64, size: 10_000_000 };

/** The limits of one extension's value: 32 levels, 65,536 characters. */
export const EXTENSION_LIMITS: JsonLimits = { depth: 32, size: 65_536 };

/** A key that would change an object's prototype when copied carelessly. */
export function isPrototypeKey(key: string): boolean {
  return key === "__proto__" || key === "constructor";
}

/**
 * What keeps a value from being a document's JSON, or `undefined` where nothing does. Ends for cyclic values, by depth.
 * Property values of `undefined` count as absent, as they do in JSON.
 *
 * Issue codes: `not-json`, `too-deep`, `too-large`, `prototype-key`.
 */
export function jsonIssue(value: unknown, limits: JsonLimits = DOCUMENT_LIMITS): Issue | undefined {
  if (typeof value === "object" && value !== null && limits.depth > 0) {
    left = limits.size - 1;
    if (isSound(value, limits.depth - 1)) return undefined;
  }
  const walk = { left: limits.size, path: [] as (string | number)[] };
  const code = visit(value, limits.depth, walk);
  return code === undefined
    ? undefined
    : { code, path: walk.path.reverse(), ...TEXTS[code], data: { ...limits } };
}

/** What may still be counted; of the walk that is under way, which nothing interrupts. */
let left = 0;

/** The same question as {@link visit} answers, without a place: the way through it for every sound document. */
function isSound(value: object, depth: number): boolean {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      left--;
      if (!isSoundPart(value[index], depth)) return false;
    }
    return left >= 0;
  }
  if (!isPlain(value)) return false;
  for (const key in value) {
    if (isPrototypeKey(key)) return false;
    const inner = (value as Record<string, unknown>)[key];
    left -= key.length;
    if (inner === undefined) continue;
    left--;
    if (!isSoundPart(inner, depth)) return false;
  }
  return left >= 0;
}

function isSoundPart(value: unknown, depth: number): boolean {
  if (typeof value === "string") {
    left -= value.length;
    return true;
  }
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "boolean" || value === null) return true;
  return typeof value === "object" && depth > 0 && left >= 0 && isSound(value, depth - 1);
}

const TEXTS = {
  "not-json": {
    message: "Expected a JSON value.",
    hint: "Use text, numbers, true, false, null, lists and objects.",
  },
  "too-deep": {
    message: "The value is nested too deeply.",
    hint: "Flatten it, or refer to other documents by id.",
  },
  "too-large": { message: "The value is too large.", hint: "Split it, or keep large parts as attachments." },
  "prototype-key": { message: "A field has a reserved name.", hint: "Rename the field." },
};

function visit(
  value: unknown,
  depth: number,
  walk: { left: number; path: (string | number)[] },
): keyof typeof TEXTS | undefined {
  walk.left -= typeof value === "string" ? value.length + 1 : 1;
  if (walk.left < 0) return "too-large";
  if (typeof value === "string") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "not-json";
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value !== "object") return "not-json";
  if (depth === 0) return "too-deep";
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const code = visit(value[index], depth - 1, walk);
      if (code !== undefined) return note(walk.path, index, code);
    }
    return undefined;
  }
  if (!isPlain(value)) return "not-json";
  for (const key in value) {
    if (isPrototypeKey(key)) return note(walk.path, key, "prototype-key");
    walk.left -= key.length;
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    const code = visit(inner, depth - 1, walk);
    if (code !== undefined) return note(walk.path, key, code);
  }
  return undefined;
}

/** Also true of an object from another realm, whose `Object` is not ours. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

function note<C>(path: (string | number)[], step: string | number, code: C): C {
  path.push(step);
  return code;
}
