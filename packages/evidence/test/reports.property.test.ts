import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/reports.js";

describe("reports", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
