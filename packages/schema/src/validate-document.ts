import type { Envelope } from "./document.js";
import type { DocumentRegistry } from "./document-registry.js";
import { parseJson } from "./parse-json.js";
import { fail, ok, type Result } from "./result.js";

/** A document that was found valid. */
export interface ValidDocument {
  readonly kind: string;
  /** The version it was written in; the document itself is upgraded to the newest. */
  readonly version: number;
  readonly document: Envelope;
}

/**
 * Checks one document given as JSON text, of whatever registered kind and version it says it is.
 *
 * Issue codes: those of {@link parseJson}, of {@link documentRegistry}, and of the kind.
 * @param understood - Keys of extensions that the program understands.
 */
export function validateDocument(
  registry: DocumentRegistry,
  text: string,
  understood?: readonly string[],
): Result<ValidDocument> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const read = registry.read(parsed.value, understood);
  if (!read.ok) return fail(...(read.issues as [never]));
  const { schemaVersion } = parsed.value as { readonly schemaVersion: number };
  return ok({ kind: read.value.kind, version: schemaVersion, document: read.value }, read.warnings);
}
