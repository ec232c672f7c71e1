import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/goals.js";

describe("goals", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
