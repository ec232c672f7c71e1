import { auditTime, findTeams, type TimeAudit } from "@collegium/scheduling";
import { type Command, wholeNumber } from "../command.js";
import { readTimeInput, timeFlags } from "../timetable-file.js";

/** `collegium time audit`: the shared time that each team has in the school day. */
export const timeAudit: Command = {
  name: "time audit",
  says: "how much time in the school day each team shares today",
  flags: {
    ...timeFlags,
    target: { type: "string", value: "N", says: "blocks a week that a team should have; default 3" },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const target = wholeNumber(call, "target", 3, 1);
    const { timetable, teams } = await readTimeInput(call, terminal);
    const audit = auditTime(timetable, teams ?? findTeams(timetable), { target });
    terminal.out(call.flags["json"] ? JSON.stringify(audit, undefined, 2) : table(audit));
    return 0;
  },
};

/** The audit as lines for the terminal. */
function table({ school, periodsPerWeek, teams }: TimeAudit): string {
  const name = (team: TimeAudit["teams"][number]) => team.name ?? team.id;
  const width = Math.max(4, ...teams.map((team) => name(team).length));
  return [
    `${school}: ${periodsPerWeek} periods a week, ${teams.length} teams`,
    "",
    ...teams.map((team) => {
      const shared = team.commonPeriods.length === 0 ? "no shared period" : team.commonPeriods.join(" ");
      const meets = team.meetingPeriods.length > 0 ? `  (meets: ${team.meetingPeriods.join(" ")})` : "";
      const guess = team.source === "suggested" ? "  suggested, please confirm" : "";
      return `  ${name(team).padEnd(width)}  ${team.blocksNow} of ${team.target} blocks  ${shared}${meets}${guess}`;
    }),
  ].join("\n");
}
