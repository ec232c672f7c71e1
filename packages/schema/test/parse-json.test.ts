import { describe, expect, it } from "vitest";
import { canonicalJson, parseJson, unwrap } from "../src/index.js";

const refused = (text: string) => {
  const result = parseJson(text);
  return result.ok ? undefined : result.issues[0];
};

describe("parseJson", () => {
  it.each([
    "null",
    " true ",
    "-0.5e-3",
    '"\\u00e9\\n\\"\\\\\\/\\ud83d\\ude00 😀"',
    "[]",
    "{}",
    '{"a":[1,{"b":[[],{}]}],"":"empty","prototype":1}',
    "\n\t[1 , 2\r]",
    "9007199254740991",
    "1.0",
    "10e-1",
    "0.1",
    "5e-324",
    "1.50e+3",
    "0e999999",
    "123456789.125000",
  ])("reads what JSON.parse reads: %s", (text) => {
    expect(unwrap(parseJson(text))).toEqual(JSON.parse(text));
  });

  it("takes a byte order mark and minus zero as no data", () => {
    expect(unwrap(parseJson("\ufeff[-0]"))).toEqual([0]);
  });

  it.each<[string, string, unknown[]]>([
    ['{"a":1,"a":1}', "duplicate-key", ["a"]],
    ['{"x":[{"a":1,"\\u0061":2}]}', "duplicate-key", ["x", 0, "a"]],
    ['{"a":{"__proto__":1}}', "prototype-key", ["a", "__proto__"]],
    ['{"constructor":{"prototype":1}}', "prototype-key", ["constructor"]],
    ["[9007199254740992]", "number-out-of-range", [0]],
    ["1e400", "number-out-of-range", []],
    ["-1e20", "number-out-of-range", []],
    ["0.1234567890123456789", "number-too-precise", []],
    ["1e-400", "number-too-precise", []],
    ["3.14159265358979323846", "number-too-precise", []],
    ['"\\ud800"', "lone-surrogate", []],
    ['"\\udc00\\ud800"', "lone-surrogate", []],
    ['{"\ud800":1}', "lone-surrogate", []],
    ["[".repeat(65) + "]".repeat(65), "too-deep", Array(64).fill(0)],
    ["[".repeat(1_000_000), "too-deep", Array(64).fill(0)],
  ])("refuses %.40s with %s", (text, code, path) => {
    expect(refused(text)).toMatchObject({ code, path });
  });

  it.each([
    "",
    " ",
    "nul",
    "undefined",
    "NaN",
    "01",
    "-",
    "+1",
    "1.",
    ".5",
    "1e",
    "0x10",
    "'a'",
    '"a',
    '"\t"',
    '"\\x41"',
    '"\\u12g4"',
    '"\\u12',
    "[1,]",
    "[1 2]",
    "{a:1}",
    '{"a" 1}',
    '{"a":1,}',
    '{"a":1',
    "[",
    "1 2",
    "// no\n1",
  ])("refuses what is not JSON: %s", (text) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(refused(text)?.code).toBe("not-json");
  });

  it("says line and column, counted from 1", () => {
    expect(refused('{\n  "a": 1,\n  "a": 2\n}')?.data).toEqual({ line: 3, column: 3 });
  });

  it("refuses too long a text before reading it", () => {
    expect(parseJson('"1234"', { depth: 1, size: 5 })).toMatchObject({
      ok: false,
      issues: [{ code: "too-large" }],
    });
  });

  it("takes a long number in linear time", () => {
    const zeros = "0".repeat(1_000_000);
    expect(unwrap(parseJson(`1.${zeros}`))).toBe(1);
    expect(refused(`0.1${zeros}1`)?.code).toBe("number-too-precise");
    expect(refused(`1${zeros}1`)?.code).toBe("number-out-of-range");
  });
});

describe("canonicalJson", () => {
  it("writes the example of RFC 8785, section 3.2.3", () => {
    const text = `{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
      "string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}`;
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts by UTF-16 code units", () => {
    const keys = ["€", "\r", "\ufb33", "1", "😀", "\u0080", "ö"];
    const object = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(Object.keys(JSON.parse(canonicalJson(object)))).toEqual([
      "1",
      "\r",
      "\u0080",
      "ö",
      "€",
      "😀",
      "\ufb33",
    ]);
  });

  it("leaves out absent fields and refuses what has no JSON form", () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
    for (const value of [undefined, Number.NaN, () => 1, 1n, "\ud800", { "\udc00": 1 }, [undefined]]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
