import type { AnyDefinition, DocumentRule } from "./document.js";
import type { Issue, Result } from "./result.js";

/** One file of a conformance folder: a document that must be read, or one that must be refused with the reason. */
export interface ConformanceCase {
  /** `valid/example.json`, from the folder of the document's version. */
  readonly path: string;
  /** The document itself in `valid`, the reason and the document in `invalid`. */
  readonly content: object;
  /** Two-space JSON with a last newline, as committed. */
  readonly text: string;
}

type Fields = { readonly [name: string]: unknown };

/**
 * The documents with which a program in any language can be tested, derived from the newest version: each example, one
 * with unknown fields and extensions, and one for every way the envelope, a required field or a rule can be broken.
 * Every case is checked by reading it: a valid one that is refused, or an invalid one that is read, is an error.
 *
 * @throws Error - where a definition contradicts its own examples: a programming error.
 */
export function conformanceCases(definition: AnyDefinition): ConformanceCase[] {
  const { kind, options } = definition;
  const envelope = { kind, schemaVersion: options.version, id: "example" };
  const examples = options.examples.map((fields) => ({ ...envelope, ...(fields as Fields) }));
  const first = examples[0] as Fields;
  const valid = [
    ...examples.map(
      (document, index) => [index === 0 ? "example" : `example-${index + 1}`, document] as const,
    ),
    ["with-unknown-fields-and-extensions", withUnknown(first)] as const,
  ];
  const required = Object.keys(options.shape).filter(
    (name) => name in first && !definition.read(without(first, name)).ok,
  );
  const invalid: (readonly [name: string, because: string, document: Fields])[] = [
    ["another-kind", "It is another kind of document.", { ...first, kind: "another-kind" }],
    ["from-the-future", "A newer program wrote it.", { ...first, schemaVersion: options.version + 1 }],
    ["version-as-text", "A version is a whole number.", { ...first, schemaVersion: "1" }],
    ["empty-id", "An id has at least one character.", { ...first, id: "" }],
    ["without-id", "Every document has an id.", without(first, "id")],
    [
      "extension-without-namespace",
      "An extension's key begins with its owner's domain.",
      { ...first, extensions: { building: 2 } },
    ],
    ...required.map(
      (name) => [`without-${kebab(name)}`, `${name} is missing.`, without(first, name)] as const,
    ),
  ];
  const rules = ((options.rules ?? []) as readonly DocumentRule<unknown>[]).map(
    ({ name, sentence, badExample }) =>
      refused(definition, `rule-${name}`, sentence, { ...envelope, ...(badExample as Fields) }, name),
  );
  const requires = refused(
    definition,
    "unknown-requirement",
    "It requires an extension that the reader does not know.",
    { ...first, requires: ["org.example/unheard-of"] },
    REQUIRES,
  );
  return [
    ...valid.map(([name, document]) => read(definition, name, document)),
    ...invalid.map(([name, because, document]) => refused(definition, name, because, document)),
    requires,
    ...rules,
  ];
}

/** The one rule of the envelope that JSON Schema cannot express. */
const REQUIRES = "requires";

function read(definition: AnyDefinition, name: string, document: object): ConformanceCase {
  const result = definition.read(document);
  if (!result.ok) throw new Error(`${definition.kind}: its ${name} is refused.`);
  return file(`valid/${name}.json`, document);
}

function refused(
  definition: AnyDefinition,
  name: string,
  because: string,
  document: object,
  rule?: string,
): ConformanceCase {
  const result: Result<unknown> = definition.read(document);
  if (result.ok) throw new Error(`${definition.kind}: ${name} should be refused.`);
  const { code, path } = result.issues[0] as Issue;
  return file(`invalid/${name}.json`, { because, code, path, ...(rule !== undefined && { rule }), document });
}

function file(path: string, content: object): ConformanceCase {
  return { path, content, text: `${JSON.stringify(content, null, 2)}\n` };
}

/** A newer program's field beside the known ones, and in the first object of each list; an extension. */
function withUnknown(document: Fields): Fields {
  const fields = Object.entries(document).map(([name, value]) => {
    const [one, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
    const open = typeof one === "object" && one !== null && !Array.isArray(one);
    return [name, open ? [{ ...one, "org.example/later": { kept: true } }, ...others] : value];
  });
  return {
    ...Object.fromEntries(fields),
    "org.example/later": ["kept", 1, null],
    extensions: { "org.example/building": { floor: 2, rooms: ["12", "14"] } },
  };
}

function without(document: Fields, name: string): Fields {
  const { [name]: _, ...rest } = document;
  return rest;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
