import * as z from "zod";
import type { DocumentDefinition, DocumentOptions, EarlierVersion, FullDocument } from "./document.js";
import { EXTENSION_LIMIT, envelopeShape } from "./envelope.js";
import { fromTheFuture, missingRequirement, versionOf } from "./envelope-issues.js";
import { EXTENSION_LIMITS, type Json, jsonIssue } from "./json.js";
import { fail, type Issue, ok, type Result } from "./result.js";
import { unknownAdded } from "./unknown-added.js";
import { withUnknownFields } from "./unknown-fields.js";
import { fromZod, unknownField } from "./zod-issue.js";

/**
 * Defines a kind of document that a school's systems exchange and keep.
 * Reading validates a document as its own version before any upgrade sees it, and preserves unknown fields at every
 * depth and extensions; creating and setting are strict.
 *
 * Issue codes: `not-a-document`, `wrong-kind`, `bad-version`, `from-the-future`, `unknown-requirement`, `not-json`,
 * `too-deep`, `too-large`, `prototype-key`, and those of the fields: `missing`, `wrong-type`, `unknown-word`,
 * `wrong-format`, `unknown-field`, `too-small`, `too-big`, `no-branch-fits`, `bad-key`, `bad-element`,
 * `not-a-multiple`, `invalid`, and the codes of the document's own rules.
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
  type T = FullDocument<Kind, Shape>;
  const { kind, version: newestVersion } = options;
  const steps = stepsOf(kind, newestVersion, options.earlier ?? []);
  const shapes = [...steps.map((step) => step.shape), options.shape];
  const schemas = shapes.map((shape, index) =>
    z.looseObject({ ...envelopeShape(kind, index + 1), ...shape }),
  );
  const kept = withUnknownFields(schemas[newestVersion - 1]!, "keep");
  const strict = withUnknownFields(
    z.object({ ...envelopeShape(kind, newestVersion), ...options.shape }),
    "refuse",
  );
  const strictFields = withUnknownFields(z.object(options.shape).partial(), "refuse");

  const valid = (schema: z.ZodType, input: unknown): Result<T> => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) return failAll(fromZod(parsed.error.issues));
    const broken = options.rules?.flatMap((rule) => rule.check(parsed.data as T));
    return broken && broken.length > 0 ? failAll(broken) : ok(parsed.data as T);
  };

  const read = (input: unknown, understood: readonly string[] = []): Result<T> => {
    const version = versionOf(kind, input);
    if (!version.ok) return version;
    if (version.value > newestVersion) return fail(fromTheFuture(kind, version.value, newestVersion));
    const document = input as Record<string, unknown>;
    const issue =
      missingRequirement(document["requires"], understood) ?? jsonIssue(document) ?? oversized(document);
    if (issue) return fail(issue);
    if (version.value === newestVersion) return valid(kept, document);
    const upgraded = upgrade(document, steps.slice(version.value - 1));
    return upgraded.ok ? valid(kept, upgraded.value) : upgraded;
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
      if (!because) return result;
      const issue = jsonIssue(input);
      return issue ? fail(issue) : ok({ access: "read-only", document: input as Json, because });
    },
    create(fields) {
      const document = { kind, schemaVersion: newestVersion, ...fields };
      const issue = jsonIssue(document) ?? oversized(document);
      return issue ? fail(issue) : valid(strict, document);
    },
    set(document, changes) {
      const foreign = Object.keys(changes).filter((key) => !Object.hasOwn(options.shape, key));
      if (foreign.length > 0) return failAll(foreign.map((key) => unknownField([key])));
      const changed = { ...document, ...changes };
      const issue = jsonIssue(changed);
      if (issue) return fail(issue);
      const added = unknownAdded(strictFields, document, changes);
      return added.length > 0 ? failAll(added) : valid(kept, changed);
    },
  };
}

type Step = EarlierVersion & { readonly envelope: z.ZodType; readonly fields: z.ZodType };

/** The steps up, oldest first, each with the schemas that check a document before the step sees it. */
function stepsOf(kind: string, version: number, earlier: readonly EarlierVersion[]): Step[] {
  const sorted = [...earlier].sort((a, b) => a.version - b.version);
  if (version !== sorted.length + 1 || sorted.some((step, index) => step.version !== index + 1)) {
    throw new Error(`${kind}: versions must be 1, 2, 3 … with one step each.`);
  }
  return sorted.map((step) => ({
    ...step,
    envelope: z.object(envelopeShape(kind, step.version)),
    fields: keptInside(step.shape),
  }));
}

/** Keeps unknown fields inside the fields' values, but yields the version's own fields alone. */
function keptInside(shape: z.ZodRawShape): z.ZodType {
  const fields = Object.entries(shape).map(([key, field]) => [
    key,
    withUnknownFields(field as z.ZodType, "keep"),
  ]);
  return z.object(Object.fromEntries(fields));
}

/** Checks the document as each version in turn; its known fields go through `up`, everything else round it. */
function upgrade(input: Record<string, unknown>, steps: readonly Step[]): Result<Record<string, unknown>> {
  const envelope = steps[0]!.envelope.safeParse(input);
  if (!envelope.success) return failAll(fromZod(envelope.error.issues));
  let document = input;
  for (const step of steps) {
    const known = step.fields.safeParse(document);
    if (!known.success) return failAll(fromZod(known.error.issues));
    const next: Record<string, unknown> = {};
    for (const key of Object.keys(document)) {
      if (!Object.hasOwn(step.shape, key)) next[key] = document[key];
    }
    document = Object.assign(next, step.up(known.data as never), { schemaVersion: step.version + 1 });
  }
  return ok(document);
}

function oversized(document: Record<string, unknown>): Issue | undefined {
  const { extensions } = document;
  if (typeof extensions !== "object" || extensions === null) return undefined;
  let count = 0;
  for (const key in extensions) {
    count++;
    const issue = jsonIssue((extensions as Record<string, unknown>)[key], EXTENSION_LIMITS);
    if (issue) return { ...issue, path: ["extensions", key, ...issue.path] };
  }
  if (count <= EXTENSION_LIMIT) return undefined;
  const message = `Expected at most ${EXTENSION_LIMIT} extensions.`;
  return { code: "too-large", path: ["extensions"], message };
}

function failAll(issues: readonly Issue[]): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues };
}
