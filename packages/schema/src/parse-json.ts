import { DOCUMENT_LIMITS, isPrototypeKey, type Json, type JsonLimits } from "./json.js";
import { fail, type Issue, ok, type Result } from "./result.js";

/**
 * Reads JSON text that another party wrote, taking it exactly or not at all.
 * Where `JSON.parse` would alter data without a word (two fields of the same name, a number that a double cannot hold,
 * half a character), this refuses with the place; what it accepts is I-JSON (RFC 7493) and is written back unchanged
 * by {@link canonicalJson}.
 *
 * Issue codes: `not-json`, `duplicate-key`, `prototype-key`, `number-out-of-range`, `number-too-precise`,
 * `lone-surrogate`, `too-deep`, `too-large`. `data` holds `line` and `column`, counted from 1.
 * @example
 * ```ts
 * parseJson('{"text":"Bring the quiz."}'); // => { ok: true, value: { text: "Bring the quiz." }, warnings: [] }
 * const twice = parseJson('{"text":"A","text":"B"}');
 * twice.ok ? "" : twice.issues[0].code; // => "duplicate-key"
 * ```
 */
export function parseJson(text: string, limits: JsonLimits = DOCUMENT_LIMITS): Result<Json> {
  if (text.length > limits.size) {
    const hint = "Split it, or keep large parts as attachments.";
    return fail({
      code: "too-large",
      path: [],
      message: "The text is too large.",
      hint,
      data: { ...limits },
    });
  }
  const reader = new Reader(text, limits.depth);
  try {
    return ok(reader.document());
  } catch (error) {
    if (error instanceof Refusal) return fail(reader.issue(error));
    throw error;
  }
}

const TEXTS = {
  "not-json": "The text is not JSON here.",
  "duplicate-key": "A field appears twice in one object.",
  "prototype-key": "A field has a reserved name.",
  "number-out-of-range": "A number is too large to be kept exactly.",
  "number-too-precise": "A number has more digits than can be kept.",
  "lone-surrogate": "A text holds half a character.",
  "too-deep": "The text is nested too deeply.",
};

const HINTS: Partial<Record<keyof typeof TEXTS, string>> = {
  "duplicate-key": "Keep one of them.",
  "prototype-key": "Rename the field.",
  "number-out-of-range": "Write it as text.",
  "number-too-precise": "Round it to 15 digits, or write it as text.",
};

/** Leaves the recursive reader; never leaves this file. */
class Refusal extends Error {
  readonly code: keyof typeof TEXTS;
  readonly at: number;
  constructor(code: keyof typeof TEXTS, at: number) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON text must escape control characters
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const ESCAPES: Record<string, string> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class Reader {
  private readonly text: string;
  private readonly depth: number;
  private at = 0;
  private readonly path: (string | number)[] = [];

  constructor(text: string, depth: number) {
    this.text = text;
    this.depth = depth;
  }

  document(): Json {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1; // a byte order mark is no data
    const value = this.value(this.depth);
    this.space();
    if (this.at < this.text.length) this.refuse("not-json");
    return value;
  }

  issue({ code, at }: Refusal): Issue {
    const before = this.text.slice(0, at).split("\n");
    const data = { line: before.length, column: before.at(-1)!.length + 1 };
    const hint = HINTS[code];
    return { code, path: [...this.path], message: TEXTS[code], ...(hint && { hint }), data };
  }

  private refuse(code: keyof typeof TEXTS, at = this.at): never {
    throw new Refusal(code, at);
  }

  private space() {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  private value(depth: number): Json {
    this.space();
    const start = this.text[this.at];
    if (start === '"') return this.string();
    if (start === "{" || start === "[") {
      if (depth === 0) this.refuse("too-deep");
      this.at++;
      return start === "{" ? this.object(depth - 1) : this.list(depth - 1);
    }
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.number();
  }

  private object(depth: number): Json {
    const result: Record<string, Json> = {};
    if (this.takes("}")) return result;
    for (;;) {
      this.space();
      const at = this.at;
      const key = this.string();
      this.path.push(key);
      if (isPrototypeKey(key)) this.refuse("prototype-key", at);
      if (Object.hasOwn(result, key)) this.refuse("duplicate-key", at);
      if (!this.takes(":")) this.refuse("not-json");
      result[key] = this.value(depth);
      this.path.pop();
      if (this.takes("}")) return result;
      if (!this.takes(",")) this.refuse("not-json");
    }
  }

  private list(depth: number): Json {
    const result: Json[] = [];
    if (this.takes("]")) return result;
    for (;;) {
      this.path.push(result.length);
      result.push(this.value(depth));
      this.path.pop();
      if (this.takes("]")) return result;
      if (!this.takes(",")) this.refuse("not-json");
    }
  }

  private takes(sign: string): boolean {
    this.space();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private string(): string {
    const start = this.at;
    if (this.text[start] !== '"') this.refuse("not-json");
    this.at++;
    let result = "";
    for (;;) {
      PLAIN.lastIndex = this.at;
      PLAIN.test(this.text);
      result += this.text.slice(this.at, PLAIN.lastIndex);
      this.at = PLAIN.lastIndex;
      const stop = this.text[this.at];
      if (stop === '"') break;
      if (stop !== "\\") this.refuse("not-json");
      result += this.escape();
    }
    this.at++;
    if (LONE_SURROGATE.test(result)) this.refuse("lone-surrogate", start);
    return result;
  }

  private escape(): string {
    const sign = this.text[this.at + 1] ?? "";
    if (sign === "u") {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.refuse("not-json");
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const plain = Object.hasOwn(ESCAPES, sign) ? ESCAPES[sign] : undefined;
    if (plain === undefined) this.refuse("not-json");
    this.at += 2;
    return plain;
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    if (!NUMBER.test(this.text)) this.refuse("not-json");
    const start = this.at;
    this.at = NUMBER.lastIndex;
    const text = this.text.slice(start, this.at);
    const value = Number(text);
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      this.refuse("number-out-of-range", start);
    }
    const written = String(value);
    if (written !== text && digitsOf(written) !== digitsOf(text)) this.refuse("number-too-precise", start);
    return value === 0 ? 0 : value; // minus zero is zero, as in RFC 8785
  }
}

const WORDS: readonly [string, Json][] = [
  ["true", true],
  ["false", false],
  ["null", null],
];

/** A decimal's value as text: its significant digits and the power of ten they are multiplied by. */
function digitsOf(decimal: string): string {
  const [mantissa = "", power = "0"] = decimal.split(/[eE]/);
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const all = whole + fraction;
  let from = 0;
  let to = all.length;
  while (all[from] === "0") from++;
  while (to > from && all[to - 1] === "0") to--;
  if (from === to) return "0";
  const sign = mantissa.startsWith("-") ? "-" : "";
  return `${sign}${all.slice(from, to)}e${Number(power) - fraction.length + (all.length - to)}`;
}
