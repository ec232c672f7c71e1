import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Envelope } from "./document.js";
import { NAMESPACED_KEY } from "./identifier.js";
import type { Json } from "./json.js";
import { fail, type Issue, ok, type Result } from "./result.js";

/** Typed access to one party's own fields inside any document. */
export interface Extension<T> {
  readonly key: string;
  /** The value, `undefined` where the document has none, or the issues of a value that does not fit. */
  readonly get: (document: Pick<Envelope, "extensions">) => Result<T | undefined>;
  /** A copy of the document with the value set; every other extension is kept. */
  readonly set: <D extends Pick<Envelope, "extensions">>(document: D, value: T) => Result<D>;
}

/**
 * Lets a district or vendor add its own fields to any document without a release of ours.
 * Accepts any Standard Schema (zod, valibot, arktype …) that validates synchronously.
 *
 * Issue code: `extension-invalid`.
 */
export function defineExtension<S extends StandardSchemaV1>(
  key: string,
  schema: S,
): Extension<StandardSchemaV1.InferOutput<S>> {
  type T = StandardSchemaV1.InferOutput<S>;
  if (!NAMESPACED_KEY.test(key)) throw new Error(`Not a namespaced key: ${key}. Use org.example/name.`);
  const parse = (value: unknown): Result<T> => {
    const result = schema["~standard"].validate(value);
    if (result instanceof Promise) throw new Error(`${key}: the schema must validate synchronously.`);
    if (!result.issues) return ok(result.value as T);
    const issues = result.issues.map((issue) => toIssue(key, issue));
    return fail(...(issues as [Issue, ...Issue[]]));
  };
  return {
    key,
    get(document) {
      const value = document.extensions?.[key];
      return value === undefined ? ok(undefined) : parse(value);
    },
    set(document, value) {
      const parsed = parse(value);
      if (!parsed.ok) return parsed;
      return ok({ ...document, extensions: { ...document.extensions, [key]: parsed.value as Json } });
    },
  };
}

function toIssue(key: string, issue: StandardSchemaV1.Issue): Issue {
  const path = (issue.path ?? []).map((step) => (typeof step === "object" ? step.key : step));
  return {
    code: "extension-invalid",
    path: ["extensions", key, ...path.map((step) => (typeof step === "symbol" ? String(step) : step))],
    message: "The extension's value does not fit its schema.",
    hint: issue.message,
  };
}
