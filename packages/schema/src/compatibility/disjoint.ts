import { canonicalJson } from "../canonical-json.js";
import type { Json } from "../json.js";
import { type Case, casesOf, entryAt, fieldNamed, sizes } from "./case.js";
import type { Node } from "./node.js";
import { isMultiple, lengthOf, matches, takesValue } from "./takes-value.js";

/** Whether it is proven that no value belongs to both. */
export function disjoint(a: readonly Node[], b: readonly Node[], depth = 8): boolean {
  if (depth === 0) return false;
  const left = casesOf(a);
  const right = casesOf(b);
  return left.every((one) => right.every((other) => apart(one, other, depth - 1)));
}

/** Whether it is proven that no value belongs to a case and to a schema. */
export function excludes(one: Case, schema: Node, depth = 8): boolean {
  return casesOf([schema]).every((other) => apart(one, other, depth));
}

function apart(a: Case, b: Case, depth: number): boolean {
  if (a.type !== b.type) return true;
  if (a.values) return a.values.every((value) => refuses(b, value));
  if (b.values) return b.values.every((value) => refuses(a, value));
  const [sizeA, sizeB] = [sizes(a), sizes(b)];
  if (sizeA.least > sizeB.most || sizeB.least > sizeA.most) return true;
  if (a.type === "number") return a.min > b.max || b.min > a.max || touch(a, b) || touch(b, a);
  if (a.type === "object") return fieldApart(a, b, depth);
  if (a.type === "array") return entryApart(a, b, depth);
  return false;
}

function touch(low: Case, high: Case): boolean {
  return low.max === high.min && (low.belowMax || high.aboveMin);
}

/** A field that any object of both has, and that no value satisfies on both sides. */
function fieldApart(a: Case, b: Case, depth: number): boolean {
  const certain = new Set([...a.required, ...b.required]);
  return [...certain].some((name) => {
    const [left, right] = [fieldNamed(a, name), fieldNamed(b, name)];
    return [...left, ...right].some(({ schema }) => schema === false) || disjoint(left, right, depth);
  });
}

function entryApart(a: Case, b: Case, depth: number): boolean {
  const certain = Math.min(Math.max(sizes(a).least, sizes(b).least), 16);
  return Array.from({ length: certain }, (_, index) => index).some((index) =>
    disjoint(entryAt(a, index), entryAt(b, index), depth),
  );
}

/** Whether it is certain that a value does not belong to a case. */
export function refuses(one: Case, value: Json): boolean {
  if (one.nots.some((node) => takesValue(node, value) === true)) return true;
  if (one.values && !one.values.some((known) => canonicalJson(known) === canonicalJson(value))) return true;
  if (typeof value === "number") {
    if (value < one.min || value > one.max) return true;
    if ((one.aboveMin && value === one.min) || (one.belowMax && value === one.max)) return true;
    return one.multiples.some((step) => !isMultiple(value, step));
  }
  if (typeof value === "string") {
    const size = lengthOf(value);
    const short = size < one.minSize || size > one.maxSize;
    return short || one.patterns.some((pattern) => matches(pattern, value) === false);
  }
  if (Array.isArray(value)) {
    return outside(one, value.length) || value.some((item, index) => anyRefuses(entryAt(one, index), item));
  }
  if (typeof value !== "object" || value === null) return false;
  const fields = value as { readonly [name: string]: Json };
  if (one.required.some((name) => !Object.hasOwn(fields, name))) return true;
  if (outside(one, Object.keys(fields).length)) return true;
  return Object.entries(fields).some(
    ([name, held]) => anyRefuses(fieldNamed(one, name), held) || anyRefuses(one.names, name),
  );
}

function outside(one: Case, size: number): boolean {
  return size < one.minSize || size > one.maxSize;
}

function anyRefuses(nodes: readonly Node[], value: Json): boolean {
  return nodes.some((node) => takesValue(node, value) === false);
}
