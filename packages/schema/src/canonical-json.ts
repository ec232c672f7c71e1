import type { Json } from "./json.js";

/**
 * Writes JSON in its one canonical form (RFC 8785): no spaces, fields sorted, numbers in their shortest form.
 * The same data always gives the same text, so that documents can be compared, hashed and signed; text in this form
 * comes back byte for byte from reading and writing. Fields whose value is `undefined` are left out.
 *
 * @throws TypeError - where a value has no JSON form or a text holds half a character: a programming error, since
 * `read` and {@link parseJson} admit neither.
 * @example
 * ```ts
 * canonicalJson({ b: 1.0, a: ["é"] }); // => '{"a":["é"],"b":1}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`No JSON form: ${typeof value}.`);
  const fields = value as { readonly [key: string]: Json | undefined };
  const parts = Object.keys(fields)
    .filter((key) => fields[key] !== undefined)
    .sort() // by UTF-16 code units, as the RFC wants
    .map((key) => `${quoted(key)}:${canonicalJson(fields[key])}`);
  return `{${parts.join(",")}}`;
}

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function quoted(text: string): string {
  if (LONE.test(text)) throw new TypeError("A text holds half a character.");
  return JSON.stringify(text);
}
