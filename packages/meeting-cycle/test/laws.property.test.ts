import { gate } from "@collegium/testing";
import { it } from "vitest";
import { laws as meeting } from "../nightly/meeting.js";
import { laws as visibility } from "../nightly/noninterference.js";

for (const law of [...meeting, ...visibility]) it(law.name, () => gate(law));
