import { gate } from "@collegium/testing";
import { it } from "vitest";
import { laws as hostile } from "../nightly/hostile.js";
import { laws as streams } from "../nightly/hostile-streams.js";
import { laws as meeting } from "../nightly/meeting.js";
import { laws as visibility } from "../nightly/noninterference.js";

for (const law of [...meeting, ...visibility, ...hostile, ...streams]) it(law.name, () => gate(law));
