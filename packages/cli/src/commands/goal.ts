import {
  DriverDiagram,
  goalPage,
  goalProgress,
  goalSheet,
  goalsInFile,
  goalTree,
  lintGoal,
  lintGoals,
  okrView,
  pointsInCsv,
  treeMermaid,
} from "@collegium/goals";
import { type Audience, type Result, sentence } from "@collegium/schema";
import { type Call, type Command, Misused, required, type Terminal, text } from "../command.js";
import { accepted, readBytes, readJson } from "../files.js";

const flags = {
  lang: { type: "string", value: "en|es", says: "language of the sentences; default en" },
  json: { type: "boolean", says: "the answer as JSON" },
} as const;
const results = { type: "string", value: "FILE", says: "results as CSV" } as const;

/** `collegium goal lint`: what a goal lacks, as questions; nothing blocks. */
export const goalLint: Command = {
  name: "goal lint",
  says: "what is worth asking about a goal: rule, place, question and a way to mend it",
  takes: "FILE",
  flags: {
    all: { type: "boolean", says: "every question, not only the three to talk about first" },
    ...flags,
  },
  async run(call, terminal) {
    const report = said(lintGoal(await readJson(fileOf(call)), localeOf(call)), terminal);
    const asked = call.flags["all"] ? report.findings : report.shown;
    const lines = asked.map(
      ({ level, rule, path, sentence: question, fix }) =>
        `${level}  ${rule}  ${path.join(".")}\n    ${question}\n    ${fix}`,
    );
    const more = report.findings.length - asked.length;
    if (more > 0) lines.push(`${more} more with --all.`);
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
  flags: { results, ...flags },
  async run(call, terminal) {
    const csv = new TextDecoder().decode(await readBytes(required(call, "results")));
    const reports = said(goalProgress(await readJson(fileOf(call)), csv, localeOf(call)), terminal);
    const lines = reports.flatMap(({ statement, targets, gaps }) => [
      statement,
      ...targets.flatMap(({ title, words }) => [`  ${title}`, ...words.map((word) => `    ${word}`)]),
      ...gaps.flatMap(({ words }) => words.map((word) => `  ${word}`)),
    ]);
    terminal.out(call.flags["json"] ? JSON.stringify(reports, undefined, 2) : lines.join("\n"));
    return 0;
  },
};

const AUDIENCES: readonly Audience[] = ["team", "school", "public"];

/** `collegium goal export`: a goal as a sheet, a page to print, a tree or key results. */
export const goalExport: Command = {
  name: "goal export",
  says: "a goal as one sheet (Markdown), a page to print (HTML), a tree (data or Mermaid) or key results",
  takes: "FILE",
  flags: {
    as: { type: "string", value: "sheet|page|tree|mermaid|okr", says: "what it becomes; default sheet" },
    audience: {
      type: "string",
      value: "team|school|public",
      says: "who reads a sheet or page; has no default",
    },
    results,
    drivers: { type: "string", value: "FILE", says: "a driver diagram to draw into the tree" },
    lang: flags.lang,
  },
  async run(call, terminal) {
    const as = text(call, "as") ?? "sheet";
    const set = said(goalsInFile(await readJson(fileOf(call))), terminal);
    const csv = text(call, "results");
    const points = csv
      ? said(pointsInCsv(set.goals, new TextDecoder().decode(await readBytes(csv))), terminal)
      : [];
    if (as === "okr")
      terminal.out(
        JSON.stringify(
          set.goals.map((goal) => okrView(goal, points)),
          undefined,
          2,
        ),
      );
    else if (as === "tree" || as === "mermaid") {
      const drivers = text(call, "drivers");
      const diagrams = drivers ? [said(DriverDiagram.read(await readJson(drivers)), terminal)] : [];
      const tree = goalTree(set.goals, diagrams);
      terminal.out(as === "tree" ? JSON.stringify(tree, undefined, 2) : treeMermaid(tree));
    } else if (as === "sheet" || as === "page") {
      const audience = AUDIENCES.find((one) => one === required(call, "audience"));
      if (!audience) throw new Misused("--audience takes team, school or public.");
      const make = as === "sheet" ? goalSheet : goalPage;
      for (const [index, goal] of set.goals.entries()) {
        const questions = lintGoals(set, localeOf(call)).findings.filter(({ path }) => path[1] === index);
        terminal.out(make(goal, { audience, points, questions, locale: localeOf(call) }));
      }
    } else throw new Misused("--as takes sheet, page, tree, mermaid or okr.");
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

/** A result's value; its warnings go to the person, not into the answer. */
function said<T>(result: Result<T>, terminal: Terminal): T {
  if (result.ok) for (const warning of result.warnings) terminal.err(sentence(warning));
  return accepted(result);
}
