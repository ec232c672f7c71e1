import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { toJsonSchema } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { documents } from "../../packages/cli/src/documents.js";
import { oneRosterTables, UNREAD_FILES } from "../../packages/exchange/src/oneroster-tables.js";

/** Every name of one standard, wherever a document gives it. */
function namesIn(node: unknown, keyword: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) =>
    key === keyword ? [String(inner)] : namesIn(inner, keyword),
  );
}
const names = (keyword: string) => [
  ...new Set(documents.flatMap(({ definition }) => namesIn(toJsonSchema(definition), keyword))),
];

it("OneRoster names are columns of its files", () => {
  const tables = oneRosterTables("1.2");
  const found = names("x-oneroster");
  expect(found.length).toBeGreaterThan(8);
  for (const name of found) {
    const [file = "", column = ""] = name.split(".");
    const columns = ["sourcedId", ...(tables.get(file) ?? []).map((one) => one.name)];
    expect(UNREAD_FILES.includes(file) || columns.includes(column), name).toBe(true);
  }
});

const data = process.env["COLLEGIUM_DATA"];

describe.skipIf(data === undefined)(
  "Ed-Fi's interface, data standard 6.0 (skipped without COLLEGIUM_DATA)",
  () => {
    it("has every name that a document gives", () => {
      const file = join(data ?? "", "standards/edfi/resources-ds-6.0.yaml.gz");
      const text = gunzipSync(readFileSync(file)).toString();
      const small = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
      const found = names("x-edfi");
      expect(found.length).toBeGreaterThan(8);
      for (const name of found) {
        const steps = name.split(".");
        const resource = `edFi_${small(steps[0]!)}${steps.slice(1, -1).join("")}`;
        const field = small(steps.at(-1)!);
        const [, part = ""] = text.split(`\n    ${resource}:\n`);
        const own = part.split(/\n {4}\w/)[0] ?? "";
        expect(
          own.includes(`\n        ${field}:`) || own.includes(`\n        ${field}Reference:`),
          name,
        ).toBe(true);
      }
    });
  },
);
