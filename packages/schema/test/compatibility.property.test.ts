import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/compatibility.js";

describe("compatibility", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
