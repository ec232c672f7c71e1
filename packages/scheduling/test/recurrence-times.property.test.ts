import { gate } from "@collegium/testing";
import { it } from "vitest";
import { laws } from "../nightly/recurrence-times.js";

for (const law of laws) it(law.name, () => gate(law));
