import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProtocol } from "@collegium/protocols";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLines } from "../src/read-lines.js";
import { run } from "./run.js";

let folder: string;
const write = (name: string, content: string | Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
const sound = JSON.stringify({ ...findProtocol("final-word"), "org.example/mood": "a\u2028b" });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "collegium-validate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("validate", () => {
  it("reads lines at line feeds alone, with carriage returns, empty lines and no last line feed", async () => {
    const { code, err } = await run("validate", write("some.ndjson", `${sound}\r\n\n${sound}\n${sound}`));
    expect(err).toContain("3 valid, 0 not.");
    expect(code).toBe(0);
  });

  it("goes on after a file that is missing, a folder, and a line that is no JSON", async () => {
    const lines = write("bad.jsonl", `{"kind":\n${sound}\n`);
    const { code, out, err } = await run("validate", join(folder, "nowhere.json"), folder, lines);
    expect(out.match(/no such file|is a folder|bad\.jsonl:1: /g)).toHaveLength(3);
    expect(err).toContain("1 valid, 3 not.");
    expect(code).toBe(1);
  });

  it("refuses bytes that are no UTF-8 instead of replacing them", async () => {
    const bytes = Buffer.concat([Buffer.from(sound), Buffer.from([0x0a, 0x22, 0xe9, 0x22, 0x0a])]);
    const { out } = await run("validate", write("latin.ndjson", bytes), "--json");
    expect(JSON.parse(out)).toMatchObject({
      code: "not-utf8",
      place: expect.stringMatching(/latin\.ndjson:2$/),
    });
    expect((await run("validate", write("latin.json", bytes.subarray(sound.length)))).code).toBe(1);
  });

  it("prints a thousand faults and counts the rest", async () => {
    const { out, err } = await run("validate", write("many.ndjson", "{}\n".repeat(1500)));
    expect(out.match(/many\.ndjson:/g)).toHaveLength(1000);
    expect(err).toMatch(/and 500 more faults\.\s*0 valid, 1500 not\./);
  });

  it("never repeats a value that may be a name", async () => {
    const { out } = await run("validate", write("name.json", sound.replace('"ready"', '"Ada Lovelace"')));
    expect(out).toContain("status");
    expect(out).not.toContain("Ada");
  });
});

describe("readLines", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  async function lines(chunks: Uint8Array[], longest = 100) {
    const found = [];
    for await (const line of readLines(
      (async function* () {
        yield* chunks;
      })(),
      longest,
    ))
      found.push(line);
    return found;
  }

  it("gives the same lines wherever the stream is cut", async () => {
    const whole = bytes("één\n\nzwei\u2028drei\r\n🦉");
    const expected = await lines([whole]);
    expect(expected.map(({ text }) => text)).toEqual(["één", "", "zwei\u2028drei\r", "🦉"]);
    expect(expected.at(-1)!.bytes).toBe(whole.length);
    for (let at = 0; at <= whole.length; at++) {
      expect(await lines([whole.subarray(0, at), whole.subarray(at)])).toEqual(expected);
    }
  });

  it("drops a line that is too long and goes on with the next", async () => {
    expect(await lines([bytes("x".repeat(60)), bytes("y".repeat(60)), bytes("\nz\n")])).toEqual([
      { number: 1, bytes: 121, because: "too-large" },
      { number: 2, bytes: 123, text: "z" },
    ]);
  });
});
