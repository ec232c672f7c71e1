import {
  type AnyDefinition,
  canonicalJson,
  defineExtension,
  type Envelope,
  parseJson,
  unwrap,
} from "@collegium/schema";
import { documentsOf, type Law, law } from "@collegium/testing";
import fc from "fast-check";
import * as z from "zod";
import { Plan, seen } from "../test/plan.js";

/** What no reader of the document knows: any I-JSON. */
const foreign = fc
  .jsonValue({ maxDepth: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)))
  .filter((value) => parseJson(JSON.stringify(value)).ok);
const name = fc
  .stringMatching(/^[a-zà-ÿ😀]{1,6}$/u)
  .filter((word) => !KNOWN.has(word) && word !== "constructor");
const KNOWN = new Set([
  "kind",
  "id",
  "extensions",
  "requires",
  "owner",
  "owners",
  "aim",
  "steps",
  "schemaVersion",
]);
const STEP_FIELDS = new Set(["text", "minutes"]);

type Anything = Envelope & { [field: string]: unknown };

/** Documents of a version, with unknown fields at the top and inside, and with extensions. */
function withForeign(version: number): fc.Arbitrary<Anything> {
  const more = fc.dictionary(name, foreign, { maxKeys: 3, noNullPrototype: true });
  return fc
    .tuple(documentsOf(Plan, version), more, more, foreign)
    .map(([document, top, inside, extension]) => {
      const steps = (document["steps"] as object[]).map((step) => ({
        ...Object.fromEntries(Object.entries(inside).filter(([key]) => !STEP_FIELDS.has(key))),
        ...step,
      }));
      return {
        ...top,
        ...document,
        steps,
        extensions: { ...document.extensions, "org.example/own": extension },
      };
    });
}

type Read = AnyDefinition["read"];

function keepsBytes(read: Read, document: unknown): void {
  const text = canonicalJson(document);
  if (canonicalJson(unwrap(read(unwrap(parseJson(text))))) !== text) throw new Error(`Changed: ${text}`);
}

/** Everything but the fields that the upgrade is about comes through as it was. */
function keepsRest(read: Read, document: Anything): void {
  const { schemaVersion, owner, owners, steps, ...rest } = unwrap(read(document)) as Anything;
  const { schemaVersion: _, owner: __, owners: ___, steps: old, ...before } = document;
  if (canonicalJson(rest) !== canonicalJson(before)) throw new Error("The rest changed.");
  const inner = (list: unknown) => (list as Anything[]).map(({ minutes, ...step }) => step);
  const kept = document.schemaVersion === 3 ? steps : inner(steps);
  if (canonicalJson(kept) !== canonicalJson(document.schemaVersion === 3 ? old : inner(old)))
    throw new Error("Steps.");
}

/** A reader that loses something; the law must notice. */
const losing = (lose: (document: Anything) => unknown): Read =>
  ((input: unknown) => {
    const result = Plan.read(input);
    return result.ok ? { ...result, value: lose(result.value as never) } : result;
  }) as Read;
const stripUnknown = losing(({ kind, schemaVersion, id, extensions, owners, steps, aim }) => {
  return { kind, schemaVersion, id, extensions, owners, steps, aim };
});
const stripInside = losing((document) => {
  const steps = (document["steps"] as { text: string; minutes: number }[]).map(({ text, minutes }) => ({
    text,
    minutes,
  }));
  return { ...document, steps };
});
const stripExtensions = losing(({ extensions, ...document }) => document);

const caught =
  (check: (read: Read, document: Anything) => void, read: Read, version: number) => (seed: number) =>
    fc.sample(withForeign(version), { seed, numRuns: 60 }).some((document) => {
      try {
        check(read, document);
        return false;
      } catch {
        return true;
      }
    });
const faults = (check: (read: Read, document: Anything) => void, version: number) => [
  { name: "a reader that strips unknown fields", caught: caught(check, stripUnknown, version) },
  { name: "a reader that strips inside", caught: caught(check, stripInside, version) },
  { name: "a reader that drops extensions", caught: caught(check, stripExtensions, version) },
];

const bytes = law({
  name: "canonical-text-comes-back-byte-for-byte",
  gate: 60,
  nightly: 20_000,
  values: withForeign(3),
  holds: (document) => keepsBytes(Plan.read, document),
  faults: faults(keepsBytes, 3),
});

const upgraded = law({
  name: "upgrades-keep-what-they-are-not-about",
  gate: 60,
  nightly: 20_000,
  values: fc.oneof(withForeign(1), withForeign(2)),
  holds: (document) => keepsRest(Plan.read, document),
  faults: faults(keepsRest, 1),
});

const bad = fc.constantFrom<object>(
  { owner: 7 },
  { owner: "" },
  { steps: [{}] },
  { steps: 1 },
  { id: 5 },
  { extensions: 1 },
);
const checkedFirst = law({
  name: "no-upgrade-sees-an-invalid-document",
  gate: 50,
  nightly: 20_000,
  values: fc.tuple(withForeign(1), bad),
  holds: ([document, wrong]) => {
    seen.length = 0;
    if (Plan.read({ ...document, ...wrong }).ok) throw new Error("Accepted.");
    if (seen.length > 0) throw new Error("Seen.");
  },
  faults: [
    {
      name: "a document that is valid",
      caught: () => {
        seen.length = 0;
        Plan.read({ kind: "plan", schemaVersion: 1, id: "p", owner: "a", steps: [] });
        return seen.length > 0;
      },
    },
  ],
});

const Own = defineExtension("org.example/own", z.object({ level: z.int() }));
const setter = law({
  name: "setting-an-extension-keeps-every-other",
  gate: 50,
  nightly: 20_000,
  values: fc.tuple(withForeign(3), fc.integer()),
  holds: ([document, level]) => {
    const changed = unwrap(Own.set(document, { level }));
    if (unwrap(Own.get(changed))?.level !== level) throw new Error("Not set.");
    const before = canonicalJson({ ...document, extensions: { ...document.extensions, [Own.key]: 0 } });
    const after = canonicalJson({ ...changed, extensions: { ...changed.extensions, [Own.key]: 0 } });
    if (before !== after) throw new Error("Another changed.");
  },
  faults: [
    {
      name: "a setter that begins anew",
      caught: (seed) =>
        fc
          .sample(withForeign(3), { seed, numRuns: 100 })
          .some(({ extensions }) => Object.keys(extensions ?? {}).length > 1),
    },
  ],
});

export const laws: Law[] = [bytes, upgraded, checkedFirst, setter];
