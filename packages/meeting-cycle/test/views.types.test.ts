import { expectTypeOf, it } from "vitest";
import { type MeetingState, type MeetingView, minutesOf, recapOf } from "../src/index.js";

it("lets nothing but a view into minutes and recaps", () => {
  expectTypeOf<MeetingState>().not.toExtend<MeetingView>();
  expectTypeOf(minutesOf).parameter(0).toEqualTypeOf<MeetingView>();
  expectTypeOf(recapOf).parameter(0).toEqualTypeOf<MeetingView>();
});
