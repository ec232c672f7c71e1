import type { Command } from "./command.js";
import { demoSchool } from "./commands/demo-school.js";
import { timeAudit } from "./commands/time-audit.js";
import { timePlan } from "./commands/time-plan.js";

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [demoSchool, timeAudit, timePlan];
