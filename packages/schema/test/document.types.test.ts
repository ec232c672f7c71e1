import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import { type DocumentOf, defineDocument, openUnion, vocabulary, type Word } from "../src/index.js";
import { Plan } from "./plan.js";

const step = openUnion("type", [z.object({ type: z.literal("talk"), minutes: z.number() })]);

it("gives documents their own types", () => {
  type Plan = DocumentOf<typeof Plan>;
  expectTypeOf<Plan["kind"]>().toEqualTypeOf<"plan">();
  expectTypeOf<Plan["owners"]>().toEqualTypeOf<string[]>();
  expectTypeOf<Plan["aim"]>().toEqualTypeOf<string | undefined>();
  const set = (plan: Plan) => Plan.set(plan, { aim: "Read" });
  expectTypeOf(set).returns.toEqualTypeOf<ReturnType<typeof Plan.read>>();
  // @ts-expect-error an unknown field
  (plan: Plan) => Plan.set(plan, { colour: "red" });
  // @ts-expect-error a wrong type
  (plan: Plan) => Plan.set(plan, { owners: "p1" });
  // @ts-expect-error a missing field
  () => Plan.create({ id: "p", owners: ["p1"] });
});

it("narrows an open union by its tag", () => {
  type Step = z.infer<typeof step>;
  const minutes = (one: Step) => (one.type === "talk" ? one.minutes : 0);
  expectTypeOf(minutes).returns.toEqualTypeOf<number>();
});

it("types a vocabulary by its words", () => {
  const role = vocabulary(["recorder", "facilitator"]);
  expectTypeOf<z.infer<typeof role>>().toEqualTypeOf<Word<"recorder" | "facilitator">>();
  expectTypeOf<"ext:mentor">().toExtend<z.infer<typeof role>>();
  expectTypeOf<"mentor">().not.toExtend<z.infer<typeof role>>();
});

it("wants an example that fits", () => {
  const options = {
    kind: "x",
    title: "X",
    description: "X.",
    stability: "draft",
    retention: "permanent",
  } as const;
  // @ts-expect-error the example lacks a field
  () => defineDocument({ ...options, version: 1, shape: { a: z.string() }, examples: [{}] });
});
