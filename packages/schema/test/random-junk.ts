import type { SeededRandom } from "@collegium/testing";

/** What an attacker, a broken disk or a careless program may hand in: values first, then texts. */
export function junkDocument(random: SeededRandom): { text: string } | { value: unknown } {
  const document = mutated(plan(random), random);
  if (random.chance(0.4)) return { value: document };
  const text = toText(document, random);
  return { text: random.chance(0.5) ? text : scratched(text, random) };
}

function plan(random: SeededRandom): unknown {
  const version = random.pick([1, 2, 3, 3, 3, 3, 4, 0, -1, 1.5, 1e308, "3"]);
  const steps = Array.from({ length: random.below(4) }, () => ({
    text: "Talk",
    minutes: 1 + random.below(9),
  }));
  return {
    kind: random.chance(0.95) ? "plan" : random.pick(["goal", "__proto__", "", 7]),
    schemaVersion: version,
    id: "p",
    ...(version === 1 ? { owner: "a" } : { owners: ["a"] }),
    steps,
    ...(random.chance(0.3) ? { extensions: { "org.example/x": junk(random, 2) } } : {}),
    ...(random.chance(0.1) ? { requires: [junk(random, 0)] } : {}),
    ...(random.chance(0.3) ? { [name(random)]: junk(random, 3) } : {}),
  };
}

/** The value with some parts exchanged for junk. */
function mutated(value: unknown, random: SeededRandom, depth = 0): unknown {
  if (random.chance(depth === 0 ? 0.02 : 0.08)) return junk(random, 2);
  if (Array.isArray(value)) return value.map((one) => mutated(one, random, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, mutated(one, random, depth + 1)]),
  );
}

const NAMES = [
  "a",
  "text",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "",
  "\ud800",
  "😀",
  "extensions",
];
const name = (random: SeededRandom) => random.pick(NAMES);

const ATOMS: unknown[] = [
  ...[
    null,
    true,
    0,
    -0,
    1,
    -1,
    0.1,
    2 ** 53,
    -(2 ** 53),
    1e308,
    5e-324,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ],
  ...["", "x", "\ud800", "\udc00\ud800", "\u0000", "😀", "__proto__", "x".repeat(300), "plan", undefined],
  ...[
    () => 1,
    Symbol("s"),
    1n,
    new Date(0),
    new Map([[1, 2]]),
    /x/,
    Object.create(null),
    new (class Person {})(),
  ],
];

function junk(random: SeededRandom, depth: number): unknown {
  if (random.chance(0.02)) return deep(random);
  if (random.chance(0.01)) return cyclic();
  if (depth === 0 || random.chance(0.6)) return random.pick(ATOMS);
  const size = random.below(4);
  const parts = Array.from({ length: size }, () => junk(random, depth - 1));
  if (random.chance(0.4)) return parts;
  const object: Record<string, unknown> = {};
  for (const one of parts) {
    Object.defineProperty(object, name(random), {
      value: one,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

function deep(random: SeededRandom): unknown {
  let value: unknown = 1;
  for (let i = random.pick([50, 70, 1000, 20_000]); i > 0; i--) value = i % 2 ? [value] : { a: value };
  return value;
}

function cyclic(): unknown {
  const value: Record<string, unknown> = {};
  value["self"] = [value];
  return value;
}

/** JSON text, however wrong the value: what `JSON.stringify` would hide is written out. */
function toText(value: unknown, random: SeededRandom): string {
  let left = 5000;
  const write = (one: unknown): string => {
    if (left-- < 0) return "[".repeat(random.below(2000));
    if (typeof one === "string")
      return JSON.stringify(one).replaceAll("\\ud", random.chance(0.5) ? "\\ud" : "\\uD");
    if (typeof one === "number") return random.chance(0.1) ? `${one}00000000000000000001` : String(one);
    if (Array.isArray(one)) return `[${one.map(write).join(",")}]`;
    if (typeof one !== "object" || one === null) return String(one);
    const entries = Object.entries(one);
    if (entries.length > 0 && random.chance(0.02)) entries.push(entries[0]!);
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${write(held)}`).join(",")}}`;
  };
  return write(flat(value));
}

/** Without cycles and without more nesting than the writer above can follow. */
function flat(value: unknown, depth = 0): unknown {
  if (depth > 200) return "[".repeat(100_000);
  if (Array.isArray(value)) return value.map((one) => flat(one, depth + 1));
  if (typeof value !== "object" || value === null) return typeof value === "symbol" ? "symbol" : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, flat(one, depth + 1)]));
}

const SCRATCHES = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "\\u",
  "\ud800",
  "\u0000",
  "-",
  "e9",
  "0",
  '{"a":',
  "[[[",
];

function scratched(text: string, random: SeededRandom): string {
  let result = text;
  for (let i = random.below(3); i >= 0; i--) {
    const at = random.below(result.length + 1);
    const cut = random.chance(0.5) ? random.below(4) : 0;
    result = result.slice(0, at) + random.pick(SCRATCHES) + result.slice(at + cut);
  }
  return result;
}
