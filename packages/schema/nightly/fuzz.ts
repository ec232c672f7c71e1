import { canonicalJson, type Issue, parseJson, type Result } from "@collegium/schema";
import { type Law, seededRandom } from "@collegium/testing";
import { Plan } from "../test/plan.js";
import { junkDocument } from "../test/random-junk.js";

type Read = (input: { text: string } | { value: unknown }) => Result<unknown>;

/** Milliseconds that one document may take. */
const SLOW = 50;

const read: Read = (input) => {
  if ("value" in input) return Plan.open(input.value);
  const parsed = parseJson(input.text);
  if (!parsed.ok) return parsed;
  // What is accepted comes back byte for byte.
  const text = canonicalJson(parsed.value);
  const again = parseJson(text);
  if (!again.ok || canonicalJson(again.value) !== text) throw new Error("Canonical text changed.");
  return Plan.open(parsed.value);
};

function check(by: Read, input: { text: string } | { value: unknown }): void {
  const began = performance.now();
  const result = by(input);
  // A pause of the machine is no fault of the document: only what is slow three times is slow.
  if (performance.now() - began > SLOW && slowAgain(by, input) && slowAgain(by, input))
    throw new Error("Too slow.");
  if (!result.ok && (result.issues.length === 0 || !result.issues.every(isNamed)))
    throw new Error("No code.");
  if (Object.keys(Object.prototype).length > 0 || Object.keys(Array.prototype).length > 0)
    throw new Error("Polluted.");
}

function slowAgain(by: Read, input: { text: string } | { value: unknown }): boolean {
  const began = performance.now();
  by(input);
  return performance.now() - began > SLOW;
}

function isNamed({ code, message, path }: Issue): boolean {
  const steps = path.every((step) => typeof step === "string" || Number.isInteger(step));
  return /^[a-z]+(-[a-z]+)*$/.test(code) && message.length > 0 && steps;
}

function run(by: Read, seed: number, start: number, count: number): void {
  for (let i = start; i < start + count; i++) {
    try {
      check(by, junkDocument(seededRandom(seed * 1_000_003 + i)));
    } catch (error) {
      throw new Error(`Document ${i} of seed ${seed}`, { cause: error });
    }
  }
}

/** Whether a wrong reader is caught within 3,000 documents. */
function caught(by: Read) {
  return (seed: number) => {
    try {
      run(by, seed, 0, 3000);
      return false;
    } catch {
      return true;
    } finally {
      for (const name of Object.keys(Object.prototype))
        delete (Object.prototype as Record<string, unknown>)[name];
    }
  };
}

function copied(into: Record<string, unknown>, from: unknown): void {
  if (typeof from !== "object" || from === null) return;
  for (const [key, value] of Object.entries(from).slice(0, 9)) {
    if (typeof value === "object" && value !== null && into[key] !== undefined)
      copied(into[key] as never, value);
    else into[key] = value;
  }
}

const fuzz: Law = {
  name: "junk-is-refused-with-a-code",
  gate: 3000,
  nightly: 1_000_000,
  chunk: 10_000,
  run: (seed, start, count) => run(read, seed, start, count),
  faults: [
    {
      name: "a reader that crashes",
      caught: caught((input) => ("text" in input ? JSON.parse(input.text) : read(input))),
    },
    {
      name: "a reader that refuses without a code",
      caught: caught((input) => {
        const result = read(input);
        return result.ok ? result : { ok: false, issues: [] };
      }),
    },
    {
      name: "a reader that pollutes",
      caught: caught((input) => {
        if ("value" in input) copied({}, input.value);
        return read(input);
      }),
    },
    {
      name: "a reader that hangs",
      caught: caught((input) => {
        const until = performance.now() + ("text" in input && input.text.length > 5000 ? SLOW + 5 : 0);
        while (performance.now() < until);
        return read(input);
      }),
    },
  ],
};

export const laws = [fuzz];
