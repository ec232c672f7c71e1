import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/round-trip.js";

describe("round trip", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
