import { readdirSync, readFileSync } from "node:fs";
import { checkSchemas, defineDocument, type JsonSchemaObject, stringFields } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { compatibility, fieldOnItsWay, formOnItsWay } from "../src/compose.js";
import { VisitForm } from "../src/visit-form.js";

const folder = new URL("../schemas/", import.meta.url);
const committed: JsonSchemaObject[] = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(new URL(name, folder), "utf8")),
);

describe("a district's own field", () => {
  const { sent, returned, level, stored } = fieldOnItsWay();

  it("comes back unchanged from a program that does not know it", () => {
    expect(returned.extensions).toEqual(JSON.parse(sent).extensions);
    expect(returned.owner).toBe("t-12");
  });

  it("is read as its newest version and keeps what others added", () => {
    expect(level).toEqual({ scale: "grade", level: 4 });
    expect(stored.extensions).toEqual({
      "org.riverside.example/reading-level": { schemaVersion: 2, scale: "band", level: 3 },
      "com.buses.example/route": { line: "7", leaves: "15:40" },
    });
  });
});

describe("a team's own form", () => {
  const { sent, returned, form } = formOnItsWay();

  it("comes back byte for byte from a program that does not know it", () => {
    expect(returned).toBe(sent);
  });

  it("is upgraded with the unknown note and field", () => {
    expect(form).toEqual({
      kind: "riverside-visit-form",
      schemaVersion: 2,
      id: "v-1",
      visitors: [{ id: "t-12", role: "teammate" }],
      on: "2025-02-03",
      notes: [{ type: "org.hillside.example/sketch", points: [[0, 1]] }],
      room: "B 12",
    });
  });

  it("marks every text", () => {
    expect(stringFields(VisitForm).filter(({ mark }) => mark === undefined)).toEqual([]);
  });
});

describe("the check", () => {
  it("finds the committed files as the code would write them", () => {
    const { report, files } = compatibility(committed);
    expect(report).toMatchObject({ compatible: true, exported: true });
    expect(files.map(({ text }) => JSON.parse(text))).toEqual(committed);
  });

  it("stops a word that is taken away, and names the place", () => {
    const { options } = VisitForm;
    const visitor = z.object({ id: z.string(), role: z.enum(["teammate", "coach"]) });
    const shape = { ...options.shape, visitors: z.array(visitor).min(1) };
    const fields = { visitors: [{ id: "t-12", role: "coach" as const }], on: "2026-02-03", notes: [] };
    const broken = defineDocument({ ...options, shape, rules: [], examples: [fields] });
    const { compatible, checks } = checkSchemas([broken], committed);
    expect(compatible).toBe(false);
    expect(checks.flatMap(({ findings }) => findings.map(({ sentence }) => sentence))).toContain(
      "visitors[].role: the new schema takes only listed values, where the old one takes any.",
    );
  });
});
