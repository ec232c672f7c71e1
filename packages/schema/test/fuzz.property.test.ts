import { gate } from "@collegium/testing";
import { describe, it } from "vitest";
import { laws } from "../nightly/fuzz.js";

describe("junk", () => {
  for (const law of laws) it(law.name, () => gate(law));
});
