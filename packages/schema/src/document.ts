import * as z from "zod";
import { NAMESPACED_KEY } from "./identifier.js";
import type { Json } from "./json.js";
import { fail, type Issue, ok, type Result } from "./result.js";
import { fromZod } from "./zod-issue.js";

/** Fields that every document carries beside its own. */
export interface Envelope<Kind extends string = string> {
  kind: Kind;
  schemaVersion: number;
  id: string;
  extensions?: Record<string, Json>;
  /** Keys of extensions that a reader must understand before it may change the document. */
  requires?: string[];
}

/** A rule that JSON Schema cannot express, listed by name and shown with an example that breaks it. */
export interface DocumentRule<Fields> {
  readonly name: string;
  readonly sentence: string;
  readonly check: (document: Fields) => Issue[];
  /** Fields that break this rule and no other. */
  readonly badExample: unknown;
}

/** A version that older documents may still have, with the step to the next one. */
export interface EarlierVersion {
  readonly version: number;
  readonly shape: z.ZodRawShape;
  /** Known fields of this version to those of the next; unknown fields and extensions travel round it untouched. */
  readonly up: (fields: never) => Record<string, unknown>;
}

/** What a package says of one document kind. */
export interface DocumentOptions<Kind extends string, Shape extends z.ZodRawShape> {
  readonly kind: Kind;
  readonly title: string;
  readonly description: string;
  /** Drafts may change; a published version is frozen. */
  readonly stability: "draft" | "published";
  /** How long a school keeps it, as a word of its retention policy. */
  readonly retention: "school-year" | "enrolment" | "until-replaced" | "permanent";
  /** The newest version's number, counted from 1. */
  readonly version: number;
  /** The newest version's own fields, without the envelope. */
  readonly shape: Shape;
  readonly earlier?: readonly EarlierVersion[];
  readonly rules?: readonly DocumentRule<z.infer<z.ZodObject<Shape>>>[];
  /** At least one valid set of own fields. */
  readonly examples: readonly [z.input<z.ZodObject<Shape>>, ...z.input<z.ZodObject<Shape>>[]];
}

/** A document's type: its fields and the envelope. */
export type DocumentOf<D> =
  D extends DocumentDefinition<infer Kind, infer Shape>
    ? Envelope<Kind> & z.infer<z.ZodObject<Shape>>
    : never;

type Full<Kind extends string, Shape extends z.ZodRawShape> = Envelope<Kind> & z.infer<z.ZodObject<Shape>>;

/** Opened for change, or only for reading with the reason. */
export type Opened<T> =
  | { readonly access: "read-write"; readonly document: T }
  | { readonly access: "read-only"; readonly document: Json; readonly because: Issue };

/** The operations on one document kind. */
export interface DocumentDefinition<Kind extends string, Shape extends z.ZodRawShape> {
  readonly kind: Kind;
  readonly options: DocumentOptions<Kind, Shape>;
  /** One loose zod schema per version, oldest first. */
  readonly schemas: readonly z.ZodType[];
  /** Reads any version, upgraded to the newest; keeps what it does not know. */
  readonly read: (input: unknown, understood?: readonly string[]) => Result<Full<Kind, Shape>>;
  /** Like read, but a document from the future or with an unknown requirement opens for reading only. */
  readonly open: (input: unknown, understood?: readonly string[]) => Result<Opened<Full<Kind, Shape>>>;
  /** Makes a new document; strict, an unknown field is an issue. */
  readonly create: (fields: { id: string } & z.input<z.ZodObject<Shape>>) => Result<Full<Kind, Shape>>;
  /** Changes known fields; strict about the changes, keeps everything else. */
  readonly set: (
    document: Full<Kind, Shape>,
    changes: Partial<z.input<z.ZodObject<Shape>>>,
  ) => Result<Full<Kind, Shape>>;
}

const envelopeShape = {
  id: z.string().min(1).max(255),
  extensions: z.record(z.string().regex(NAMESPACED_KEY), z.json()).exactOptional(),
  requires: z.array(z.string().regex(NAMESPACED_KEY)).exactOptional(),
};

/**
 * Defines a kind of document that a school's systems exchange and keep.
 * Reading validates a document as its own version before any upgrade sees it, and preserves unknown fields and
 * extensions; creating and setting are strict.
 *
 * Issue codes: `not-a-document`, `wrong-kind`, `from-the-future`, `unknown-requirement`, and those of the fields.
 * @example
 * ```ts
 * import * as z from "zod";
 * const Note = defineDocument({
 *   kind: "note", title: "Note", description: "A short note.", stability: "draft", retention: "school-year",
 *   version: 1, shape: { text: z.string() }, examples: [{ text: "Bring the quiz." }],
 * });
 * Note.create({ id: "n1", text: "Bring the quiz." }).ok; // => true
 * ```
 */
