import { existsSync, readdirSync, readFileSync } from "node:fs";
import { checkCompatibility, type JsonSchemaObject } from "@collegium/schema";
import { seededRandom } from "@collegium/testing";
import { describe, expect, it } from "vitest";
import { breakingEdits, type Edit, harmlessEdits } from "./edits.js";

const published = ["packages", "examples"].flatMap((root) =>
  readdirSync(root)
    .map((name) => `${root}/${name}/schemas`)
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`)),
);
const read = (file: string): JsonSchemaObject => JSON.parse(readFileSync(file, "utf8"));

/** ALL_EDITS=1 tries every one. */
const most = process.env["ALL_EDITS"] ? Number.POSITIVE_INFINITY : 60;

/** Some edits, the same in each run. */
function some(edits: readonly Edit[]): readonly Edit[] {
  const random = seededRandom(4).next;
  return edits.filter(() => random() < most / edits.length);
}

describe.each(published)("%s", (file) => {
  const schema = read(file);

  it("stops each breaking edit", () => {
    const edits = breakingEdits(schema);
    expect(edits.length).toBeGreaterThan(100);
    const missed = some(edits).filter((edit) => checkCompatibility(schema, edit.schema).level === "full");
    expect(missed.map(({ name, at }) => `${name} at ${at}`)).toEqual([]);
  });

  it("lets each harmless edit pass", () => {
    const stopped = some(harmlessEdits(schema)).filter(
      (edit) => checkCompatibility(schema, edit.schema).level !== "full",
    );
    expect(stopped.map(({ name, at }) => `${name} at ${at}`)).toEqual([]);
  });
});
