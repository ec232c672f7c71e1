import { writeTimetable } from "@collegium/exchange";
import type { Plan } from "@collegium/planning-time";
import { planInWorker } from "@collegium/planning-time/node";
import { findTeams, type Timetable } from "@collegium/scheduling";
import { type Command, Misused, text, wholeNumber } from "../command.js";
import { accepted, writeWhole } from "../files.js";
import { readTimeInput, timeFlags } from "../timetable-file.js";

/** `collegium time plan`: the fewest moved lessons that give every team its blocks. */
export const timePlan: Command = {
  name: "time plan",
  says: "the fewest lessons to move so that every team has its common planning time",
  flags: {
    ...timeFlags,
    seconds: { type: "string", value: "N", says: "how long to search; default 30" },
    seed: { type: "string", value: "N", says: "seed of the search; default 1" },
    rules: {
      type: "string",
      value: "clashes|all",
      says: "what must hold: teacher and class clashes, day shape and spread; or every rule of the file",
    },
    out: { type: "string", value: "FILE", says: "write the changed timetable in the input's format" },
    json: { type: "boolean", says: "the answer as JSON" },
  },
  async run(call, terminal) {
    const rules = text(call, "rules") ?? "clashes";
    if (rules !== "clashes" && rules !== "all") throw new Misused("--rules takes clashes or all.");
    const seconds = wholeNumber(call, "seconds", 30, 1);
    const { timetable, original, teams } = await readTimeInput(call, terminal);
    const wanted = (teams ?? findTeams(timetable)).map((team) => ({ ...team, blocks: team.blocks ?? 3 }));
    const plan = await planInWorker(
      { timetable, teams: wanted, rules },
      {
        seconds,
        seed: wholeNumber(call, "seed", 1),
        signal: terminal.signal,
        onProgress: (progress) => {
          if (terminal.interactive)
            terminal.err(
              `\r${progress.placed} of ${progress.wanted} blocks, ${progress.moved} periods moved `,
            );
        },
      },
    );
    if (terminal.interactive) terminal.err("");
    const out = text(call, "out");
    if (out !== undefined) {
      await writeWhole(out, accepted(writeTimetable(original, plan.placements, { name: "planned" })));
    }
    const { placements: _, ...answer } = plan;
    terminal.out(call.flags["json"] ? JSON.stringify(answer, undefined, 2) : summary(plan, timetable));
    return 0;
  },
};

/** The plan as a list that a timetabler can carry out. */
function summary(plan: Plan, timetable: Timetable): string {
  const lesson = new Map(timetable.lessons.map(({ id, name }) => [id, name]));
  const lines = [
    `${plan.placed} of ${plan.wanted} blocks, ${plan.moved} periods moved${plan.proven ? " (proven the fewest)" : ""}`,
  ];
  if (plan.unchecked)
    lines.push(`${plan.unchecked.sentence}; ${plan.unchecked.conflicts} conflicts of that kind`);
  lines.push("", ...plan.teams.map((team) => `  ${team.id}: ${team.blocks.join(" ") || "no block"}`));
  if (plan.moves.length > 0) lines.push("", "Moves:");
  plan.moves.forEach((move, index) => {
    const name = lesson.get(move.lesson) ?? move.lesson;
    const length = move.duration > 1 ? ` (${move.duration} periods)` : "";
    lines.push(`  ${index + 1}. ${name}${length}: ${move.from} to ${move.to}`);
  });
  if (plan.unplaced.length > 0) lines.push("", "Not possible:");
  for (const { team, because } of plan.unplaced) lines.push(`  ${team}: ${because}`);
  return lines.join("\n");
}
