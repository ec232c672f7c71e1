import { describe, expect, it } from "vitest";
import { definitionRegistry, documentRegistry, unwrap } from "../src/index.js";
import { Plan } from "./plan.js";

describe("published definitions", () => {
  const name = "org.example/rounds";
  const registry = [2, 10, 9].reduce(
    (before, version) => unwrap(before.publish(`${name}@${version}`, { steps: [version] })),
    definitionRegistry<{ steps: number[] }>(),
  );

  it("finds one by its id and the latest by number", () => {
    expect(registry.get(`${name}@9`)).toEqual({ steps: [9] });
    expect(registry.get(`${name}@3`)).toBeUndefined();
    expect(registry.latest(name)).toEqual({ id: `${name}@10`, body: { steps: [10] } });
    expect(registry.latest("org.example/round")).toBeUndefined();
    expect(registry.ids).toEqual([`${name}@2`, `${name}@10`, `${name}@9`]);
  });

  it("takes the same body again and refuses another", () => {
    expect(unwrap(registry.publish(`${name}@2`, { steps: [2] })).ids).toEqual(registry.ids);
    expect(registry.publish(`${name}@2`, { steps: [3] })).toMatchObject({
      issues: [{ code: "definition-changed" }],
    });
  });

  it.each(["rounds@1", "org.example/rounds", "org.example/rounds@0", "org.example/Rounds@1"])(
    "refuses the id %s",
    (id) => {
      expect(registry.publish(id, { steps: [] })).toMatchObject({ issues: [{ code: "bad-definition-id" }] });
    },
  );

  it("never changes: neither through the body given nor the body got", () => {
    const body = { steps: [1] };
    const held = unwrap(registry.publish(`${name}@1`, body));
    body.steps.push(2);
    expect(held.get(`${name}@1`)).toEqual({ steps: [1] });
    expect(() => held.get(`${name}@1`)!.steps.push(3)).toThrow(TypeError);
    expect(registry.get(`${name}@1`)).toBeUndefined();
  });
});

describe("document kinds", () => {
  const registry = documentRegistry([Plan]);
  const plan = { kind: "plan", schemaVersion: 1, id: "p", owner: "a", steps: [] };

  it("reads a document by the kind it says", () => {
    expect(unwrap(registry.read(plan))).toMatchObject({ kind: "plan", schemaVersion: 3 });
    expect(registry.get("plan")).toBe(Plan);
  });

  it.each([
    ["unknown-kind", { ...plan, kind: "toString" }],
    ["not-a-document", { ...plan, kind: 7 }],
    ["not-a-document", null],
    ["bad-version", { ...plan, schemaVersion: "1" }],
  ])("refuses with %s", (code, input) => {
    expect(registry.read(input)).toMatchObject({ ok: false, issues: [{ code }] });
  });

  it("refuses two definitions of one kind", () => {
    expect(() => documentRegistry([Plan, Plan])).toThrow("Two documents have the kind plan.");
  });
});
