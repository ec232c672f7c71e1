import { gate } from "@collegium/testing";
import { afterAll, it } from "vitest";
import { close, laws } from "../nightly/histories.js";

afterAll(close);
for (const law of laws) it(law.name, { timeout: 120_000 }, () => gate(law));
