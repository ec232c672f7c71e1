import type { Finding } from "./compatibility/finding.js";
import type { AnyDefinition, PrivacyMark } from "./document.js";
import { fieldsIn } from "./fields-in-schema.js";
import type { JsonSchemaObject } from "./json-schema.js";

/** A promise of a published version that a change does not keep, beside what its fields take. */
export interface BrokenPromise extends Finding {
  readonly code: "rule-added" | "rule-removed" | "address-changed" | "privacy-weakened" | "retention-changed";
  readonly path: string;
  readonly direction: "backward" | "forward";
  readonly sentence: string;
}

/**
 * What a published version said besides its JSON Schema, and says no longer: its rules, its address, how private its
 * texts are and how long they are kept.
 * @param rules - Whether the rules of both are known; only a newest version lists them.
 */
export function brokenPromises(
  old: JsonSchemaObject,
  current: JsonSchemaObject,
  rules: boolean,
): BrokenPromise[] {
  return [
    ...(rules ? ruleChanges(namesOf(old), namesOf(current)) : []),
    ...changed(old, current, "$id", "address-changed", "the address of the schema"),
    ...changed(old, current, "x-retention", "retention-changed", "how long documents are kept"),
    ...weakened(old, current),
  ];
}

function namesOf(schema: JsonSchemaObject): string[] {
  return ((schema["x-rules"] ?? []) as { name: string }[]).map(({ name }) => name);
}

function ruleChanges(old: readonly string[], current: readonly string[]): BrokenPromise[] {
  const added = current.filter((name) => !old.includes(name));
  const removed = old.filter((name) => !current.includes(name));
  return [
    ...added.map((name) => ({
      code: "rule-added" as const,
      path: "",
      direction: "backward" as const,
      sentence: `The rule ${name} is new; documents in use may break it.`,
    })),
    ...removed.map((name) => ({
      code: "rule-removed" as const,
      path: "",
      direction: "forward" as const,
      sentence: `The rule ${name} is gone; programs in use would refuse documents that break it.`,
    })),
  ];
}

function changed(
  old: JsonSchemaObject,
  current: JsonSchemaObject,
  keyword: string,
  code: BrokenPromise["code"],
  what: string,
): BrokenPromise[] {
  if (old[keyword] === current[keyword]) return [];
  const sentence = `${keyword}: ${what} was published and stays within a version.`;
  return [{ code, path: "", direction: "forward", sentence }];
}

const STRENGTH: Readonly<Record<PrivacyMark, number>> = { none: 0, indirect: 1, direct: 2 };

/** Texts whose mark says that they are less private than was published. */
function weakened(old: JsonSchemaObject, current: JsonSchemaObject): BrokenPromise[] {
  const now = new Map(fieldsIn(current).map(({ path, mark }) => [path, mark]));
  return fieldsIn(old).flatMap(({ path, mark }) => {
    const later = now.get(path);
    if (mark === undefined || later === undefined || STRENGTH[later] >= STRENGTH[mark]) return [];
    const sentence = `${path}: was published as ${mark}, and is now marked ${later}.`;
    return [{ code: "privacy-weakened" as const, path, direction: "forward" as const, sentence }];
  });
}

/** Checks in zod that JSON Schema cannot express and that no named rule shows. */
export function hiddenChecks(definition: AnyDefinition): string[] {
  const found: string[] = [];
  definition.schemas.forEach((schema, index) => {
    const seen = new Set<unknown>();
    walk(schema, `version ${index + 1}`, seen, found);
  });
  return found;
}

interface ZodNode {
  readonly _zod: {
    readonly def: Record<string, unknown> & { readonly type: string; readonly checks?: unknown };
  };
  readonly meta: () => Record<string, unknown> | undefined;
}

function walk(value: unknown, path: string, seen: Set<unknown>, found: string[]): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  if (Array.isArray(value)) {
    for (const one of value) walk(one, path, seen, found);
    return;
  }
  const { _zod: internals } = value as Partial<ZodNode>;
  if (!internals) return;
  const { def } = internals;
  const checks = (def.checks ?? []) as { readonly _zod: { readonly def: { readonly check: string } } }[];
  const custom = checks.some(({ _zod }) => ["custom", "overwrite"].includes(_zod.def.check));
  const shown = (value as ZodNode).meta?.()?.["not"] !== undefined;
  if ((custom && !shown) || HIDDEN.has(def.type)) found.push(path);
  for (const [name, inner] of Object.entries(def)) {
    if (name === "shape") {
      for (const [field, part] of Object.entries(inner as object))
        walk(part, `${path}.${field}`, seen, found);
    } else if (name === "getter") walk((inner as () => unknown)(), path, seen, found);
    else if (name !== "checks") walk(inner, path, seen, found);
  }
}

/** Kinds of zod schema whose check or change of a value no other language sees. */
const HIDDEN = new Set(["custom", "transform", "pipe", "catch", "default", "prefault", "preprocess"]);
