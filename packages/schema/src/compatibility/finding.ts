/** One way in which one schema refuses what the other allows. */
export interface Finding {
  readonly code: FindingCode;
  /** Where in the document: `steps[].minutes`; `{}` is any free field, empty the whole document. */
  readonly path: string;
  /** Backward: a new program refuses old documents. Forward: an old program refuses new documents. */
  readonly direction: "backward" | "forward";
  readonly sentence: string;
}

/** What one schema refuses of the other. */
export type FindingCode =
  | "type-refused"
  | "value-refused"
  | "free-value-refused"
  | "field-required"
  | "field-refused"
  | "unknown-field-refused"
  | "field-name-refused"
  | "limit"
  | "pattern"
  | "format"
  | "multiple"
  | "repeated-entry-refused"
  | "excluded"
  | "name-reserved"
  | "rule-added"
  | "rule-removed"
  | "address-changed"
  | "privacy-weakened"
  | "retention-changed"
  | "not-comparable";

/** A finding before it is known which schema is the reader. */
export interface Refusal {
  readonly code: FindingCode;
  readonly path: string;
  /** What the reader does to what the writer may write, as the end of the sentence “The … schema …”. */
  readonly says: string;
}

/** A step down: a field's name, an entry of a list, any free field. */
export function below(path: string, step: string): string {
  if (step === "[]" || path === "") return `${path}${step}`;
  return `${path}.${step}`;
}

/** The sentence for a person who is about to publish the new schema. */
export function finding({ code, path, says }: Refusal, direction: Finding["direction"]): Finding {
  const [reader, writer] = direction === "backward" ? ["new", "old"] : ["old", "new"];
  const place = path === "" ? "" : `${path}: `;
  return {
    code,
    path,
    direction,
    sentence: `${place}the ${reader} schema ${says.replaceAll("{writer}", writer)}.`,
  };
}
