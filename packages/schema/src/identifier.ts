/** A namespaced key, reverse DNS and a name: `org.example/reading-level`. */
export const NAMESPACED_KEY = /^[a-z0-9-]+(\.[a-z0-9-]+)+\/[a-z0-9-]+$/;

/** An immutable published definition: `org.collegium/final-word@1`. */
export const DEFINITION_ID = /^[a-z0-9-]+(\.[a-z0-9-]+)+\/[a-z0-9-]+@[1-9][0-9]{0,5}$/;

/** A word outside a fixed vocabulary: `ext:mentor`. */
export const EXTENSION_WORD = /^ext:[A-Za-z0-9_.-]{1,64}$/;

/** The known patterns as a person would write an example of them. */
export const PATTERN_EXAMPLES: ReadonlyMap<string, string> = new Map([
  [NAMESPACED_KEY.source, "org.example/name"],
  [DEFINITION_ID.source, "org.example/name@1"],
  [EXTENSION_WORD.source, "ext:word"],
]);

/**
 * The parts of a published definition's id, or `undefined` where the text is none.
 * @example
 * ```ts
 * parseDefinitionId("org.collegium/final-word@12"); // => { name: "org.collegium/final-word", version: 12 }
 * ```
 */
export function parseDefinitionId(id: string): { name: string; version: number } | undefined {
  if (!DEFINITION_ID.test(id)) return undefined;
  const at = id.lastIndexOf("@");
  return { name: id.slice(0, at), version: Number(id.slice(at + 1)) };
}
