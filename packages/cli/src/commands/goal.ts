import { goalProgress, lintGoal } from "@collegium/goals";
import { type Call, type Command, Misused, required, text } from "../command.js";
import { accepted, readBytes, readJson } from "../files.js";

const flags = {
  lang: { type: "string", value: "en|es", says: "language of the sentences; default en" },
  json: { type: "boolean", says: "the answer as JSON" },
} as const;

/** `collegium goal lint`: what a goal lacks, as questions; nothing blocks. */
export const goalLint: Command = {
  name: "goal lint",
  says: "what is worth asking about a goal: rule, place, question and a way to mend it",
  takes: "FILE",
  flags,
  async run(call, terminal) {
    const report = accepted(lintGoal(await readJson(fileOf(call)), localeOf(call)));
    const lines = report.findings.map(
      ({ level, rule, path, sentence, fix }) =>
        `${level}  ${rule}  ${path.join(".")}\n    ${sentence}\n    ${fix}`,
    );
    terminal.out(
      call.flags["json"] ? JSON.stringify(report, undefined, 2) : lines.join("\n") || "Nothing to ask.",
    );
    return 0;
  },
};

/** `collegium goal progress`: where each target stands, from a CSV of results. */
export const goalProgressCommand: Command = {
  name: "goal progress",
  says: "where each target stands, how sure that is, and what would have to be true to reach it",
  takes: "FILE",
  flags: { results: { type: "string", value: "FILE", says: "results as CSV" }, ...flags },
  async run(call, terminal) {
    const csv = new TextDecoder().decode(await readBytes(required(call, "results")));
    const reports = accepted(goalProgress(await readJson(fileOf(call)), csv, localeOf(call)));
    const lines = reports.flatMap(({ statement, targets }) => [
      statement,
      ...targets.flatMap(({ words }) => words.map((word) => `  ${word}`)),
    ]);
    terminal.out(call.flags["json"] ? JSON.stringify(reports, undefined, 2) : lines.join("\n"));
    return 0;
  },
};

function fileOf(call: Call): string {
  const file = call.positionals[0];
  if (file === undefined) throw new Misused("Name the goal's file.");
  return file;
}

function localeOf(call: Call): "en" | "es" {
  return text(call, "lang") === "es" ? "es" : "en";
}
