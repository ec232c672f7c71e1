import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { edFiAttendance, edFiGoal, edFiProfessionalDevelopment, goodSet } from "../src/index.js";

const data = process.env["COLLEGIUM_DATA"];

/** The properties of one schema of the resource list: their longest text and whether they are required. */
function schemaOf(list: string, name: string) {
  const from = list.indexOf(`\n    edFi_${name}:\n`);
  const block = list.slice(from + 1, list.indexOf("\n    edFi_", from + 5));
  const required = [...block.split("properties:")[0]!.matchAll(/^ {8}- (\w+)$/gm)].map(([, field]) => field!);
  const properties = new Map<string, { most?: number; least?: number }>();
  for (const [, field, body] of block.matchAll(/^ {8}(\w+):\n((?: {10}.*\n?)*)/gm)) {
    const number = (key: string) => Number(new RegExp(`${key}: (\\d+)`).exec(body!)?.[1] ?? Number.NaN);
    properties.set(field!, { most: number("maxLength"), least: number("minLength") });
  }
  return { required, properties };
}

describe.skipIf(!data)("Ed-Fi's own list of fields (set COLLEGIUM_DATA to run)", () => {
  const list = data
    ? gunzipSync(readFileSync(join(data, "standards", "edfi", "resources-ds-6.0.yaml.gz"))).toString("utf8")
    : "";
  const person = {
    personId: "604822",
    sourceSystemDescriptor: "uri://ed-fi.org/SourceSystemDescriptor#District",
  };
  const long = `${"É𝒜".repeat(600)}`;
  const [school, team] = goodSet.goals;
  const event = edFiProfessionalDevelopment(
    { statement: long },
    {
      namespace: "uri://northfield.example",
      title: long,
      offeredBy: "uri://x#School",
      meetings: 9,
      hours: 6.5,
    },
  );
  const resources: Record<string, object> = {
    goal: edFiGoal(
      { ...team!, statement: long },
      { person, closed: { on: "2026-05-29", learned: long }, parent: { goal: school!, person } },
    ),
    goalReference: edFiGoal(team!, { person, parent: { goal: { ...school!, statement: long }, person } })
      .parentGoalReference!,
    professionalDevelopmentEvent: event,
    professionalDevelopmentEventAttendance: edFiAttendance(event, person, "2026-01-19"),
  };
  for (const [name, resource] of Object.entries(resources)) {
    it(`${name}: only its fields, all it asks for, no text too long`, () => {
      const { required, properties } = schemaOf(list, name);
      expect(required.length).toBeGreaterThan(1);
      expect(Object.keys(resource).filter((field) => !properties.has(field))).toEqual([]);
      expect(required.filter((field) => !(field in resource))).toEqual([]);
      for (const [field, value] of Object.entries(resource)) {
        const { most = Number.NaN, least = Number.NaN } = properties.get(field)!;
        if (typeof value !== "string") continue;
        expect([...value].length > most, field).toBe(false);
        expect([...value].length < least, field).toBe(false);
      }
    });
  }
  it("leaves out a comment nobody wrote", () => {
    expect(edFiGoal(team!, { person, closed: { on: "2026-05-29", learned: "" } })).not.toHaveProperty(
      "comments",
    );
  });
});
