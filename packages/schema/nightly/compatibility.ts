import { checkCompatibility, type JsonSchemaObject } from "@collegium/schema";
import { type Law, law, seededRandom } from "@collegium/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { drawDocument } from "../test/random-documents.js";
import { anyPair, narrowedPair, widenedPair } from "../test/random-schemas.js";

type Pair = readonly [older: JsonSchemaObject, newer: JsonSchemaObject];
type Says = (older: JsonSchemaObject, newer: JsonSchemaObject) => boolean;

const backward: Says = (older, newer) =>
  ["full", "backward"].includes(checkCompatibility(older, newer).level);

const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, addUsedSchema: false });
addFormats.default(ajv);

/** Another party's validator is the judge. */
function judge(schema: JsonSchemaObject) {
  const valid = ajv.compile(schema);
  ajv.removeSchema(schema); // ten thousand of them would fill the memory
  return valid;
}

/** The schema as its writers use it: what they pass on in an open union are kinds that nobody knows. */
function asWritten<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(asWritten) as T;
  if (typeof schema !== "object" || schema === null) return schema;
  const one = schema as JsonSchemaObject;
  const tag = { properties: { t: { const: "org.example/unheard-of" } } };
  const fields = one["x-foreign"] === true ? { ...one, ...tag } : one;
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, asWritten(value)])) as T;
}

/** Documents of a schema; fewer where many are drawn that it refuses. */
function documents(older: JsonSchemaObject, count: number, seed: number): unknown[] {
  const schema = asWritten(older);
  const valid = judge(schema);
  const random = seededRandom(seed).next;
  const drawn = Array.from({ length: count }, () => drawDocument(schema, random));
  return drawn.filter((document) => document !== undefined && valid(document));
}

/** A document of the old schema that the new one refuses. */
function counterexample([older, newer]: Pair, count: number, seed: number): unknown {
  const valid = judge(newer);
  return documents(older, count, seed).find((document) => !valid(document));
}

function held(says: Says, pair: Pair, count: number): void {
  if (!says(...pair)) return;
  const found = counterexample(pair, count, 1);
  if (found !== undefined) throw new Error(`${JSON.stringify(pair)} refuses ${JSON.stringify(found)}`);
}

/** Whether a wrong checker is caught within some pairs, drawn a few at a time: most faults show at once. */
function catches(says: Says, seed: number): boolean {
  for (let batch = 0; batch < 40; batch++) {
    for (const pair of fc.sample(narrowedPair, { seed: seed * 1009 + batch, numRuns: 25 })) {
      if (says(...pair) && counterexample(pair, 40, seed) !== undefined) return true;
    }
  }
  return false;
}

const codesBut =
  (ignored: string): Says =>
  (older, newer) =>
    checkCompatibility(older, newer).findings.every(
      ({ code, direction }) => direction === "forward" || code === ignored,
    );

const sound = law({
  name: "says-backward-only-where-it-holds",
  gate: 30,
  nightly: 10_000,
  chunk: 100,
  values: anyPair,
  holds: (pair) => held(backward, pair, 200),
  faults: ["field-required", "type-refused", "value-refused", "limit", "multiple"].map((code) => ({
    name: `overlooks ${code}`,
    caught: (seed: number) => catches(codesBut(code), seed),
  })),
});

const share = 0.95;

/** Throws where a checker does not recognise enough of the pairs that are compatible by construction. */
function recognises(says: Says, seed: number, count: number): void {
  const pairs = fc.sample(widenedPair, { seed, numRuns: count });
  const missed = pairs.filter((pair) => !says(...pair));
  const rate = 1 - missed.length / count;
  if (rate < share) throw new Error(`Recognised only ${rate} of ${count}, not ${JSON.stringify(missed[0])}`);
}

/** A checker that hides behind “none”: it recognises only schemas that are the same text. */
const sameText: Says = (older, newer) => JSON.stringify(older) === JSON.stringify(newer);
/** A checker that gives up at the first reference. */
const withoutReferences: Says = (older, newer) =>
  !JSON.stringify(older).includes("$ref") && backward(older, newer);

/** Not a property of one pair but of many: the share that the checker recognises. */
const useful: Law = {
  name: "recognises-compatible-pairs",
  gate: 100,
  nightly: 10_000,
  chunk: 1000,
  run: (seed, start, count) => recognises(backward, seed * 1_000_003 + start, count),
  faults: Object.entries({ "hides behind none": sameText, "gives up at references": withoutReferences }).map(
    ([name, says]) => ({
      name,
      caught(seed: number) {
        try {
          recognises(says, seed, 40);
          return false;
        } catch {
          return true;
        }
      },
    }),
  ),
};

export const laws = [sound, useful];
