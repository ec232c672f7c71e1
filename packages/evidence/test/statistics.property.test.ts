import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/statistics.js";

describe("statistics", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
