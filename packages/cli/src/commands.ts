import type { Command } from "./command.js";
import { demoSchool } from "./commands/demo-school.js";
import { rosterImport } from "./commands/roster-import.js";
import { timeAudit } from "./commands/time-audit.js";
import { timeFind } from "./commands/time-find.js";
import { timePlan } from "./commands/time-plan.js";

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [demoSchool, timeAudit, timeFind, timePlan, rosterImport];
