import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Envelope } from "./document.js";
import { fromTheFuture } from "./envelope-issues.js";
import { NAMESPACED_KEY } from "./identifier.js";
import { EXTENSION_LIMITS, type Json, jsonIssue } from "./json.js";
import { fail, type Issue, ok, type Result } from "./result.js";

/** Typed access to one party's own fields inside any document. */
export interface Extension<T> {
  readonly key: string;
  /** The value as its newest version, `undefined` where the document has none, or the issues of one that does not fit. */
  readonly get: (document: Pick<Envelope, "extensions">) => Result<T | undefined>;
  /** A copy of the document with the value set; every other extension is kept. */
  readonly set: <D extends Pick<Envelope, "extensions">>(document: D, value: T) => Result<D>;
}

/** A version that an extension's older values may still have, with the step to the next one. */
export interface EarlierExtension {
  readonly version: number;
  readonly schema: StandardSchemaV1;
  /** The value of this version as one of the next. */
  readonly up: (value: unknown) => unknown;
}

/** The newest version of an extension and the ones before it. */
export interface ExtensionHistory {
  readonly version: number;
  readonly earlier: readonly EarlierExtension[];
}

/**
 * Lets a district or vendor add its own fields to any document without a release of ours.
 * Accepts any Standard Schema (zod, valibot, arktype …) that validates synchronously and does not transform.
 * A value of version 1 is stored as it is; later versions must be objects and carry their number as `schemaVersion`.
 *
 * Issue codes: `extension-invalid`, `from-the-future`, `not-json`, `too-deep`, `too-large`, `prototype-key`.
 * @example
 * ```ts
 * import * as z from "zod";
 * const Level = defineExtension("org.example/reading-level", z.enum(["A", "B"]));
 * const goal = unwrap(Level.set({ extensions: {} }, "B")); // => { extensions: { "org.example/reading-level": "B" } }
 * unwrap(Level.get(goal)); // => "B"
 * ```
 */
export function defineExtension<S extends StandardSchemaV1>(
  key: string,
  schema: S,
  history: ExtensionHistory = { version: 1, earlier: [] },
): Extension<StandardSchemaV1.InferOutput<S>> {
  type T = StandardSchemaV1.InferOutput<S>;
  if (!NAMESPACED_KEY.test(key)) throw new Error(`Not a namespaced key: ${key}. Use org.example/name.`);
  const { version: newest } = history;
  const steps = [...history.earlier].sort((a, b) => a.version - b.version);
  if (newest !== steps.length + 1 || steps.some((step, index) => step.version !== index + 1)) {
    throw new Error(`${key}: versions must be 1, 2, 3 … with one step each.`);
  }
  return {
    key,
    get(document) {
      const stored = document.extensions?.[key];
      if (stored === undefined) return ok(undefined);
      const { version, value } = unpack(stored);
      if (version > newest) return fail(placed(key, fromTheFuture(key, version, newest)));
      let upgraded: unknown = value;
      for (const step of steps.slice(version - 1)) {
        const valid = validate(key, step.schema, upgraded);
        if (!valid.ok) return valid;
        upgraded = step.up(valid.value);
      }
      return validate(key, schema, upgraded) as Result<T>;
    },
    set(document, value) {
      const valid = validate(key, schema, value);
      if (!valid.ok) return valid;
      const stored = newest === 1 ? valid.value : { schemaVersion: newest, ...(valid.value as object) };
      const issue = jsonIssue(stored, EXTENSION_LIMITS);
      if (issue) return fail(placed(key, issue));
      return ok({ ...document, extensions: { ...document.extensions, [key]: stored as Json } });
    },
  };
}

/** An object with a whole `schemaVersion` of 2 or more is of that version; everything else is version 1. */
function unpack(stored: Json): { version: number; value: Json } {
  if (typeof stored !== "object" || stored === null || !("schemaVersion" in stored)) {
    return { version: 1, value: stored };
  }
  const { schemaVersion, ...value } = stored;
  const numbered = Number.isSafeInteger(schemaVersion) && (schemaVersion as number) > 1;
  return numbered ? { version: schemaVersion as number, value } : { version: 1, value: stored };
}

function validate(key: string, schema: StandardSchemaV1, value: unknown): Result<unknown> {
  const result = schema["~standard"].validate(value);
  if (result instanceof Promise) throw new Error(`${key}: the schema must validate synchronously.`);
  if (!result.issues) return ok(result.value);
  return fail(...(result.issues.map((issue) => toIssue(key, issue)) as [Issue, ...Issue[]]));
}

/** The other validator's own sentence is left out: it may repeat the value. */
function toIssue(key: string, issue: StandardSchemaV1.Issue): Issue {
  const steps = (issue.path ?? []).map((step) => (typeof step === "object" ? step.key : step));
  return placed(key, {
    code: "extension-invalid",
    path: steps.map((step) => (typeof step === "symbol" ? String(step) : step)),
    message: "The extension's value does not fit its schema.",
    hint: `See the schema of ${key}.`,
  });
}

function placed(key: string, issue: Issue): Issue {
  return { ...issue, path: ["extensions", key, ...issue.path] };
}
