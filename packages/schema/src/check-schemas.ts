import { type CompatibilityLevel, checkCompatibility } from "./compatibility/check-compatibility.js";
import type { Finding } from "./compatibility/finding.js";
import type { AnyDefinition } from "./document.js";
import type { JsonSchemaObject } from "./json-schema.js";
import { brokenPromises, hiddenChecks } from "./kept-promises.js";
import { returnedNames } from "./reserved-names.js";
import { identityOf, sameSchema, schemaFile } from "./schema-files.js";

/** What is to be done about one version of one document. */
export type SchemaVerdict =
  /** The committed file says what the code says. */
  | "same"
  /** Nobody breaks; the committed file is to be exported again. */
  | "changed"
  /** Published in the code, without a committed file. */
  | "not-exported"
  /** Someone breaks: the change needs a new version. */
  | "breaking"
  /** May change; reported alone. */
  | "draft";

/** The outcome for one version of one document. */
export interface SchemaCheck {
  readonly kind: string;
  readonly version: number;
  readonly verdict: SchemaVerdict;
  /** How the code's schema goes with the committed one; absent where there is only one of them. */
  readonly level?: CompatibilityLevel;
  readonly findings: readonly Finding[];
  /** One sentence for the person who made the change. */
  readonly sentence: string;
}

/** The outcome for all documents. */
export interface SchemaReport {
  /** Nothing breaks anyone. */
  readonly compatible: boolean;
  /** Every committed file is what an export would write. */
  readonly exported: boolean;
  readonly checks: readonly SchemaCheck[];
}

/**
 * Compares the documents as the code has them with every schema that was ever published, version by version.
 * Within a version only a full change passes: new programs read old documents and old programs new ones. A version or
 * kind that was published must stay, and a name that went must not return with another meaning.
 * @param committed - The schemas under `schemas/`, of all packages, drafts among them if there are.
 */
export function checkSchemas(
  definitions: readonly AnyDefinition[],
  committed: readonly JsonSchemaObject[],
): SchemaReport {
  const known = new Map(definitions.map((definition) => [definition.kind, definition]));
  const old = committed.flatMap((schema) => {
    const identity = identityOf(schema);
    return identity ? [{ ...identity, schema }] : [];
  });
  const checks = [
    ...old.map(({ kind, version, schema }) => checkOne(known.get(kind), kind, version, schema, committed)),
    ...definitions.flatMap((definition) => notExported(definition, old)),
    ...definitions.flatMap((definition) => checkNames(definition, committed)),
    ...definitions.flatMap(checkHidden),
  ];
  return {
    compatible: checks.every(({ verdict }) => verdict !== "breaking"),
    exported: checks.every(({ verdict }) => verdict === "same" || verdict === "draft"),
    checks: checks.sort((a, b) => (a.kind === b.kind ? a.version - b.version : a.kind < b.kind ? -1 : 1)),
  };
}

function checkOne(
  definition: AnyDefinition | undefined,
  kind: string,
  version: number,
  old: JsonSchemaObject,
  committed: readonly JsonSchemaObject[],
): SchemaCheck {
  const base = { kind, version, findings: [] };
  const was = old["x-stability"];
  const name = `${kind} version ${version}`;
  const gone = !definition ? "kind" : version > definition.options.version ? "version" : undefined;
  if (gone) {
    if (was === "draft") return { ...base, verdict: "draft", sentence: `The draft ${name} is gone.` };
    const sentence = `${name} was published and is gone; its documents would no longer open.`;
    return { ...base, verdict: "breaking", sentence };
  }
  const current = schemaFile(definition!, version, committed).schema;
  const compared = checkCompatibility(old, current);
  const newest = version === definition!.options.version;
  const promises = brokenPromises(old, current, newest);
  const level = levelWith(compared.level, promises);
  const findings = [...compared.findings, ...promises];
  const found = { ...base, level, findings };
  if (was === "draft")
    return { ...found, verdict: "draft", sentence: `${name} is a draft; the change is ${level}.` };
  if (definition!.options.stability === "draft") {
    const sentence = `${name} was published and cannot be a draft again.`;
    return { ...found, verdict: "breaking", sentence };
  }
  if (compared.level === "full" && promises.length > 0) {
    const sentence = `${name} is published and no longer keeps what it promised; make it version ${definition!.options.version + 1}.`;
    return { ...found, verdict: "breaking", sentence };
  }
  if (level !== "full") {
    const sentence = `${name} is published and this change is ${WORDS[level]}; make it version ${definition!.options.version + 1}.`;
    return { ...found, verdict: "breaking", sentence };
  }
  if (sameSchema(old, current)) return { ...found, verdict: "same", sentence: `${name} is as published.` };
  return { ...found, verdict: "changed", sentence: `${name} changed and breaks nobody; export it again.` };
}

/** The level when rules that came or went are counted too. */
function levelWith(level: CompatibilityLevel, promises: readonly Finding[]): CompatibilityLevel {
  const rules = promises.filter(({ code }) => code === "rule-added" || code === "rule-removed");
  const lost = new Set(rules.map(({ direction }) => direction));
  const backward = (level === "full" || level === "backward") && !lost.has("backward");
  const forward = (level === "full" || level === "forward") && !lost.has("forward");
  if (backward) return forward ? "full" : "backward";
  return forward ? "forward" : "none";
}

const WORDS = {
  full: "full",
  backward: "backward only: programs in use would refuse new documents",
  forward: "forward only: documents in use would be refused",
  none: "neither backward nor forward",
};

function notExported(
  { kind, options, schemas }: AnyDefinition,
  old: readonly { kind: string; version: number }[],
): SchemaCheck[] {
  return schemas.flatMap((_, index): SchemaCheck[] => {
    const version = index + 1;
    if (old.some((one) => one.kind === kind && one.version === version)) return [];
    const name = `${kind} version ${version}`;
    const base = { kind, version, findings: [] };
    if (options.stability === "draft")
      return [{ ...base, verdict: "draft", sentence: `${name} is a draft.` }];
    return [{ ...base, verdict: "not-exported", sentence: `${name} is published; export it.` }];
  });
}

/** A check that only zod sees would be refused by one program and accepted by all others. */
function checkHidden(definition: AnyDefinition): SchemaCheck[] {
  const { kind, options } = definition;
  const hidden = hiddenChecks(definition);
  if (hidden.length === 0) return [];
  const verdict = options.stability === "draft" ? "draft" : "breaking";
  const sentence = `${kind} has a check that JSON Schema cannot express at ${hidden.join(", ")}; make it a rule with a name.`;
  return [{ kind, version: options.version, verdict, findings: [], sentence }];
}

function checkNames(definition: AnyDefinition, committed: readonly JsonSchemaObject[]): SchemaCheck[] {
  const { kind, options } = definition;
  const earlier = committed
    .filter((schema) => identityOf(schema)?.kind === kind && schema["x-stability"] !== "draft")
    .sort((a, b) => identityOf(a)!.version - identityOf(b)!.version);
  if (earlier.length === 0) return [];
  const version = options.version;
  const findings = returnedNames([...earlier, schemaFile(definition, version).schema]);
  if (findings.length === 0) return [];
  const sentence = `${kind} version ${version} gives a name that went another meaning.`;
  return [{ kind, version, verdict: "breaking", findings, sentence }];
}
