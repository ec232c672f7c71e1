import { DEFINITION_ID, fail, type Issue, ok, type Result } from "@collegium/schema";
import { type ProtocolDefinition, protocolDefinition } from "./definition.js";

/**
 * Checks a protocol that somebody else wrote as JSON: every fault with its path and a sentence.
 * Guarantees that what passes can be fitted, run and printed; texts without Spanish and fields nobody reads are warnings.
 *
 * Issue codes: those of `protocolDefinition`, and `bad-id`. Warning codes: `missing-translation`, `unknown-field`.
 */
export function checkProtocol(json: unknown): Result<ProtocolDefinition> {
  const read = protocolDefinition.read(json);
  if (!read.ok) return read;
  if (!DEFINITION_ID.test(read.value.id)) {
    return fail({
      code: "bad-id",
      path: ["id"],
      message: "A protocol's id is a reverse domain, a name and a version.",
      hint: "Write it like org.example/our-protocol@1.",
    });
  }
  return ok(read.value, [...untranslated(read.value, []), ...unread(read.value)]);
}

/** Texts that lack Spanish. */
function untranslated(value: unknown, path: readonly (string | number)[]): Issue[] {
  if (typeof value !== "object" || value === null) return [];
  const text = value as Record<string, unknown>;
  if (typeof text["en"] === "string") {
    if (text["es"] !== undefined) return [];
    return [
      { code: "missing-translation", path, message: "This text has no Spanish.", hint: "Add it under es." },
    ];
  }
  return entries(value).flatMap(([key, inner]) => untranslated(inner, [...path, key]));
}

/** Fields that nobody reads: most often a misspelt name. */
function unread(definition: ProtocolDefinition): Issue[] {
  const { kind: _, schemaVersion: __, ...fields } = definition;
  const strict = protocolDefinition.create(fields);
  return strict.ok ? [] : strict.issues.filter((issue) => issue.code === "unknown-field");
}

function entries(value: object): [string | number, unknown][] {
  return Array.isArray(value) ? value.map((inner, i) => [i, inner]) : Object.entries(value);
}
