import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/disclosure.js";

describe("disclosure", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
