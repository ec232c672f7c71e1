import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VisitForm } from "../src/visit-form.js";

const folder = new URL("../conformance/riverside-visit-form/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".json"),
);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

describe("stored documents of the visit form", () => {
  it("cover both versions", () => {
    for (const version of ["v1", "v2"])
      for (const side of ["valid", "invalid"])
        expect(
          files.some((file) => file.startsWith(`${version}/${side}/`)),
          `${version} ${side}`,
        ).toBe(true);
  });

  it.each(files.filter((file) => file.includes("/valid/")))("opens %s as the newest version", (file) => {
    expect(VisitForm.read(read(file))).toMatchObject({ ok: true, value: { schemaVersion: 2 } });
  });

  it.each(files.filter((file) => file.includes("/invalid/")))("refuses %s with its reason", (file) => {
    const { code, path, document } = read(file);
    const result = VisitForm.read(document);
    expect(result.ok ? [] : result.issues).toContainEqual(expect.objectContaining({ code, path }));
  });
});
