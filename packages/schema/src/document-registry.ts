import type { AnyDefinition, Envelope } from "./document.js";
import { fail, type Issue, type Result } from "./result.js";

/** Every kind of document that a program understands. */
export interface DocumentRegistry {
  readonly definitions: readonly AnyDefinition[];
  /** The definition of a kind. */
  readonly get: (kind: string) => AnyDefinition | undefined;
  /** Reads a document of any registered kind. */
  readonly read: (input: unknown, understood?: readonly string[]) => Result<Envelope>;
}

/**
 * Brings document kinds together under their names, so that a file can be read without saying what it is.
 *
 * Issue codes of `read`: `not-a-document`, `unknown-kind`, and those of the kind.
 * @throws Error - where two definitions have the same kind: one would silently replace the other.
 */
export function documentRegistry(definitions: readonly AnyDefinition[]): DocumentRegistry {
  const byKind = new Map<string, AnyDefinition>();
  for (const definition of definitions) {
    if (byKind.has(definition.kind)) throw new Error(`Two documents have the kind ${definition.kind}.`);
    byKind.set(definition.kind, definition);
  }
  return {
    definitions: [...definitions],
    get: (kind) => byKind.get(kind),
    read(input, understood) {
      const kind = kindOf(input);
      if (kind === undefined) return fail(NOT_A_DOCUMENT);
      const definition = byKind.get(kind);
      return definition ? definition.read(input, understood) : fail(unknownKind([...byKind.keys()]));
    },
  };
}

const NOT_A_DOCUMENT: Issue = {
  code: "not-a-document",
  path: [],
  message: "Expected a JSON object with a kind.",
};

function kindOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  const { kind } = input as { kind?: unknown };
  return typeof kind === "string" ? kind : undefined;
}

function unknownKind(kinds: string[]): Issue {
  return {
    code: "unknown-kind",
    path: ["kind"],
    message: "No document of this kind is known.",
    hint: `Known kinds: ${kinds.sort().join(", ")}.`,
    data: { kinds },
  };
}
