import { describe, expect, it } from "vitest";
import * as z from "zod";
import { defineDocument, openUnion, toJsonSchema, unwrap, vocabulary } from "../src/index.js";

const step = openUnion("type", [
  z.object({ type: z.literal("talk"), minutes: z.int().min(1) }),
  z.object({ type: z.enum(["write", "draw"]), prompt: z.string() }),
]);
const Form = defineDocument({
  kind: "form",
  title: "Form",
  description: "For tests.",
  stability: "draft",
  retention: "permanent",
  version: 1,
  shape: { role: vocabulary(["facilitator", "recorder"]), steps: z.array(step) },
  examples: [{ role: "recorder", steps: [] }],
});
const form = (role: unknown, steps: unknown) =>
  Form.read({ kind: "form", schemaVersion: 1, id: "f", role, steps });
const issues = (role: unknown, steps: unknown) => {
  const result = form(role, steps);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join(".")]);
};

describe("a vocabulary", () => {
  it.each(["recorder", "ext:mentor", "ext:A_b.c-9"])("takes %s", (word) => {
    expect(unwrap(form(word, [])).role).toBe(word);
  });

  it.each(["mentor", "ext:", "ext:two words", `ext:${"x".repeat(65)}`, 7, null])("refuses %s", (word) => {
    expect(issues(word, [])).toEqual([["unknown-word", "role"]]);
  });

  it("names the words and the way out", () => {
    expect(form("x", [])).toMatchObject({
      issues: [{ message: "Expected one of: facilitator, recorder, or the form ext:word." }],
    });
  });
});

describe("an open union", () => {
  it("keeps kinds it does not know, whole", () => {
    const steps = [
      { type: "talk", minutes: 5, room: "12" },
      { type: "org.example/vote", options: [{ a: 1 }], minutes: "many" },
    ];
    expect(unwrap(form("recorder", steps)).steps).toEqual(steps);
    const { kind, schemaVersion, ...fields } = unwrap(form("recorder", [steps[1]]));
    expect(Form.create(fields).ok).toBe(true);
  });

  it("reports errors inside a known kind at their place", () => {
    expect(issues("recorder", [{ type: "talk", minutes: 0 }])).toEqual([["too-small", "steps.0.minutes"]]);
    expect(issues("recorder", [{ type: "draw", prompt: 1 }, { type: "write" }])).toEqual([
      ["wrong-type", "steps.0.prompt"],
      ["missing", "steps.1.prompt"],
    ]);
  });

  it("refuses a value without a tag", () => {
    expect(issues("recorder", [{ minutes: 1 }])[0]?.[1]).toMatch(/^steps\.0/);
    expect(issues("recorder", [7])[0]?.[1]).toBe("steps.0");
  });

  it("is strict about known kinds when a document is created", () => {
    const steps = [{ type: "talk" as const, minutes: 5, room: "12" }];
    expect(Form.create({ id: "f", role: "recorder", steps })).toMatchObject({
      issues: [{ code: "unknown-field", path: ["steps", 0, "room"] }],
    });
  });

  it("is exported with the known words excluded from the unknown kind", () => {
    const exported = toJsonSchema(Form) as { properties: { steps: { items: { anyOf: unknown[] } } } };
    expect(exported.properties.steps.items.anyOf[1]).toMatchObject({
      properties: { type: { type: "string", not: { enum: ["talk", "write", "draw"] } } },
      required: ["type"],
    });
  });

  it("refuses branches that cannot be told apart", () => {
    const talk = z.object({ type: z.literal("talk") });
    expect(() => openUnion("type", [talk, talk])).toThrow("same type");
    expect(() => openUnion("type", [z.object({ type: z.string() })])).toThrow("fixed word");
  });
});
