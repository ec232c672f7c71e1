import { it } from "vitest";
import { laws } from "../nightly/district.js";
import { gate } from "../src/index.js";

for (const law of laws) it(law.name, () => gate(law));
