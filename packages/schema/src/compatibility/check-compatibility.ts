import type { JsonSchema } from "../json-schema.js";
import { TooComplex } from "./case.js";
import { type Finding, finding, type Refusal } from "./finding.js";
import { refusals } from "./includes.js";
import { type Memo, memory } from "./node.js";

/** Which programs can read which documents after a change. */
export type CompatibilityLevel = "full" | "backward" | "forward" | "none";

/** The outcome of comparing two schemas. */
export interface Compatibility {
  /** Full: both ways. Backward: new programs read old documents. Forward: old programs read new documents. */
  readonly level: CompatibilityLevel;
  /** Every place where one of them refuses what the other allows. */
  readonly findings: readonly Finding[];
}

/**
 * Says before a release whether a changed schema breaks anyone: whether new programs still read old documents, and old
 * programs new ones.
 * Where it says `backward`, every document that a writer of the old schema makes is valid under the new one. A writer
 * names every field it writes, so that adding an optional field is a full change; a schema without named fields, or
 * with a schema for the others, is a dictionary whose writers write any. Formats count as checked. It may say less
 * than is true where a proof is too hard, and then names the place with the code `not-comparable` or `excluded`.
 * @param older - JSON Schema 2020-12.
 * @param newer - JSON Schema 2020-12.
 * @example
 * ```ts
 * const older = { type: "object", properties: { level: { enum: ["A", "B"] } } };
 * const newer = { type: "object", properties: { level: { enum: ["A", "B", "C"] } } };
 * const { level, findings } = checkCompatibility(older, newer);
 * level; // => "backward"
 * findings[0].sentence; // => 'level: the old schema refuses "C", which the new one allows.'
 * ```
 */
export function checkCompatibility(older: JsonSchema, newer: JsonSchema): Compatibility {
  const memo = memory();
  const backward = compare(newer, older, memo).map((one) => finding(one, "backward"));
  const forward = compare(older, newer, memo).map((one) => finding(one, "forward"));
  return { level: levelOf(backward.length === 0, forward.length === 0), findings: [...backward, ...forward] };
}

function levelOf(backward: boolean, forward: boolean): CompatibilityLevel {
  if (backward) return forward ? "full" : "backward";
  return forward ? "forward" : "none";
}

function compare(reader: JsonSchema, writer: JsonSchema, memo: Memo): Refusal[] {
  const search = { asked: new Map(), exact: false, depth: 0, splits: 1 };
  try {
    const node = (schema: JsonSchema) => ({ schema, root: schema, memo });
    return refusals(node(reader), [node(writer)], "", search);
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return [{ code: "not-comparable", path: "", says: "has too many combinations to compare" }];
  }
}
