import { DEFINITION_ID, fail, type Issue, ok, type Result } from "@collegium/schema";
import { type ProtocolDefinition, protocolDefinition } from "./definition.js";
import { definitionRules } from "./definition-rules.js";

/**
 * Checks a protocol that somebody else wrote as JSON: every fault at once, with its path, a sentence and what to write.
 * Guarantees that what passes can be fitted, run and printed; texts without Spanish and fields nobody reads are warnings.
 *
 * Issue codes: those of `protocolDefinition`, and `bad-id`. Warning codes: `missing-translation`, `unknown-field`.
 */
export function checkProtocol(json: unknown): Result<ProtocolDefinition> {
  const read = protocolDefinition.read(json);
  const id = (json as { readonly id?: unknown } | null | undefined)?.id;
  const badId: Issue[] =
    typeof id !== "string" || DEFINITION_ID.test(id)
      ? []
      : [
          {
            code: "bad-id",
            path: ["id"],
            message: "A protocol's id is a reverse domain, a name and a version.",
            hint: "Write it like org.example/our-protocol@1.",
          },
        ];
  if (!read.ok) {
    const [first, ...rest] = [...badId, ...read.issues.map(withHint), ...brokenRules(json, read.issues)];
    return first ? fail(first, ...rest) : read;
  }
  return badId[0] ? fail(badId[0]) : ok(read.value, [...untranslated(read.value, []), ...unread(read.value)]);
}

/** Rules that can be asked although some fields have the wrong form; what lies inside such a field is not told twice. */
function brokenRules(json: unknown, told: readonly Issue[]): Issue[] {
  const known = (path: Issue["path"]) =>
    told.some(
      (issue) =>
        issue.path.every((key, i) => path[i] === key) || path.every((key, i) => issue.path[i] === key),
    );
  return definitionRules.flatMap((rule) => {
    try {
      return rule.check(json as ProtocolDefinition).filter((issue) => !known(issue.path));
    } catch {
      // A rule that trips over a field of the wrong form has nothing to say until that is mended.
      return [];
    }
  });
}

const TEXT = 'Write it as { "en": "…", "es": "…" }.';
const WORD = "Small letters, digits and hyphens, beginning with a letter, such as write-notices.";
/** What to write, by the name of the field. */
const HINTS: Readonly<Record<string, string>> = {
  title: TEXT,
  purpose: TEXT,
  origin: TEXT,
  label: TEXT,
  instruction: TEXT,
  safeBreak: TEXT,
  id: WORD,
  round: WORD,
  role: WORD,
  minutes: 'Write it as { "min": 3, "max": 5 }.',
  group: 'Write it as { "min": 3, "max": 8 }; it counts everyone in the room.',
  speaks:
    'Write it as { "who": "everyone" }: nobody, each, everyone, pairs or groups, or roles with their list.',
  times: 'Write "people", or { "min": 1, "max": 3, "usual": 2 }.',
  capture:
    'Write it as { "id": "notes", "label": { "en": "…" }, "visible": "at-once", "authorship": "named" }.',
  choices: 'Write { "from": "capture" }, or at least two of { "id": "a", "label": { "en": "…" } }.',
  minutesSource: "Say where the minutes come from, such as: Held four times at our school.",
};

/** An issue with what to write instead, where the field's name tells. */
function withHint(issue: Issue): Issue {
  const name = issue.path.findLast((key) => typeof key === "string");
  const hint = HINTS[String(name)] ?? issue.hint;
  const message = issue.message.replace(/ the form \/\^.*\/\./, " another form.");
  return { ...issue, message, ...(hint !== undefined && { hint }) };
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
