import type * as z from "zod";
import type { Json } from "./json.js";
import type { Issue, Result } from "./result.js";

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
  /** The issues of a document that breaks the rule. */
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

/** Whether a text identifies a person by itself, only together with others, or not at all. */
export type PrivacyMark = "direct" | "indirect" | "none";

/** The texts of a document by how private they are: a page that a school's privacy officer can read. */
export type PrivacyTable = Readonly<Partial<Record<PrivacyMark, readonly string[]>>>;

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
  /** The mark of each text in the newest version, as {@link stringFields} names them, where zod's `.meta` has none. */
  readonly privacy?: PrivacyTable;
  readonly rules?: readonly DocumentRule<z.infer<z.ZodObject<Shape>>>[];
  /** At least one valid set of own fields. */
  readonly examples: readonly [z.input<z.ZodObject<Shape>>, ...z.input<z.ZodObject<Shape>>[]];
}

/** A document's fields and its envelope. */
export type FullDocument<Kind extends string, Shape extends z.ZodRawShape> = Envelope<Kind> &
  z.infer<z.ZodObject<Shape>>;

/** A document's type: its fields and the envelope. */
export type DocumentOf<D> =
  D extends DocumentDefinition<infer Kind, infer Shape> ? FullDocument<Kind, Shape> : never;

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
  /** Reads any version, upgraded to the newest; keeps what it does not know, at every depth. */
  readonly read: (input: unknown, understood?: readonly string[]) => Result<FullDocument<Kind, Shape>>;
  /** Like read, but a document from the future or with an unknown requirement opens for reading only. */
  readonly open: (
    input: unknown,
    understood?: readonly string[],
  ) => Result<Opened<FullDocument<Kind, Shape>>>;
  /** Makes a new document; strict, an unknown field is an issue at any depth. */
  readonly create: (
    fields: { id: string } & z.input<z.ZodObject<Shape>>,
  ) => Result<FullDocument<Kind, Shape>>;
  /**
   * Changes known fields. An unknown field that the change brings in is an issue; one that the document already had
   * in the same place is kept, for it belongs to a newer program.
   */
  readonly set: (
    document: FullDocument<Kind, Shape>,
    changes: Partial<z.input<z.ZodObject<Shape>>>,
  ) => Result<FullDocument<Kind, Shape>>;
}

/** Any document definition, whatever its fields. */
export interface AnyDefinition {
  /** The name of the kind. */
  readonly kind: string;
  /** What the package says of it. */
  // biome-ignore lint/suspicious/noExplicitAny: a definition's fields appear in arguments and results alike
  readonly options: DocumentOptions<string, any>;
  /** One loose zod schema per version, oldest first. */
  readonly schemas: readonly z.ZodType[];
  /** See {@link DocumentDefinition.read}. */
  readonly read: (input: unknown, understood?: readonly string[]) => Result<Envelope>;
  /** See {@link DocumentDefinition.open}. */
  readonly open: (input: unknown, understood?: readonly string[]) => Result<Opened<Envelope>>;
  /** See {@link DocumentDefinition.create}; its fields are known only to the typed definition. */
  readonly create: (fields: never) => Result<Envelope>;
  /** See {@link DocumentDefinition.set}; its fields are known only to the typed definition. */
  readonly set: (document: never, changes: never) => Result<Envelope>;
}