export function defineDocument<const Kind extends string, Shape extends z.ZodRawShape>(
  options: DocumentOptions<Kind, Shape>,
): DocumentDefinition<Kind, Shape> {
  type T = Full<Kind, Shape>;
  const { kind } = options;
  const steps = [...(options.earlier ?? [])].sort((a, b) => a.version - b.version);
  if (options.version !== steps.length + 1 || steps.some((step, index) => step.version !== index + 1)) {
    throw new Error(`${kind}: versions must be 1, 2, 3 … with one step each.`);
  }
  const shapes = [...steps.map((step) => step.shape), options.shape];
  const head = (version: number) => ({
    kind: z.literal(kind),
    schemaVersion: z.literal(version),
    ...envelopeShape,
  });
  const schemas = shapes.map((shape, index) => z.looseObject({ ...head(index + 1), ...shape }));
  const newest = schemas[schemas.length - 1]!;
  const strict = z.strictObject({ ...head(options.version), ...options.shape });

  const checked = (schema: z.ZodType, input: unknown): Result<T> => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) return failAll(parsed.error.issues.map(fromZod));
    const broken = (options.rules ?? []).flatMap((rule) => rule.check(parsed.data as T));
    return broken.length > 0 ? failAll(broken) : ok(parsed.data as T);
  };

  const read = (input: unknown, understood: readonly string[] = []): Result<T> => {
    const version = versionOf(kind, input);
    if (!version.ok) return version;
    if (version.value > options.version) return fail(fromTheFuture(kind, version.value, options.version));
    const lacking = missingRequirement(input as Envelope, understood);
    if (lacking) return fail(lacking);
    let document: unknown = input;
    for (let v = version.value; v < options.version; v++) {
      const parsed = schemas[v - 1]!.safeParse(document);
      if (!parsed.success) return failAll(parsed.error.issues.map(fromZod));
      document = upgraded(parsed.data as Record<string, unknown>, steps[v - 1]!);
    }
    return checked(newest, document);
  };

  return {
    kind,
    options,
    schemas,
    read,
    open(input, understood = []) {
      const result = read(input, understood);
      if (result.ok) return ok({ access: "read-write", document: result.value }, result.warnings);
      const because = result.issues.find(
        (i) => i.code === "from-the-future" || i.code === "unknown-requirement",
      );
      return because ? ok({ access: "read-only", document: input as Json, because }) : result;
    },
    create: (fields) => checked(strict, { kind, schemaVersion: options.version, ...fields }),
    set(document, changes) {
      const unknown = Object.keys(changes).filter((key) => !(key in options.shape));
      if (unknown.length > 0) return failAll(unknown.map((key) => unknownField(key)));
      return checked(newest, { ...document, ...changes });
    },
  };
}

function failAll(issues: readonly Issue[]): { ok: false; issues: readonly Issue[] } {
  return fail(...(issues as [Issue, ...Issue[]]));
}

function versionOf(kind: string, input: unknown): Result<number> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return fail({ code: "not-a-document", path: [], message: "Expected a JSON object." });
  }
  const { kind: found, schemaVersion } = input as Record<string, unknown>;
  if (found !== kind) {
    return fail({ code: "wrong-kind", path: ["kind"], message: `Expected a document of kind ${kind}.` });
  }
  if (!Number.isInteger(schemaVersion) || (schemaVersion as number) < 1) {
    return fail({
      code: "bad-version",
      path: ["schemaVersion"],
      message: "Expected a whole number of 1 or more.",
    });
  }
  return ok(schemaVersion as number);
}

function fromTheFuture(kind: string, found: number, newest: number): Issue {
  return {
    code: "from-the-future",
    path: ["schemaVersion"],
    message: `This ${kind} has version ${found}; this program knows versions up to ${newest}.`,
    hint: "Open it for reading, or update the program.",
    data: { found, newest },
  };
}

function missingRequirement(document: Envelope, understood: readonly string[]): Issue | undefined {
  const requires = Array.isArray(document.requires) ? document.requires : [];
  const lacking = requires.filter((key) => !understood.includes(key));
  if (lacking.length === 0) return undefined;
  return {
    code: "unknown-requirement",
    path: ["requires"],
    message: "The document requires an extension that this program does not know.",
    hint: "Open it for reading, or install the extension.",
    data: { lacking },
  };
}

function unknownField(key: string): Issue {
  return {
    code: "unknown-field",
    path: [key],
    message: `Unknown field: ${key}.`,
    hint: "Remove it, or put it into an extension.",
  };
}

/** Known fields go through `up`; everything else travels round it. */
function upgraded(document: Record<string, unknown>, step: EarlierVersion): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(document)) {
    if (Object.hasOwn(step.shape, key)) known[key] = value;
    else rest[key] = value;
  }
  return { ...rest, ...step.up(known as never), schemaVersion: step.version + 1 };
}
