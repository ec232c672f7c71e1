import { gate } from "@collegium/testing";
import { it } from "vitest";
import { laws } from "../nightly/insertions.js";

for (const law of laws) it(law.name, () => gate(law));
