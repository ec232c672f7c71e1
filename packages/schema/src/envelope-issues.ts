import { fail, type Issue, ok, type Result } from "./result.js";

/** The version of an object that says it is of this kind; codes `not-a-document`, `wrong-kind`, `bad-version`. */
export function versionOf(kind: string, input: unknown): Result<number> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return fail({ code: "not-a-document", path: [], message: "Expected a JSON object." });
  }
  const { kind: found, schemaVersion } = input as Record<string, unknown>;
  if (found !== kind) {
    return fail({ code: "wrong-kind", path: ["kind"], message: `Expected a document of kind ${kind}.` });
  }
  if (!Number.isSafeInteger(schemaVersion) || (schemaVersion as number) < 1) {
    return fail({
      code: "bad-version",
      path: ["schemaVersion"],
      message: "Expected a whole number of 1 or more.",
    });
  }
  return ok(schemaVersion as number);
}

/** The issue of a document that a newer program wrote. */
export function fromTheFuture(kind: string, found: number, newest: number): Issue {
  return {
    code: "from-the-future",
    path: ["schemaVersion"],
    message: `This ${kind} has version ${found}; this program knows versions up to ${newest}.`,
    hint: "Open it for reading, or update the program.",
    data: { found, newest },
  };
}

/** The issue of a document that requires extensions which the program does not understand. */
export function missingRequirement(requires: unknown, understood: readonly string[]): Issue | undefined {
  if (!Array.isArray(requires)) return undefined;
  const lacking = requires.filter((name) => !understood.includes(name));
  if (lacking.length === 0) return undefined;
  return {
    code: "unknown-requirement",
    path: ["requires"],
    message: "The document requires an extension that this program does not know.",
    hint: "Open it for reading, or install the extension.",
    data: { lacking },
  };
}
