import type { Command } from "./command.js";
import {
  calendarCheck,
  calendarDiff,
  calendarExpand,
  calendarExport,
  calendarShow,
} from "./commands/calendar.js";
import { cycleRender } from "./commands/cycle-render.js";
import { demoSchool } from "./commands/demo-school.js";
import { goalExport, goalLint, goalProgressCommand } from "./commands/goal.js";
import { protocolCheck, protocolFit, protocolList, protocolRun, protocolShow } from "./commands/protocol.js";
import { rosterImport } from "./commands/roster-import.js";
import { schemaCheck, schemaExport, schemaNew } from "./commands/schema.js";
import { timeAudit } from "./commands/time-audit.js";
import { timeFind } from "./commands/time-find.js";
import { timePlan } from "./commands/time-plan.js";
import { timeWays } from "./commands/time-ways.js";
import { validate } from "./commands/validate.js";

/** Every command, in the order help lists them. */
export const commands: readonly Command[] = [
  demoSchool,
  timeAudit,
  timeFind,
  timePlan,
  timeWays,
  calendarCheck,
  calendarShow,
  calendarDiff,
  calendarExpand,
  calendarExport,
  rosterImport,
  protocolList,
  protocolShow,
  protocolCheck,
  protocolFit,
  protocolRun,
  cycleRender,
  goalLint,
  goalProgressCommand,
  goalExport,
  validate,
  schemaCheck,
  schemaExport,
  schemaNew,
];
